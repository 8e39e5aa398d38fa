import * as z from 'zod'
import { Condition, holds } from '../model/condition.ts'
import type { FlowData } from '../model/value.ts'
import { Source } from '../model/who.ts'

export const methods = ['turn', 'load', 'lot', 'all'] as const

/**
 * One line of an assignment rule: when its condition holds (none: always), somebody of the pool gets the work. `turn`: one
 * after the other; `load`: who has the fewest open to-dos; `lot`: by lot; `all`: everybody, the first to claim it.
 */
export const AssignmentCase = z.strictObject({
  id: z.string().regex(/^[A-Za-z_][A-Za-z0-9_-]{0,59}$/),
  when: Condition.nullable().default(null),
  pool: Source,
  method: z.enum(methods).default('turn'),
})
export type AssignmentCase = z.infer<typeof AssignmentCase>

/** Somebody of a pool, with how many to-dos are open there. */
export type Member = { readonly id: string; readonly openCount: number }

/** The first case that holds; none when no line is meant for this. */
export function caseFor(cases: readonly AssignmentCase[], data: FlowData): AssignmentCase | undefined {
  return cases.find((one) => one.when === null || holds(one.when, data))
}

/**
 * Who of the pool gets it; nobody from an empty pool. `last` is who got the one before (somebody who has left the pool
 * counts by place), `seed` decides the lot: the same seed gives the same person. The order of the pool does not matter.
 */
export function assign(
  method: AssignmentCase['method'],
  pool: readonly Member[],
  last: string | null,
  seed: string,
): string[] {
  const ordered = pool.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  if (method === 'all') return ordered.map((one) => one.id)
  if (method === 'lot') return some(ordered[hash(seed) % Math.max(1, ordered.length)])
  if (method === 'turn') return some(after(ordered, last))
  const fewest = Math.min(...ordered.map((one) => one.openCount))
  return some(
    after(
      ordered.filter((one) => one.openCount === fewest),
      last,
    ),
  )
}

function after(ordered: readonly Member[], last: string | null): Member | undefined {
  return (last === null ? undefined : ordered.find((one) => one.id > last)) ?? ordered[0]
}

function some(one: Member | undefined): string[] {
  return one ? [one.id] : []
}

/** FNV-1a over UTF-16 units, unsigned. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value >>> 0
}
