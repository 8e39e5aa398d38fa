import { tables, type Chart, type Row, type Table } from './chart.ts'
import { faultKey, faultsOf, type Fault } from './faults.ts'

/** What is written: a row that is new (`before` null), one that is otherwise, or one that goes (`after` null). */
export type Effect = { readonly table: Table; readonly before: Row | null; readonly after: Row | null }

/** What has to be written to come from one chart to another. */
export function effectsOf(before: Chart, after: Chart): Effect[] {
  return tables.flatMap((table) => {
    const old = new Map<string, Row>(before[table].map((row) => [row.id, row]))
    const effects: Effect[] = []
    for (const row of after[table]) {
      const known = old.get(row.id)
      old.delete(row.id)
      if (!known) effects.push({ table, before: null, after: row })
      else if (known !== row && !sameRow(known, row)) effects.push({ table, before: known, after: row })
    }
    for (const row of old.values()) effects.push({ table, before: row, after: null })
    return effects
  })
}

export type Undone = { readonly chart: Chart; readonly inTheWay: readonly (Effect | Fault)[] }

/**
 * Takes effects back. In the way is every row that is no longer as it was left, and what the chart would be wrong with
 * then and is not now: both mean that something newer builds on it.
 */
export function undoEffects(chart: Chart, effects: readonly Effect[]): Undone {
  const rows = Object.fromEntries(
    tables.map((table) => [table, new Map<string, Row>(chart[table].map((row) => [row.id, row]))]),
  ) as Record<Table, Map<string, Row>>
  const changed: Effect[] = []
  for (const effect of effects) {
    const { table, before, after } = effect
    const id = (before ?? after)?.id ?? ''
    const now = rows[table].get(id) ?? null
    if (now === null ? after !== null : after === null || !sameRow(now, after)) changed.push(effect)
    else if (before) rows[table].set(id, before)
    else rows[table].delete(id)
  }
  const earlier = {
    ...chart,
    ...(Object.fromEntries(tables.map((table) => [table, [...rows[table].values()]])) as unknown as Pick<Chart, Table>),
  }
  const known = new Set(faultsOf(chart).map(faultKey))
  const faults = faultsOf(earlier).filter((fault) => !known.has(faultKey(fault)))
  return { chart: earlier, inTheWay: [...changed, ...(changed.length > 0 ? [] : faults)] }
}

export function sameRow(a: Row, b: Row): boolean {
  return textOf(a) === textOf(b)
}

/** Rows as text with their keys in order, names of several languages too. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
