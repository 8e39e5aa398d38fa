import type { State } from '../engine/state.ts'
import type { Happening } from './scenario.ts'

const acting: ReadonlySet<string> = new Set(['open', 'offered', 'waiting', 'agreed', 'later'])
const withoutStep: ReadonlySet<string> = new Set([
  'submit',
  'withdraw',
  'cancel',
  'resume',
  'signal',
  'trigger',
  'data-changed',
  'person-left',
])

/** Puts the task, token or timer in place of the step that a scenario names. */
export function resolve(state: State, happening: Happening): Record<string, unknown> {
  const { step, data: _data, afterMinutes: _after, facts: _facts, ...event } = happening
  const token = state.tokens.find((one) => step === undefined || one.node === step)
  if (event.do === 'take-back') return { node: step, ...event }
  if (event.do === 'relocate') return { token: token?.id ?? 'none', ...event }
  if (event.do === 'child-ended') return { child: token?.child ?? 'none', ...event }
  if (event.do === 'timer-fired') {
    const { index = 0, ...rest } = event as { index?: number }
    return { timer: `${token?.id ?? 'none'}.${index}`, ...rest }
  }
  if (withoutStep.has(event.do) || event.do.startsWith('delegation') || event['task'] !== undefined) return event
  // the one acted upon is not always the one who acts: an adder takes somebody added away, the initiator urges
  const { of: holder, ...rest } = event as { of?: string; do: string; by?: string }
  const person = holder ?? rest.by
  const mine = state.tasks.filter((one) => one.person === person && (step === undefined || one.node === step))
  const task = mine.find((one) => acting.has(one.status)) ?? mine.at(-1)
  return { task: task?.id ?? 'none', ...rest }
}
