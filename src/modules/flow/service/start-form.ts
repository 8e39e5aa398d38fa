import { draft, isHard, type Compiled } from '#core/flow'
import { applyChange, formFor, rightsOf } from '#core/form'
import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { Choice, CourseStep, routes } from '../contract.ts'
import { allSteps, decisiveFields, sourcesOf } from '../rules/things.ts'
import { bookOf, type Book } from '../store/names.ts'
import { homeOf } from '../store/resolve.ts'
import { nodeName, versionFrom, versionOf, type Version } from '../store/versions.ts'
import { checkContent } from './check-flow.ts'
import { readContent } from './content.ts'
import { merged, readVersion, requireFlow } from './definitions.ts'
import { foresee, type Foreseen } from './foresee.ts'
import { flowToStart } from './requests.ts'
import { ownPerson, rightsAt } from './viewer.ts'
import { badDefinition } from '../problems.ts'

type Routes = typeof routes

export async function readStartForm(
  ctx: Context,
  { flowId, values = {}, chosen = {} }: Input<Routes['readStartForm']>,
): Promise<Output<Routes['readStartForm']>> {
  const ownerId = ownPerson(ctx)
  const flow = await flowToStart(ctx, flowId)
  const version = await versionOf(ctx, flow.id, flow.currentVersion)
  const rights = rightsOf(version.form, version.start, 'write')
  const filled = applyChange(version.form, rights, {}, values)
  const seen = await foresee(ctx, {
    version,
    state: draft(ownerId),
    values: filled,
    dataRev: 0,
    chosen,
    subject: null,
    unitId: await homeOf(ctx, ownerId),
    instanceId: flow.id,
  })
  const { id, key, name, icon, category, description } = flow
  return {
    flow: { id, key, name, icon, category, description },
    version: flow.currentVersion,
    form: formFor(version.form, rights, filled),
    rights: visible(rights),
    choices: choicesAt(ctx, version),
    decisive: decisiveFields(version.compiled.definition).filter((field) => rights[field] === 'write'),
    preview: await courseOf(ctx, version, seen),
    troubles: seen.trouble ? [seen.trouble] : [],
  }
}

export async function simulateFlow(
  ctx: Context,
  input: Input<Routes['simulateFlow']>,
): Promise<Output<Routes['simulateFlow']>> {
  const flow = await requireFlow(ctx, input.flowId)
  if (!(await ctx.house.scopes.knows?.(ctx.db, 'person', input.initiatorId))) throw notFound({ what: 'person' })
  const version = await contentToPlay(ctx, flow, input)
  const seen = await foresee(ctx, {
    version,
    state: draft(input.initiatorId),
    values: applyChange(version.form, rightsOf(version.form, {}, 'write'), {}, input.values),
    dataRev: 0,
    chosen: input.chosen,
    subject: null,
    unitId: await homeOf(ctx, input.initiatorId),
    instanceId: flow.id,
    at: input.at === undefined ? undefined : Date.parse(input.at),
    decisions: input.decisions,
  })
  const { status, outcome } = seen.state
  const steps = await courseOf(ctx, version, seen)
  return {
    steps: steps.map((step) => ({ ...step, fields: rightsAt(version, step.id) })),
    status: status === 'draft' || status === 'checking' ? 'refused' : status,
    outcome,
    trouble: seen.trouble,
    endedAt: status === 'ended' ? new Date(seen.at).toISOString() : null,
  }
}

async function contentToPlay(
  ctx: Context,
  flow: Awaited<ReturnType<typeof requireFlow>>,
  { published, content }: Input<Routes['simulateFlow']>,
): Promise<Version> {
  if (published !== undefined) {
    await readVersion(ctx, { flowId: flow.id, published })
    return versionOf(ctx, flow.id, published)
  }
  const own = merged(flow.draft, content ?? {})
  const { misread, content: read } = readContent(flow.key, own)
  const [first] = misread
  if (first) throw badDefinition({ path: first.element, message: first.message ?? '' })
  await checkContent(ctx, flow.key, own)
  return versionFrom({ flowId: flow.id, version: 0 }, { name: flow.name, ...read })
}

/** What was foreseen, with names. */
export async function courseOf(
  ctx: Context,
  version: Version,
  { steps }: Pick<Foreseen, 'steps'>,
): Promise<CourseStep[]> {
  const book = await bookOf(
    ctx,
    steps.flatMap((one) => one.people),
  )
  return steps.filter((one) => one.node !== 'start').map((one) => aheadStep(ctx, version, book, one))
}

export function aheadStep(ctx: Context, version: Version, book: Book, one: Foreseen['steps'][number]): CourseStep {
  return {
    ...plainStep(ctx, version, one.node),
    state: 'ahead',
    people: one.people.map((id) => ({ person: book(id), onBehalfOf: null, state: 'expected', at: null })),
    enteredAt: new Date(one.enteredAt).toISOString(),
    dueAt: one.dueAt === null ? null : new Date(one.dueAt).toISOString(),
    notes: one.notes,
  }
}

export function plainStep(
  ctx: Context,
  version: Version,
  node: string,
): Pick<CourseStep, 'id' | 'kind' | 'name' | 'isMandatory' | 'gate'> {
  const step = version.compiled.net.node.get(node)?.step
  return {
    id: node,
    kind: step?.kind ?? 'start',
    name: nodeName(version, node, ctx.language),
    isMandatory: isHard(step),
    gate: (step && 'gate' in step && step.gate) || null,
  }
}

/** Steps whose people somebody is to name. */
export function choicesAt(ctx: Context, version: Version): Choice[] {
  return chosenSteps(version.compiled).map((step) => ({
    step,
    name: nodeName(version, step, ctx.language),
    isRequired: true,
  }))
}

function chosenSteps({ definition }: Compiled): string[] {
  return allSteps(definition.steps)
    .filter((step) => sourcesOf(step)[0]?.kind === 'chosen')
    .map((step) => step.id)
}

/** Hidden fields are not even named. */
export function visible<T extends Readonly<Record<string, string>>>(rights: T): Record<string, 'write' | 'read'> {
  return Object.fromEntries(Object.entries(rights).filter(([, right]) => right !== 'hidden')) as Record<
    string,
    'write' | 'read'
  >
}
