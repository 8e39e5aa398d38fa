import type { Asked } from '#core/contract'
import { useUnitNodes } from '#screens/organisation'
import type { Filter, FilterState } from '#ui/FilterBar'
import { useWords } from '#web/words'
import { employments, type routes } from '../contract.ts'

export type RosterQuery = Omit<Asked<typeof routes.listRoster>, 'limit' | 'offset'>

export function useRosterFilters(on: string): readonly Filter[] {
  const t = useWords('people')
  const units = useUnitNodes(on)
  return [
    { id: 'unit', kind: 'tree', label: t('columns.unitName'), nodes: units },
    {
      id: 'employment',
      kind: 'choices',
      label: t('columns.employment'),
      options: employments.map((id) => ({ id, label: t(`employments.${id}`) })),
    },
  ]
}

/** What is asked of the server. Unless somebody asks for them, people who left are not shown. */
export function rosterQuery(filter: FilterState, search: { on: string; sort: string; order: string }): RosterQuery {
  const { unit, employment } = filter.values as Readonly<Record<string, readonly string[] | undefined>>
  const chosen = employments.filter((id) => employment?.includes(id))
  return {
    employment: chosen.length > 0 ? chosen : employments.filter((id) => id !== 'left'),
    sort: search.sort === 'name' || search.sort === 'hiredOn' ? search.sort : 'number',
    order: search.order === 'down' ? 'down' : 'up',
    ...(filter.search ? { text: filter.search } : {}),
    ...(unit?.[0] ? { unitId: unit[0] } : {}),
    ...(search.on ? { on: search.on } : {}),
  }
}
