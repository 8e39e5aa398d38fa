import { blocksPublishing, check, compile, isHard, skip, stepName, type Definition, type Step } from '#core/flow'
import type { Form } from '#core/form'
import type { Context } from '#kernel/context'
import { commandOf } from '../commands.ts'
import type { Checked, FlowContent, FlowProblem } from '../contract.ts'
import { allSteps, fieldsNamed, thingsNamed } from '../rules/things.ts'
import { draftsOf } from '../store/flows.ts'
import { whatIsKnownOf } from '../store/facts.ts'
import { namesOfThings } from '../store/named.ts'
import { readContent } from './content.ts'

/** Everything that is known of a flow before it is published: the proofs of the core, and whether what it names is there. */
export async function checkContent(ctx: Context, key: string, content: FlowContent): Promise<Checked> {
  const { definition, form, misread } = readContent(key, content, ctx.language)
  if (!definition || !form)
    return { verdict: 'misread', problems: misread, proofs: [], mayPublish: false, needsReason: false }
  const compiled = compile(definition)
  const checked = check(compiled)
  const problems = [
    ...checked.problems.map((one): FlowProblem => ({
      kind: one.kind,
      element: one.element,
      path: [...one.path],
      with: one.with ?? null,
      blocks: blocksPublishing(one),
      message: null,
    })),
    ...missing(ctx, definition, form, await lookAround(ctx, [definition])),
  ]
  const isUnsound = checked.verdict === 'unsound' || problems.some((one) => one.blocks)
  return {
    verdict: checked.verdict,
    problems,
    proofs: proofsOf(ctx, definition, compiled.net),
    mayPublish: !isUnsound,
    needsReason: checked.verdict === 'unknown',
  }
}

/** Promises made by the designer, and those every step that cannot be skipped makes: nobody gets to the end without it. */
function proofsOf(ctx: Context, definition: Definition, net: ReturnType<typeof compile>['net']): Checked['proofs'] {
  const hard = allSteps(definition.steps).filter(isHard)
  const stated = definition.proofs.map(({ step, before }) => ({ step, before }))
  const implied = hard
    .filter((step) => !stated.some((one) => one.step === step.id))
    .map((step) => ({ step: step.id, before: 'end' }))
  const name = (id: string) => {
    const node = net.node.get(id)
    return node && id !== 'end' ? stepName(definition, { id, name: node.name }, ctx.language) : ''
  }
  return [...stated, ...implied].flatMap(({ step, before }) => {
    const answer = skip(net, step, before)
    if (answer === 'unknown-step') return []
    const { skippable, path } = answer
    return [{ step, stepName: name(step), before, beforeName: name(before), isSkippable: skippable, path: [...path] }]
  })
}

type Around = {
  readonly names: ReadonlyMap<string, string>
  readonly inactive: readonly string[]
}

/** What is there of all that some definitions name. */
async function lookAround(ctx: Context, definitions: readonly Definition[]): Promise<Around> {
  const things = thingsNamed({ steps: definitions.flatMap((one) => one.steps) })
  const names = await namesOfThings(ctx, things)
  const { inactive } = await whatIsKnownOf(ctx, things.people)
  return { names, inactive }
}

/** How many problems keep each flow from being published: the proofs are kept for as long as a draft stays as it is. */
export async function countProblems(
  ctx: Context,
  flows: readonly { id: string; key: string; version: number }[],
): Promise<Map<string, number>> {
  const drafts = await draftsOf(
    ctx,
    flows.map((flow) => flow.id),
  )
  const read = flows.map(({ id, key, version }) => ({ id, ...provedOnce(ctx, { id, key, version }, drafts.get(id)) }))
  const around = await lookAround(
    ctx,
    read.flatMap((one) => one.definition ?? []),
  )
  return new Map(
    read.map(({ id, count, definition, form }) => {
      const lost = definition && form ? missing(ctx, definition, form, around).filter((one) => one.blocks) : []
      return [id, count + lost.length]
    }),
  )
}

type ProvedDraft = Pick<ReturnType<typeof readContent>, 'definition' | 'form'> & { readonly count: number }
const provedDrafts = new Map<string, ProvedDraft>()
const mostProved = 1000

function provedOnce(
  ctx: Context,
  { id, key, version }: { id: string; key: string; version: number },
  draft: FlowContent | undefined,
): ProvedDraft {
  const known = provedDrafts.get(`${ctx.tenantId}/${id}/${version}`)
  if (known || !draft) return known ?? { count: 0, definition: undefined, form: undefined }
  const { definition, form, misread } = readContent(key, draft, ctx.language)
  const count =
    definition && form ? check(compile(definition)).problems.filter(blocksPublishing).length : misread.length
  if (provedDrafts.size >= mostProved) provedDrafts.clear()
  const made = { count, definition, form }
  provedDrafts.set(`${ctx.tenantId}/${id}/${version}`, made)
  return made
}

/** What a flow names that is not there: people who left, roles, positions, flows, commands, fields. */
function missing(ctx: Context, definition: Definition, form: Form, { names, inactive }: Around): FlowProblem[] {
  const keys = new Set(form.fields.map(({ key: field }) => field))
  const problem = (kind: FlowProblem['kind'], element: string, of: string, blocks = true): FlowProblem => ({
    kind,
    element,
    path: [],
    with: of,
    blocks,
    message: null,
  })
  return allSteps(definition.steps).flatMap((step): FlowProblem[] => {
    const own = thingsNamed({ steps: 'arms' in step || step.kind === 'loop' ? [] : [step] })
    const gone = own.people.filter((id) => !names.has(id) || inactive.includes(id))
    const other = [...own.units, ...own.positions, ...own.responsibilities, ...own.roles].filter((id) => !names.has(id))
    const flows = own.flows.filter((id) => !names.has(id))
    const { command, unread } = commandAt(ctx, step, keys)
    return [
      ...gone.map((id) => problem('no-such-person', step.id, id)),
      // roles and places may be filled later; whoever would be asked then is an administrator
      ...other.map((id) => problem('nobody', step.id, id, false)),
      ...flows.map((id) => problem('no-such-flow', step.id, id)),
      ...(command === undefined
        ? []
        : [problem(command === none ? 'does-nothing' : 'no-such-command', step.id, command)]),
      ...[...fieldsNamed(step), ...unread]
        .filter((field) => !keys.has(field.split('.')[0] ?? field))
        .map((field) => problem('no-such-field', step.id, field)),
    ]
  })
}

/** A step nobody has told yet what to do. */
const none = 'none'

/** The command of an automatic step that nobody offers, and the fields it needs that the form lacks. */
function commandAt(
  ctx: Context,
  step: Step,
  keys: ReadonlySet<string>,
): { command: string | undefined; unread: string[] } {
  if (step.kind !== 'auto') return { command: undefined, unread: [] }
  const known = commandOf(ctx, step.command)
  const unread = (known?.inputs ?? []).filter((one) => one.isRequired && !keys.has(one.field)).map((one) => one.field)
  return { command: known || step.waits ? undefined : step.command, unread }
}
