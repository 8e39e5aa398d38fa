import { advance } from '../engine/advance.ts'
import type { Effect } from '../engine/effect.ts'
import { FlowEvent } from '../engine/event.ts'
import { noFacts, type Facts } from '../engine/facts.ts'
import { draft, type State } from '../engine/state.ts'
import type { Refusal } from '../engine/turn.ts'
import type { Compiled } from '../model/compile.ts'
import type { Misread } from '../model/definition.ts'
import type { Source } from '../model/who.ts'
import { resolve } from './resolve.ts'
import type { Happening, Scenario } from './scenario.ts'

/** One line of the log: all that is needed to replay it, and what came of it. */
export type Logged = {
  readonly event: FlowEvent
  readonly facts: Facts
  readonly now: number
  readonly effects: readonly Effect[]
  readonly refusal?: Refusal | undefined
}
export type Played = { readonly state: State; readonly log: readonly Logged[] }

/** Plays a scenario through a flow; who is asked for is answered from it at once. */
export function play(compiled: Compiled, scenario: Scenario): Played | { misread: Misread } {
  let state = draft(scenario.initiator)
  let now = scenario.start
  let facts: Facts = { ...noFacts, data: scenario.data, ...defined({ admins: ['admin'], ...scenario.facts }) }
  const log: Logged[] = []
  const happen = (event: FlowEvent) => {
    const done = advance(compiled, state, event, facts, now)
    state = done.state
    log.push({ event, facts, now, effects: done.effects, refusal: done.refusal })
    for (const effect of done.effects)
      if (effect.do === 'ask-people')
        happen({ do: 'people', ask: effect.ask, people: answer(scenario, effect.node, effect.source) })
  }
  const isSubmitted = scenario.events[0]?.do === 'submit'
  if (!isSubmitted) happen({ do: 'submit', by: scenario.initiator })
  for (const [index, happening] of scenario.events.entries()) {
    now += (happening.afterMinutes ?? 0) * 60_000
    facts = changed(facts, happening)
    const parsed = FlowEvent.safeParse(resolve(state, happening))
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      return { misread: { path: `events.${index}.${issue?.path.join('.') ?? ''}`, message: issue?.message ?? '' } }
    }
    happen(parsed.data)
  }
  return { state, log }
}

/** The state a log leads to: what was stored must be equal to it. */
export function replay(
  compiled: Compiled,
  initiator: string,
  log: readonly Pick<Logged, 'event' | 'facts' | 'now'>[],
): State {
  return log.reduce(
    (state, { event, facts, now }) => advance(compiled, state, event, facts, now).state,
    draft(initiator),
  )
}

function changed(facts: Facts, { data, facts: around }: Happening): Facts {
  const filled = data ? { data: { ...facts.data, ...data }, revision: facts.revision + 1 } : {}
  return { ...facts, ...filled, ...defined(around ?? {}) }
}

function answer(scenario: Scenario, node: string, source: Source): { id: string; weight: number }[] {
  const keys = [nameOf(source), node]
  const key = (source.kind === 'superiors' && source.of !== undefined ? keys : keys.toReversed()).find((one) =>
    Object.hasOwn(scenario.people, one),
  )
  const people = key === undefined ? [] : (scenario.people[key] ?? [])
  return people.map((one) => (typeof one === 'string' ? { id: one, weight: 1 } : one))
}

/** How a scenario names a source. */
function nameOf(source: Source): string {
  if (source.kind === 'role') return `role:${source.role}`
  if (source.kind === 'position') return `position:${source.position}`
  if (source.kind === 'unit-members' || source.kind === 'unit-head') return `unit:${source.unit ?? ''}`
  if (source.kind === 'responsibility') return `responsibility:${source.responsibility}`
  return source.kind === 'superiors' ? `superior:${source.of ?? ''}` : source.kind
}

function defined<T extends object>(value: T): { [K in keyof T]-?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never
}
