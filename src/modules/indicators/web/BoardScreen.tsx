import { useMemo } from 'react'
import Users from 'lucide-react/icons/users'
import { lights } from '#core/indicator'
import { useUnitNodes } from '#screens/organisation'
import { Empty } from '#ui/Empty'
import { FilterBar, type Filter } from '#ui/FilterBar'
import { Pagination } from '#ui/Pagination'
import { Await } from '#web/await'
import { useFilters, useSearch } from '#web/links'
import { Page, usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type Board } from '../contract.ts'
import { BoardCards } from './BoardCards.tsx'
import { BoardCounts } from './BoardCounts.tsx'
import { BoardTable } from './BoardTable.tsx'
import { CellSheet } from './CellSheet.tsx'
import { PeriodBar } from './PeriodBar.tsx'
import { useShownPeriod } from './use-period.ts'

const pageSize = 50

/** The people I lead and what they answer for: worst first, every cell opens down to the facts. */
export default function BoardScreen() {
  const t = useWords('indicators')
  const isPhone = usePhone()
  const shown = useShownPeriod()
  const nodes = useUnitNodes()
  const filters = useMemo<Filter[]>(
    () => [
      { id: 'unit', kind: 'tree', label: t('board.unit'), nodes },
      {
        id: 'light',
        kind: 'choice',
        label: t('board.light'),
        options: lights.map((light) => ({ id: light, label: t(`lights.open.${light}`) })),
      },
    ],
    [t, nodes],
  )
  const [state, setState] = useFilters(filters)
  const [{ page, person, duty }, setSearch] = useSearch({ page: 1, person: '', duty: '' })
  const [unitId] = ids(state.values['unit'])
  const [light] = ids(state.values['light'])
  const board = useRead(
    routes.readBoard,
    {
      ...shown.asked,
      ...(unitId ? { unitId } : {}),
      ...(lights.some((each) => each === light) ? { light: light as (typeof lights)[number] } : {}),
      ...(state.search ? { text: state.search } : {}),
      limit: pageSize,
      offset: (page - 1) * pageSize,
    },
    { keep: true },
  )
  const open = (cell: { personId: string; responsibilityId: string }) =>
    setSearch({ person: cell.personId, duty: cell.responsibilityId })
  const List = isPhone ? BoardCards : BoardTable
  return (
    <Page title={t('menu.board')}>
      <div className="flex flex-col gap-4">
        <PeriodBar shown={shown} />
        <FilterBar
          id="board"
          filters={filters}
          state={state}
          onChange={setState}
          searchLabel={t('board.search')}
          count={board.data && t('board.count', { count: board.data.total })}
          {...(isPhone ? { views: 'none' } : {})}
        />
        <Await query={board} shape="table">
          {(found) => (
            <div className="flex flex-col gap-4">
              <BoardCounts
                board={found}
                onLight={(chosen) => setState({ ...state, values: { ...state.values, light: [chosen] } })}
              />
              {found.rows.length === 0 ? (
                <Nobody board={found} />
              ) : (
                <List board={found} asked={shown.asked} onOpen={open} />
              )}
              {found.total > pageSize && (
                <Pagination
                  page={page}
                  pageSize={pageSize}
                  total={found.total}
                  onPage={(next) => setSearch({ page: next })}
                />
              )}
            </div>
          )}
        </Await>
      </div>
      {person && duty && (
        <CellSheet
          personId={person}
          responsibilityId={duty}
          asked={shown.asked}
          onClose={() => setSearch({ person: '', duty: '' })}
        />
      )}
    </Page>
  )
}

function Nobody({ board }: { board: Board }) {
  const t = useWords('indicators')
  return board.counts.people === 0 ? (
    <Empty icon={Users} title={t('board.nobody')} description={t('board.nobodyHint')} />
  ) : (
    <Empty icon={Users} title={t('board.noneFits')} />
  )
}

function ids(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as string[]) : []
}
