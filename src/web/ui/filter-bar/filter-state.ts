import type { DaySpan } from '../DateRange.tsx'
import type { Option } from '../options.ts'
import { flattened } from '../tree-nodes.ts'
import type { TreeNode } from '../tree-nodes.ts'

type Common = { id: string; label: string }
export type Filter =
  | (Common & { kind: 'choice'; options: readonly Option[] })
  | (Common & { kind: 'choices'; options: readonly Option[] })
  | (Common & { kind: 'days' })
  | (Common & { kind: 'tree'; nodes: readonly TreeNode[]; isMany?: boolean })

/** Ids for choices and trees, a span of days for days. An absent id means: not filtered by it. */
export type FilterValue = readonly string[] | DaySpan
export type FilterState = { search: string; values: Readonly<Record<string, FilterValue>> }

export const noFilters: FilterState = { search: '', values: {} }

export function isDaySpan(value: FilterValue | undefined): value is DaySpan {
  return value !== undefined && 'from' in value
}

export function withValue(state: FilterState, id: string, value: FilterValue | null): FilterState {
  const { [id]: _before, ...rest } = state.values
  const isNothing = value === null || (!isDaySpan(value) && value.length === 0)
  return { ...state, values: isNothing ? rest : { ...rest, [id]: value } }
}

export function isFiltered(state: FilterState): boolean {
  return state.search !== '' || Object.keys(state.values).length > 0
}

/** The names of what is chosen, for the chip. Ids that are gone from the options show as they are. */
export function namesOf(filter: Filter, value: FilterValue): string[] {
  if (isDaySpan(value)) return [value.from === value.until ? value.from : `${value.from} – ${value.until}`]
  if (filter.kind === 'days') return []
  const names = new Map(
    filter.kind === 'tree'
      ? flattened(filter.nodes).map(({ node }) => [node.id, node.label])
      : filter.options.map((option) => [option.id, option.label]),
  )
  return value.map((id) => names.get(id) ?? id)
}

/** For the address bar: one entry per filter, several ids behind one another, days as `from..until`. */
export function queryOf(state: FilterState): Record<string, string> {
  const values = Object.entries(state.values).map(([id, value]) => [
    id,
    isDaySpan(value) ? `${value.from}..${value.until}` : value.map(encodeURIComponent).join(','),
  ])
  return Object.fromEntries(state.search ? [['search', state.search], ...values] : values)
}

/** The way back. What names no filter, and spans that are no days, are left out: addresses are typed by hand too. */
export function stateOf(query: Readonly<Record<string, unknown>>, filters: readonly Filter[]): FilterState {
  const values: Record<string, FilterValue> = {}
  for (const filter of filters) {
    const text = query[filter.id]
    if (typeof text !== 'string' || text === '') continue
    if (filter.kind !== 'days') values[filter.id] = text.split(',').map(decoded)
    else {
      const span = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(text)
      if (span?.[1] && span[2] && span[1] <= span[2] && isDay(span[1]) && isDay(span[2]))
        values[filter.id] = { from: span[1], until: span[2] }
    }
  }
  return { search: typeof query['search'] === 'string' ? query['search'] : '', values }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
