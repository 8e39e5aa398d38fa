import { readDefinition, type DefinitionInput } from '#core/flow'
import type { Input, Output } from '#core/contract'
import { pick } from '#core/local-text'
import { Problem } from '#kernel/problem'
import { systemActor } from '#kernel/access'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { inTenant } from '#kernel/transaction'
import { holdersOf, managersOf, positionsOf } from '#modules/organisation'
import type { FlowContent, Held, routes } from '../contract.ts'
import { handOverUnsound, leaverHolds, noSuccessor } from '../problems.ts'
import { titleIn } from '../rules/title.ts'
import { allSteps, peopleNamed } from '../rules/things.ts'
import { delegationRows, updateDelegation } from '../store/delegations.ts'
import { managers, whatIsKnownOf } from '../store/facts.ts'
import { findFlow, flowLines, type Flow } from '../store/flows.ts'
import { flowsNaming, leaversHolding, leftOn, requestsHeld } from '../store/held.ts'
import { moveDraftTask } from '../store/draft-due.ts'
import { lockInstance } from '../store/instances.ts'
import { bookOf } from '../store/names.ts'
import { nodeName, versionOf } from '../store/versions.ts'
import { insertVersion, updateFlow, versionsOf } from '../store/write-flows.ts'
import { checkContent } from './check-flow.ts'
import { readContent } from './content.ts'
import { told } from './delegations.ts'
import { requirePeople } from './form-input.ts'
import { happen } from './happen.ts'
import { problemSentence } from './problem-sentence.ts'
import { refusal } from './refuse.ts'

type Routes = typeof routes
const most = 500
/** A hand-over takes all of it; more than this at once would be no person's work. */
const mostHanded = 20_000

export async function whatIsHeld(ctx: Context, { personId }: { personId: string }): Promise<Held> {
  await requireManaged(ctx, personId)
  const rows = await requestsHeld(ctx, personId, most + 1)
  const naming = await flowsNaming(ctx, personId)
  const { rows: delegations } = await delegationRows(ctx, { personId, closed: false, limit: most, offset: 0 })
  const lines = new Map((await flowLines(ctx, { ids: naming.map((one) => one.id) })).map((line) => [line.id, line]))
  const suggested = await successorOf(ctx, personId)
  const book = await bookOf(ctx, [personId, suggested])
  const tasks: Held['tasks'] = []
  for (const row of rows) {
    const version = await versionOf(ctx, row.flowId, row.version)
    for (const { task, node, dueAt } of row.tasks)
      tasks.push({
        ...brief(row, ctx.language),
        task,
        step: node,
        stepName: nodeName(version, node, ctx.language),
        dueAt,
      })
  }
  const started = rows.filter((row) => row.isOwner)
  const later = rows.filter((row) => !row.isOwner && row.tasks.length === 0)
  const definitions = naming.flatMap((one) => {
    const flow = lines.get(one.id)
    const content = one.inPublished ? one.published : one.draft
    return flow && content ? [{ flow, steps: stepsNaming(content, personId), isPublished: one.inPublished }] : []
  })
  return {
    person: book(personId),
    tasks: tasks.slice(0, most),
    later: later.map((row) => brief(row, ctx.language)),
    started: started.map((row) => ({ ...brief(row, ctx.language), status: row.status })),
    delegations: await told(ctx, delegations),
    definitions,
    total: tasks.length + later.length + started.length + delegations.length + definitions.length,
    isCut: rows.length > most,
    suggested: suggested === null ? null : book(suggested),
  }
}

/** Everything a person holds goes to another, at once or not at all. */
export async function handOver(ctx: Context, input: Input<Routes['handOver']>): Promise<Output<Routes['handOver']>> {
  const { personId, reason, inDefinitions } = input
  await requireManaged(ctx, personId)
  const toId = input.toId ?? (await successorOf(ctx, personId))
  if (toId !== null) await requirePeople(ctx, [toId])
  const isAble = toId !== null && toId !== personId && (await whatIsKnownOf(ctx, [toId])).inactive.length === 0
  if (!isAble || toId === null) throw noSuccessor({ name: (await bookOf(ctx, [personId]))(personId).name })
  const held = await requestsHeld(ctx, personId, mostHanded)
  let tasks = 0
  for (const { requestId, tasks: own } of held) {
    const instance = await lockInstance(ctx, requestId)
    if (!instance || instance.status === 'ended') continue
    const version = await versionOf(ctx, instance.flowId, instance.version)
    const done = await happen(
      ctx,
      instance,
      version,
      { do: 'person-left', person: personId, to: toId },
      { personId: ctx.actor.personId },
    )
    if ('refusal' in done) throw await refusal(ctx, { instance, version }, done.refusal, 'transfer')
    if (instance.status === 'draft') await moveDraftTask(ctx, requestId, toId)
    tasks += own.length
  }
  const { rows: delegations } = await delegationRows(ctx, { personId, closed: false, limit: most, offset: 0 })
  for (const one of delegations) await updateDelegation(ctx, { ...one, state: 'closed' })
  const naming = inDefinitions ? await flowsNaming(ctx, personId) : []
  for (const one of naming) await rename(ctx, one.id, personId, toId, reason)
  const counts = { requests: held.length, tasks, delegations: delegations.length, definitions: naming.length }
  await ctx.audit({ action: 'flow.hand-over', target: `person/${personId}`, after: { toId, reason, ...counts } })
  await ctx.announce('flow')
  return { toId, ...counts }
}

/** The draft names the successor from now on; so does the version in use, by a new one that differs in nothing else. */
async function rename(ctx: Context, flowId: string, personId: string, toId: string, reason: string): Promise<void> {
  const flow = await findFlow(ctx, flowId, true)
  if (!flow) return
  const swap = (content: FlowContent) => ({
    ...content,
    definition: JSON.parse(
      JSON.stringify(content.definition).replaceAll(`"${personId}"`, `"${toId}"`),
    ) as DefinitionInput,
  })
  const [latest, ...older] = await versionsOf(ctx, flowId)
  const current = [latest, ...older].find((one) => one?.version === flow.currentVersion)
  if (current && latest && JSON.stringify(current.definition).includes(`"${personId}"`)) {
    const { definition, form, start, verdict } = current
    const content = swap({ definition, form, start })
    const next = latest.version + 1
    // another name may make what was sound unsound, and what else it names may be gone since
    await requireSound(ctx, flow, content)
    await insertVersion(ctx, flow, next, { content, verdict, note: reason, reason: current.reason })
    await updateFlow(ctx, flow, { currentVersion: next, draft: swap(flow.draft) })
    await ctx.emit('flow.published', { flowId, version: next })
  } else await updateFlow(ctx, flow, { draft: swap(flow.draft) })
}

async function requireSound(ctx: Context, flow: Flow, content: FlowContent): Promise<void> {
  const { mayPublish, problems } = await checkContent(ctx, flow.key, content)
  if (mayPublish) return
  const { definition } = readContent(flow.key, content)
  const first = problems.find((one) => one.blocks)
  throw handOverUnsound({
    flow: pick(flow.name, ctx.language),
    sentence: first ? problemSentence(first, definition, ctx.language) : '',
  })
}

/** Nobody's leaving is complete while something waits for them: the file is not closed before all is handed over. */
export async function refuseLeaving(ctx: Context, { personId }: { personId?: string }): Promise<void> {
  if (personId === undefined) return
  const day = await leftOn(ctx, personId)
  if (day === null || day > ctx.today || !(await ctx.setting<boolean>('flow.blockLeaving'))) return
  const count = await countHeld(ctx, personId)
  if (count > 0) throw leaverHolds({ name: (await bookOf(ctx, [personId]))(personId).name, count })
}

/** Whose last day came without anybody handing over: everything goes to the successor, so that nothing lies with nobody. */
export async function handOverLeavers(ctx: Context): Promise<void> {
  const actor = systemActor(ctx.language)
  const apart = <T>(work: (own: Context) => Promise<T>) => inTenant(ctx.house, ctx.tenantId, actor, work)
  for (const personId of await apart(leaversHolding)) {
    const handed = async (inDefinitions: boolean) =>
      apart(async (own) => {
        const toId = await successorOf(own, personId)
        if (toId !== null) await handOver(own, { personId, toId, inDefinitions, reason: '' })
      })
    try {
      await handed(true)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      // a flow that cannot be published again keeps its name in the list; what waits for somebody does not wait for it
      await handed(false)
    }
  }
}

async function countHeld(ctx: Context, personId: string): Promise<number> {
  const rows = await requestsHeld(ctx, personId, most)
  const { total } = await delegationRows(ctx, { personId, closed: false, limit: 1, offset: 0 })
  return rows.length + total + (await flowsNaming(ctx, personId)).filter((one) => one.inPublished).length
}

/** Whoever shares or acts on the position, else the superior, else an administrator. */
async function successorOf(ctx: Context, personId: string): Promise<string | null> {
  const [main] = await positionsOf(ctx, personId, ctx.today)
  const seats = main ? await holdersOf(ctx, [main.positionId], ctx.today) : []
  const acting = seats.filter((seat) => seat.kind === 'acting' && seat.personId !== personId)
  const above = await managersOf(ctx, [personId], ctx.today)
  const candidates = [
    ...acting.map((seat) => seat.personId),
    ...above.map((one) => one.managerId),
    ...(await managers(ctx)),
  ]
  const { inactive } = await whatIsKnownOf(ctx, candidates)
  return candidates.find((one) => one !== personId && !inactive.includes(one)) ?? null
}

async function requireManaged(ctx: Context, personId: string): Promise<void> {
  const isKnown = await ctx.house.scopes.knows?.(ctx.db, 'person', personId)
  if (!isKnown || !ctx.may('flow.manage', { personId })) throw notFound({ what: 'person' })
}

function stepsNaming({ definition }: FlowContent, personId: string) {
  const read = readDefinition(definition)
  if ('misread' in read) return []
  return allSteps(read.definition.steps)
    .filter((step) => peopleNamed(step).includes(personId))
    .map(({ id, name }) => ({ id, name }))
}

function brief(row: Awaited<ReturnType<typeof requestsHeld>>[number], language: string) {
  const { requestId, number, flowId: id, flowKey: key, flowName: name, flowIcon: icon, flowCategory: category } = row
  return { requestId, number, title: titleIn(row, language), flow: { id, key, name, icon, category } }
}
