import type { Asked } from '#core/contract'
import { useUnitNodes } from '#screens/organisation'
import type { Filter, FilterState } from '#ui/FilterBar'
import { useLocal, useWords } from '#web/words'
import { assignmentKinds, routes as chart } from '#contract/organisation'
import { useRead } from '#web/query'
import { employments, type routes } from '../contract.ts'

export type RosterQuery = Omit<Asked<typeof routes.listRoster>, 'limit' | 'offset'>

export function useRosterFilters(on: string): readonly Filter[] {
  const t = useWords('people')
  const units = useUnitNodes(on)
  const positions = usePositions(on)
  return [
    { id: 'unit', kind: 'tree', label: t('columns.unitName'), nodes: units },
    { id: 'position', kind: 'choices', label: t('columns.positionTitle'), options: positions },
    {
      id: 'kind',
      kind: 'choices',
      label: t('screens.kind'),
      options: assignmentKinds.map((id) => ({ id, label: t(`assignmentKinds.${id}`) })),
    },
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
  const { unit, position, kind, employment } = filter.values as Readonly<Record<string, readonly string[] | undefined>>
  const kinds = assignmentKinds.filter((id) => kind?.includes(id))
  const chosen = employments.filter((id) => employment?.includes(id))
  return {
    employment: chosen.length > 0 ? chosen : employments.filter((id) => id !== 'left'),
    sort: search.sort === 'name' || search.sort === 'hiredOn' ? search.sort : 'number',
    order: search.order === 'down' ? 'down' : 'up',
    ...(filter.search ? { text: filter.search } : {}),
    ...(position?.[0] ? { positionId: position[0] } : {}),
    ...(kinds.length > 0 ? { kind: kinds } : {}),
    ...(unit?.[0] ? { unitId: unit[0] } : {}),
    ...(search.on ? { on: search.on } : {}),
  }
}

/** Positions to choose from, with the unit beside titles that several bear. */
function usePositions(on: string) {
  const local = useLocal()
  const { data } = useRead(chart.listPositions, { limit: 500, ...(on ? { on } : {}) })
  return (data?.rows ?? []).map((position) => ({
    id: position.id,
    label: `${local(position.title)} · ${local(position.unitName)}`,
  }))
}
