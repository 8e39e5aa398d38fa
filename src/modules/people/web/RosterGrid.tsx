import UserRound from 'lucide-react/icons/user-round'
import { usePersonName } from '#screens/organisation'
import { DataGrid, type GridColumn, type GridSort } from '#ui/DataGrid'
import { Empty } from '#ui/Empty'
import { ProblemNote } from '#web/await'
import { hrefTo, Link, useGo } from '#web/links'
import type { Read } from '#web/query'
import { useLocal, useWords } from '#web/words'
import type { RosterRow } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { EmploymentTag } from './EmploymentTag.tsx'

type RosterGridProps = {
  query: Read<{ total: number; rows: RosterRow[] }>
  sort: GridSort
  onSort: (sort: GridSort | null) => void
}

export default function RosterGrid({ query, sort, onSort }: RosterGridProps) {
  const t = useWords('people')
  const go = useGo()
  const called = usePersonName()
  return (
    <DataGrid
      id="people.roster"
      label={t('menu.roster')}
      rows={query.data?.rows ?? []}
      rowId={(row) => row.id}
      rowName={called}
      columns={useColumns()}
      sort={sort}
      onSort={onSort}
      sortedByServer
      totalRows={query.data?.total ?? 0}
      isLoading={query.isPending || query.isPlaceholderData}
      error={query.error && <ProblemNote problem={query.error} onAgain={() => void query.refetch()} />}
      empty={<Empty icon={UserRound} title={t('screens.none')} description={t('screens.noneWhy')} />}
      onOpen={(row) => go(hrefTo(manifest, 'person', { personId: row.id }))}
    />
  )
}

function useColumns(): GridColumn<RosterRow>[] {
  const t = useWords('people')
  const local = useLocal()
  const called = usePersonName()
  return [
    { id: 'number', title: t('columns.number'), widthPx: 120, pin: 'start', sortable: true, cell: (row) => row.number },
    {
      id: 'name',
      title: t('columns.name'),
      widthPx: 150,
      pin: 'start',
      locked: true,
      sortable: true,
      cell: (row) => (
        <Link href={hrefTo(manifest, 'person', { personId: row.id })}>
          <span className="font-medium">{called(row)}</span>
        </Link>
      ),
    },
    { id: 'unitName', title: t('columns.unitName'), widthPx: 200, cell: (row) => local(row.unitName) || '—' },
    {
      id: 'positionTitle',
      title: t('columns.positionTitle'),
      widthPx: 200,
      cell: (row) => local(row.positionTitle) || '—',
    },
    {
      id: 'employment',
      title: t('columns.employment'),
      widthPx: 120,
      cell: (row) => <EmploymentTag employment={row.employment} />,
    },
    { id: 'hiredOn', title: t('columns.hiredOn'), widthPx: 130, sortable: true, cell: (row) => row.hiredOn ?? '—' },
    { id: 'mobile', title: t('columns.mobile'), widthPx: 150, cell: (row) => row.mobile ?? '—' },
    { id: 'email', title: t('columns.email'), widthPx: 220, hidden: true, cell: (row) => row.email ?? '—' },
  ]
}
