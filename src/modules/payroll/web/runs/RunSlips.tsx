import { lazy, Suspense, useState } from 'react'
import { FilterBar, isDaySpan, type Filter, type FilterState } from '#ui/FilterBar'
import { Skeleton } from '#ui/Skeleton'
import { later } from '#web/later'
import { useFilters } from '#web/links'
import { usePhone } from '#web/page'
import { usePages } from '#web/pages'
import { useWords } from '#web/words'
import { routes, type PayRun } from '../../contract.ts'
import { SlipCards } from './SlipCards.tsx'

const SlipGrid = lazy(() => import('./SlipGrid.tsx'))
const SlipSheet = later(async () => (await import('./SlipSheet.tsx')).SlipSheet)
const shows = ['all', 'errors', 'found', 'changed', 'held'] as const
const sorts = ['diff', 'net', 'name'] as const

/** Who is paid by the run, beside last month: errors first, then the largest difference. */
export function RunSlips({ run }: { run: PayRun }) {
  const t = useWords('payroll')
  const isPhone = usePhone()
  const filters = useSlipFilters()
  const [state, setState] = useFilters(filters)
  const [opened, setOpened] = useState<string | null>(null)
  const list = usePages(routes.listRunSlips, { runId: run.id, ...asked(state) }, (last, all) => {
    const read = all.reduce((sum, page) => sum + page.rows.length, 0)
    return last.rows.length > 0 && read < last.total ? { offset: read } : undefined
  })
  const rows = list.pages?.flatMap((page) => page.rows) ?? []
  const total = list.pages?.[0]?.total
  const props = { list, rows, total, currency: run.currency, onOpen: setOpened }
  return (
    <div className="flex flex-col gap-3 pt-3">
      <FilterBar
        id="pay-slips"
        filters={filters}
        state={state}
        onChange={setState}
        searchLabel={t('runs.search')}
        count={total !== undefined && t('runs.slipTotal', { total })}
      />
      {isPhone ? (
        <SlipCards {...props} />
      ) : (
        <Suspense fallback={<Skeleton shape="table" count={8} />}>
          <SlipGrid {...props} />
        </Suspense>
      )}
      {opened && <SlipSheet run={run} slipId={opened} onClose={() => setOpened(null)} />}
    </div>
  )
}

function useSlipFilters(): readonly Filter[] {
  const t = useWords('payroll')
  return [
    {
      id: 'show',
      label: t('runs.show'),
      kind: 'choice',
      options: shows.map((id) => ({ id, label: t(`runs.shows.${id}`) })),
    },
    {
      id: 'sort',
      label: t('runs.sort'),
      kind: 'choice',
      options: sorts.map((id) => ({ id, label: t(`runs.sorts.${id}`) })),
    },
  ]
}

function asked({ search, values }: FilterState) {
  const first = (id: string) => {
    const value = values[id]
    return value && !isDaySpan(value) ? value[0] : undefined
  }
  const show = shows.find((one) => one === first('show'))
  const sort = sorts.find((one) => one === first('sort'))
  return { limit: 100, ...(search ? { text: search } : {}), ...(show ? { show } : {}), ...(sort ? { sort } : {}) }
}
