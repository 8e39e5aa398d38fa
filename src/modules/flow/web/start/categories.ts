import type { Output } from '#core/contract'
import type { routes } from '../../contract.ts'

export type Startable = Output<(typeof routes)['listStartable']>['rows'][number]
export type FlowGroup = { category: string; flows: readonly Startable[] }

const mostOften = 6
/** From how many flows on a group of those often used is a help. */
const many = 8

/** By category in the order they come, what has none last; above them what the asker uses most. */
export function byCategory(rows: readonly Startable[], isSearch: boolean): FlowGroup[] {
  if (isSearch) return [{ category: '', flows: rows }]
  const often = rows.length >= many ? rows.filter(({ used }) => used > 0).slice(0, mostOften) : []
  const groups = new Map<string, Startable[]>()
  for (const flow of rows) groups.set(flow.category, [...(groups.get(flow.category) ?? []), flow])
  const sorted = [...groups].toSorted(([a], [b]) => Number(a === '') - Number(b === ''))
  return [
    ...(often.length > 0 ? [{ category: 'often', flows: often }] : []),
    ...sorted.map(([category, flows]) => ({ category, flows })),
  ]
}
