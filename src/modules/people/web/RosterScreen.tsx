import { lazy, Suspense, useState } from 'react'
import Download from 'lucide-react/icons/download'
import FileSpreadsheet from 'lucide-react/icons/file-spreadsheet'
import Upload from 'lucide-react/icons/upload'
import UserPlus from 'lucide-react/icons/user-plus'
import { DayChip } from '#screens/organisation'
import { Button, LinkButton } from '#ui/Button'
import { FilterBar } from '#ui/FilterBar'
import { Menu } from '#ui/Menu'
import { Pagination } from '#ui/Pagination'
import { Skeleton } from '#ui/Skeleton'
import { useFilters, useHref, useSearch } from '#web/links'
import { Page, usePhone } from '#web/page'
import { addressOf, useRead } from '#web/query'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'
import { NewPersonSheet } from './NewPersonSheet.tsx'
import { PersonCards } from './PersonCards.tsx'
import { rosterQuery, useRosterFilters, type RosterQuery } from './roster-query.ts'

const RosterGrid = lazy(() => import('./RosterGrid.tsx'))
const pageSize = 100

/** People with their seat and their file on a day. Filters, order and page stand in the address. */
export default function RosterScreen() {
  const t = useWords('people')
  const isPhone = usePhone()
  const [search, setSearch] = useSearch({ on: '', sort: 'number', order: 'up', page: 1 })
  const filters = useRosterFilters(search.on)
  const [filter, setFilter] = useFilters(filters)
  const [isAdding, setAdding] = useState(false)
  const query = rosterQuery(filter, search)
  const roster = useRead(
    routes.listRoster,
    { ...query, limit: pageSize, offset: (Math.max(1, search.page) - 1) * pageSize },
    { keep: true },
  )
  const total = roster.data?.total ?? 0
  const sort = { columnId: search.sort, descending: search.order === 'down' }
  return (
    <Page
      title={t('menu.roster')}
      actions={<RosterActions query={query} on={search.on} onDay={(on) => setSearch({ on, page: 1 })} />}
      mainAction={<AddButton onPress={() => setAdding(true)} />}
    >
      <FilterBar
        id="people.roster"
        filters={filters}
        state={filter}
        onChange={(next) => {
          setFilter(next)
          if (search.page !== 1) setSearch({ page: 1 })
        }}
        searchLabel={t('screens.search')}
        count={roster.data && t('screens.count', { count: total })}
      />
      <div className="mt-3">
        {isPhone ? (
          <PersonCards query={roster} />
        ) : (
          <Suspense fallback={<Skeleton shape="table" />}>
            <RosterGrid
              query={roster}
              sort={sort}
              onSort={(next) =>
                setSearch({ sort: next?.columnId ?? 'number', order: next?.descending ? 'down' : 'up', page: 1 })
              }
            />
          </Suspense>
        )}
      </div>
      {total > pageSize && (
        <div className="mt-3">
          <Pagination page={search.page} pageSize={pageSize} total={total} onPage={(page) => setSearch({ page })} />
        </div>
      )}
      {isAdding && <NewPersonSheet onClose={() => setAdding(false)} />}
    </Page>
  )
}

type RosterActionsProps = { query: RosterQuery; on: string; onDay: (on: string) => void }

function RosterActions({ query, on, onDay }: RosterActionsProps) {
  const t = useWords('people')
  const may = useMay()
  const isPhone = usePhone()
  const imports = useHref()('transfer.imports', {}, { kind: 'roster' })
  const fileOf = (format: 'xlsx' | 'csv') => addressOf(routes.exportRoster, { ...query, format })
  return (
    <>
      <DayChip on={on} onChange={onDay} />
      {!isPhone && may('people.import', 'all') && imports && (
        <LinkButton href={imports} icon={Upload}>
          {t('screens.import')}
        </LinkButton>
      )}
      {!isPhone && may('people.export') && (
        <Menu
          label={t('screens.export')}
          placement="bottom end"
          groups={[
            {
              items: [
                {
                  id: 'xlsx',
                  title: 'Excel (.xlsx)',
                  icon: FileSpreadsheet,
                  onAction: () => location.assign(fileOf('xlsx')),
                },
                { id: 'csv', title: 'CSV', icon: FileSpreadsheet, onAction: () => location.assign(fileOf('csv')) },
              ],
            },
          ]}
        >
          <Button icon={Download}>{t('screens.export')}</Button>
        </Menu>
      )}
    </>
  )
}

function AddButton({ onPress }: { onPress: () => void }) {
  const t = useWords('people')
  if (!useMay()('organisation.edit')) return null
  return (
    <Button variant="primary" icon={UserPlus} onPress={onPress}>
      {t('screens.add')}
    </Button>
  )
}
