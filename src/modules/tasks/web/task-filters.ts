import { useUnitNodes } from '#screens/organisation'
import { routes as responsibilities } from '#contract/responsibilities'
import type { Filter, FilterState } from '#ui/FilterBar'
import { isDaySpan } from '#ui/FilterBar'
import { useSearch } from '#web/links'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import type { Asked } from '#core/contract'
import { taskFilters, type routes } from '../contract.ts'

/** What the list of tasks can be narrowed by. */
export function useTaskFilters(): readonly Filter[] {
  const [{ show, view }] = useSearch({ show: '', view: 'list' })
  const isShowChosen = show !== '' || view !== 'list'
  const t = useWords('tasks')
  const local = useLocal()
  const nodes = useUnitNodes()
  const known = useRead(responsibilities.listResponsibilities, { limit: 500 })
  const options = (known.data?.items ?? []).map((item) => ({ id: item.id, label: local(item.name), note: item.code }))
  return [
    {
      id: 'show',
      // Without a choice the list shows what is to be done, and the button says so.
      label: isShowChosen ? t('filter.show') : t('filter.showOpen'),
      kind: 'choice',
      options: taskFilters.map((name) => ({ id: name, label: t(`filter.${name}`) })),
    },
    { id: 'unit', label: t('unit'), kind: 'tree', nodes, isMany: true },
    ...(options.length > 0
      ? [{ id: 'responsibility', label: t('responsibility'), kind: 'choices' as const, options }]
      : []),
    { id: 'due', label: t('due.label'), kind: 'days' },
  ]
}

/** The filters as the route takes them. */
export function askedWith({ search, values }: FilterState): Asked<(typeof routes)['listTasks']> {
  const { show, unit, responsibility, due } = values
  const first = show && !isDaySpan(show) ? show[0] : undefined
  const chosen = taskFilters.find((each) => each === first)
  return {
    ...(chosen ? { show: chosen } : {}),
    ...(search ? { text: search } : {}),
    ...(unit && !isDaySpan(unit) ? { unitId: [...unit] } : {}),
    ...(responsibility && !isDaySpan(responsibility) ? { responsibilityId: [...responsibility] } : {}),
    ...(isDaySpan(due) ? { dueFrom: due.from, dueUntil: due.until } : {}),
    limit: 50,
  }
}
