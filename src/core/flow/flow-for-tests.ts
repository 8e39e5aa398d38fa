import { expect } from 'vitest'
import { compile, type Compiled } from './model/compile.ts'
import { readDefinition, type DefinitionInput } from './model/definition.ts'
import { play, type Played } from './play/play.ts'
import { readScenario, type Scenario } from './play/scenario.ts'

/** Reads a definition that must be right. */
export function flowOf(steps: readonly unknown[], rest: Partial<DefinitionInput> = {}): Compiled {
  const read = readDefinition({ id: 'flow', steps, ...rest })
  if ('misread' in read) throw new Error(JSON.stringify(read.misread))
  return compile(read.definition)
}

/** A step in which these people approve. */
export function approve(id: string, people: readonly string[] | 'initiator', rest: Record<string, unknown> = {}) {
  const who = people === 'initiator' ? { kind: 'initiator' } : { kind: 'people', people }
  return { kind: 'approve', id, who, ...rest }
}

type Events = readonly Record<string, unknown>[]

/** Plays events (after a submit by `ini` unless they begin with one) and answers with handy views of the outcome. */
export function run(compiled: Compiled, events: Events, rest: Record<string, unknown> = {}) {
  const read = readScenario({ initiator: 'ini', events, ...rest })
  if ('misread' in read) throw new Error(JSON.stringify(read.misread))
  return seen(playOrThrow(compiled, read.scenario))
}

export function playOrThrow(compiled: Compiled, scenario: Scenario): Played {
  const played = play(compiled, scenario)
  if ('misread' in played) throw new Error(JSON.stringify(played.misread))
  return played
}

export function seen({ state, log }: Played) {
  const open = state.tasks.filter((task) => task.status === 'open' || task.status === 'offered')
  return {
    state,
    log,
    status: state.status,
    outcome: state.outcome,
    /** `step:person` of every to-do that can be acted on, sorted. */
    open: open.map((task) => `${task.node}:${task.person}`).sort(),
    refusals: log.flatMap((one) => (one.refusal ? [one.refusal.code] : [])),
    effects: log.flatMap((one) => one.effects),
    of: (kind: string) => log.flatMap((one) => one.effects).filter((effect) => effect.do === kind),
    notes: log.flatMap((one) => one.effects).flatMap((effect) => (effect.do === 'note' ? [effect.code] : [])),
  }
}

export const yes = (by: string, step?: string, more: Record<string, unknown> = {}) => ({
  do: 'decide',
  decision: 'approve',
  by,
  step,
  ...more,
})
export const no = (by: string, step?: string, more: Record<string, unknown> = {}) => ({
  do: 'decide',
  decision: 'reject',
  by,
  step,
  ...more,
})

export function expectOpen(result: { open: string[] }, ...open: string[]): void {
  expect(result.open).toEqual(open.toSorted())
}
