import {
  advance,
  draft,
  migrate,
  type Compiled,
  type Facts,
  type FlowData,
  type FlowEvent,
  type State,
} from '#core/flow'

/** A line of the log as it is stored: the form stands in it only where it had changed. */
export type StoredEvent = {
  readonly at: number
  readonly event: FlowEvent | { readonly do: 'migrate'; readonly to: number; readonly map: Record<string, string> }
  readonly facts: Partial<Facts>
}

/**
 * The state a stored log leads to, through all versions a request has run on. `versionOf` gives the compiled version of a
 * number; `first` is the one it began with.
 */
export function retell(
  initiator: string,
  first: number,
  log: readonly StoredEvent[],
  versionOf: (version: number) => Compiled,
): State {
  let state = draft(initiator)
  let compiled = versionOf(first)
  let data: FlowData = {}
  for (const { at, event, facts } of log) {
    if (facts.data) data = facts.data
    if (event.do === 'migrate') {
      const next = versionOf(event.to)
      const moved = migrate(compiled, next, state, event.map)
      if ('state' in moved) state = { ...moved.state, seq: moved.state.seq + 1 }
      compiled = next
    } else state = advance(compiled, state, event, { ...none, ...facts, data }, at).state
  }
  return state
}

const none: Facts = { data: {}, revision: 0, inactive: [], delegations: [], admins: [], evidence: [] }

/** What is not as it must be in a state and the rows made of it; empty when all is well. */
export function unsound(
  state: State,
  rows: { readonly openTasks: readonly string[]; readonly timers: readonly string[] },
): string[] {
  const acting = state.tasks
    .filter((task) => task.status === 'open' || task.status === 'offered')
    .map((task) => task.id)
  const timers = state.tokens.flatMap((token) => token.timers)
  const faults: string[] = []
  if (state.status === 'ended' && (state.tokens.length > 0 || acting.length > 0))
    faults.push('ended, but something is open')
  if (state.status === 'running' && state.tokens.length === 0) faults.push('runs, but stands nowhere')
  if (!same(acting, rows.openTasks)) faults.push(`to-dos ${rows.openTasks.join(' ')} instead of ${acting.join(' ')}`)
  const lost = timers.filter((timer) => !rows.timers.includes(timer))
  const stray = rows.timers.filter((timer) => !timers.includes(timer))
  if (lost.length > 0) faults.push(`timers lost: ${lost.join(' ')}`)
  if (stray.length > 0) faults.push(`timers of nothing: ${stray.join(' ')}`)
  return faults
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.toSorted().join('\n') === other.toSorted().join('\n')
}
