import type { FlowData } from '../model/value.ts'

/**
 * Somebody acts for somebody else in [start, until), epoch milliseconds. `flows` null: in all; `atMost`: only while a
 * number field is no greater. `replace`: only the other acts; `both`: who acts first.
 */
export type Delegation = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly start: number
  readonly until: number
  readonly flows: readonly string[] | null
  readonly atMost: { readonly field: string; readonly value: number } | null
  readonly mode: 'replace' | 'both'
}

/** What the shell knows when an event happens. It is kept with the event, so that replaying needs nothing else. */
export type Facts = {
  /** The form as it stands, and how often it was changed. */
  readonly data: FlowData
  readonly revision: number
  /** Of the people this instance knows: who left or is locked out. */
  readonly inactive: readonly string[]
  readonly delegations: readonly Delegation[]
  /** Who is asked when nobody else can be; the first takes what nobody takes. */
  readonly admins: readonly string[]
  /** Gates for which valid evidence exists from elsewhere. */
  readonly evidence: readonly string[]
}

export const noFacts: Facts = { data: {}, revision: 0, inactive: [], delegations: [], admins: [], evidence: [] }

/**
 * Who acts for a person now: one hop only, never the initiator, never somebody inactive, and nobody at all when the two
 * stand in for each other.
 */
export function delegateOf(
  facts: Facts,
  person: string,
  flow: string,
  initiator: string,
  now: number,
): Delegation | undefined {
  const running = facts.delegations.filter((one) => applies(one, facts, flow, now))
  return running.find(
    (one) =>
      one.from === person &&
      one.to !== person &&
      one.to !== initiator &&
      !facts.inactive.includes(one.to) &&
      !running.some((back) => back.from === one.to && back.to === person),
  )
}

export function applies(one: Delegation, facts: Facts, flow: string, now: number): boolean {
  if (now < one.start || now >= one.until || (one.flows !== null && !one.flows.includes(flow))) return false
  if (!one.atMost) return true
  const value = Object.hasOwn(facts.data, one.atMost.field) ? facts.data[one.atMost.field] : null
  return typeof value === 'number' && value <= one.atMost.value
}
