import { lazy, Suspense, useMemo } from 'react'
import { useUnitNodes } from '#screens/organisation'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { FilterBar, type Filter } from '#ui/FilterBar'
import { Skeleton } from '#ui/Skeleton'
import { ProblemNote } from '#web/await'
import { useFilters } from '#web/links'
import { Page, usePhone } from '#web/page'
import { usePages } from '#web/pages'
import { useRead } from '#web/query'
import { useMay, useSession } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { offsetAfter } from '../inbox/offset-after.ts'
import { RequestLine } from './RequestLine.tsx'
import { askedWith, states } from './request-query.ts'

const RequestGrid = lazy(() => import('./RequestGrid.tsx'))

/** The requests of all those one may look after. */
export default function RequestsScreen() {
  const t = useWords('flow')
  const isPhone = usePhone()
  const filters = useRequestFilters()
  const timeZone = useSession().tenant?.timeZone ?? 'Asia/Shanghai'
  const [state, setState] = useFilters(filters)
  const list = usePages(routes.listRequests, { ...askedWith(state, timeZone), limit: isPhone ? 30 : 200 }, offsetAfter)
  const rows = list.pages?.flatMap((page) => page.rows) ?? []
  const total = list.pages?.at(-1)?.total
  const isFiltered = state.search !== '' || Object.keys(state.values).length > 0
  const empty = isFiltered ? (
    <Empty title={t('desk.requests.noHit')} />
  ) : (
    <Empty title={t('desk.requests.empty')} description={t('desk.requests.emptyNote')} />
  )
  const failing = list.problem && !list.pages && <ProblemNote problem={list.problem} onAgain={list.readAgain} />
  return (
    <Page title={t('menu.requests')} isFlush={!isPhone}>
      <div className={isPhone ? 'flex flex-col gap-4' : 'flex h-full min-h-0 flex-col gap-3 px-5 pb-4'}>
        <FilterBar
          id="requests"
          filters={filters}
          state={state}
          onChange={setState}
          searchLabel={t('desk.requests.search')}
          count={total === undefined ? undefined : t('desk.requests.count', { count: total })}
        />
        {!isPhone ? (
          <Suspense fallback={<Skeleton shape="table" count={8} />}>
            <RequestGrid list={list} rows={rows} total={total ?? 0} failing={failing} empty={empty} />
          </Suspense>
        ) : list.pages ? (
          rows.length === 0 ? (
            empty
          ) : (
            <Card isFlush>
              <ul aria-label={t('menu.requests')} className="divide-y divide-line">
                {rows.map((row) => (
                  <RequestLine key={row.id} row={row} />
                ))}
              </ul>
              {list.hasMore && (
                <div className="border-t border-line p-3">
                  <Button isBlock variant="quiet" onPress={list.more} isPending={list.isReading}>
                    {t('inbox.more')}
                  </Button>
                </div>
              )}
            </Card>
          )
        ) : (
          failing || <Skeleton shape="cards" count={4} />
        )}
      </div>
    </Page>
  )
}

function useRequestFilters(): Filter[] {
  const t = useWords('flow')
  const local = useLocal()
  const may = useMay()
  const nodes = useUnitNodes()
  const flows = useRead(routes.listStartable, {}, { when: may('flow.start') })
  return useMemo<Filter[]>(
    () => [
      {
        id: 'flow',
        kind: 'choices',
        label: t('desk.requests.flow'),
        options: (flows.data?.rows ?? []).map((flow) => ({ id: flow.id, label: local(flow.name) })),
      },
      {
        id: 'state',
        kind: 'choice',
        label: t('desk.requests.status'),
        options: states.map((id) => ({ id, label: t(`request.state.${id}`) })),
      },
      { id: 'unit', kind: 'tree', label: t('desk.requests.unit'), nodes },
      { id: 'days', kind: 'days', label: t('desk.requests.days') },
    ],
    [t, local, flows.data, nodes],
  )
}
