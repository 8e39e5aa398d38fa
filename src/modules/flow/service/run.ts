import {
  advance,
  type Compiled,
  type Delegation,
  type Effect,
  type Facts,
  type FlowData,
  type FlowEvent,
  type Refusal,
  type State,
} from '#core/flow'
import type { Context } from '#kernel/context'
import { gatesPassed, managers, whatIsKnownOf } from '../store/facts.ts'
import { isUuid } from '../store/resolve.ts'
import type { Subject } from '../contract.ts'
import { allSteps, peopleNamed } from '../rules/things.ts'
import { resolvePeople } from './resolve-people.ts'
import { peopleByRule } from './assignment.ts'

/** One event that was taken, with all that replaying it needs. */
export type Taken = {
  readonly event: FlowEvent
  readonly facts: Facts
  readonly at: number
  readonly seq: number
  readonly effects: readonly Effect[]
}
export type Run = { readonly state: State; readonly taken: readonly Taken[] }

export type Running = {
  readonly instanceId: string
  readonly compiled: Compiled
  readonly state: State
  readonly data: FlowData
  readonly revision: number
  readonly subject: Subject | null
  readonly unitId: string | null
}

/** An event asks for people as long as steps pass by themselves; more rounds than this run in a circle. */
const mostAnswers = 500

/**
 * Takes an event and answers everything it asks of the organisation, until the request rests. Nothing is written.
 * `as`: who counts as an administrator for this event besides those who are.
 */
export async function run(
  ctx: Context,
  running: Running,
  event: FlowEvent,
  { as = [], at = ctx.now.getTime(), foresee }: { as?: readonly string[]; at?: number; foresee?: Foresight } = {},
): Promise<Run | { refusal: Refusal }> {
  const first = concerned(running.compiled, running.state, running.data, event)
  const known = foresee ?? (await lookAround(ctx, running, first))
  let state = running.state
  const taken: Taken[] = []
  const queue: FlowEvent[] = [event]
  for (let count = 0; queue.length > 0 && count < mostAnswers; count += 1) {
    const next = queue.shift() as FlowEvent
    await known.meet(concerned(running.compiled, state, running.data, next))
    const facts = known.facts(count === 0 ? as : [])
    const done = advance(running.compiled, state, next, facts, at)
    // the first refusal is the answer to whoever acts; later ones only close questions nobody asks any more
    if (done.refusal) {
      if (count === 0) return { refusal: done.refusal }
      continue
    }
    state = done.state
    taken.push({ event: next, facts, at, seq: state.seq, effects: done.effects })
    for (const effect of done.effects)
      if (effect.do === 'ask-people')
        queue.push({
          do: 'people',
          ask: effect.ask,
          people: await answer(ctx, effect, { running, state, isReal: foresee === undefined }),
        })
  }
  return { state, taken }
}

type Answering = { running: Running; state: State; isReal: boolean }

async function answer(
  ctx: Context,
  { source, isCheck }: Extract<Effect, { do: 'ask-people' }>,
  { running, state, isReal }: Answering,
) {
  const asked = { ownerId: state.owner, unitId: running.unitId }
  const people =
    source.kind === 'rule'
      ? await peopleByRule(ctx, source.rule, {
          ...asked,
          data: running.data,
          requestId: running.instanceId,
          isReal: isReal && !isCheck,
        })
      : await resolvePeople(ctx, source, asked)
  return people.map((id) => ({ id, weight: 1 }))
}

/** What is known while a request runs; grows with the people met. */
export type Foresight = {
  meet(people: readonly string[]): Promise<void>
  facts(alsoAdmins: readonly string[]): Facts
}

/** What is known of a request and of the people it concerns at first; asked for in one go. */
export async function lookAround(ctx: Context, running: Running, first: readonly string[] = []): Promise<Foresight> {
  const met = new Set<string>()
  const inactive = new Set<string>()
  const delegations = new Map<string, Delegation>()
  const meet = async (people: readonly string[]) => {
    const fresh = [...new Set(people)].filter((one) => isUuid(one) && !met.has(one))
    if (fresh.length === 0) return
    for (const one of fresh) met.add(one)
    const found = await whatIsKnownOf(ctx, fresh)
    for (const one of found.inactive) inactive.add(one)
    for (const one of found.delegations) delegations.set(one.id, one)
    // whoever acts for somebody must be there too
    await meet(found.delegations.flatMap((one) => [one.from, one.to]))
  }
  const [admins, evidence] = await Promise.all([
    managers(ctx),
    gatesPassed(ctx, running.subject, running.instanceId),
    meet(first),
  ])
  return {
    meet,
    facts: (also) => ({
      data: running.data,
      revision: running.revision,
      inactive: [...inactive],
      delegations: [...delegations.values()],
      admins: [...new Set([...admins, ...also])],
      evidence,
    }),
  }
}

/** Everybody an event may concern. */
function concerned(compiled: Compiled, state: State, data: FlowData, event: FlowEvent): string[] {
  return [...peopleDrawn(compiled), ...peopleIn(state, data), ...peopleOf(event)]
}

/** Whom the flow itself names: the engine asks them without asking who they are. */
function peopleDrawn(compiled: Compiled): readonly string[] {
  const known = drawn.get(compiled)
  if (known) return known
  const people = allSteps(compiled.definition.steps).flatMap(peopleNamed)
  drawn.set(compiled, people)
  return people
}

const drawn = new WeakMap<Compiled, readonly string[]>()

function peopleIn(state: State, data: FlowData): string[] {
  return [
    state.owner,
    state.initiator,
    ...state.tasks.map((task) => task.person),
    ...state.tokens.flatMap((token) => [
      ...token.queue.map((one) => one.id),
      ...token.asks.flatMap((ask) => ask.kept.map((one) => one.id)),
    ]),
    ...Object.values(state.chosen).flat(),
    ...Object.values(data).flatMap((value) =>
      typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : [],
    ),
  ]
}

function peopleOf(event: FlowEvent): string[] {
  return [
    ...('by' in event ? [event.by] : []),
    ...('to' in event && typeof event.to === 'string' ? [event.to] : []),
    ...('people' in event ? event.people.map((one) => (typeof one === 'string' ? one : one.id)) : []),
    ...('person' in event ? [event.person] : []),
    ...('chosen' in event && event.chosen ? Object.values(event.chosen).flat() : []),
    ...('delegation' in event ? [event.delegation.from, event.delegation.to] : []),
  ]
}
