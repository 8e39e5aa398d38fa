import { lazy, Suspense, useState } from 'react'
import FileInput from 'lucide-react/icons/file-input'
import Plus from 'lucide-react/icons/plus'
import { DayChip } from '#screens/organisation'
import { Button } from '#ui/Button'
import { FilterBar, type Filter } from '#ui/FilterBar'
import { Pagination } from '#ui/Pagination'
import { Await } from '#web/await'
import { useFilters, useSearch } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { jurisdictions, routes, type Parameter } from '../../contract.ts'
import { ParameterTable } from './ParameterTable.tsx'

const ParameterSheet = lazy(() => import('./ParameterSheet.tsx'))
const ImportSheet = lazy(() => import('./ImportSheet.tsx'))
const AddSheet = lazy(() => import('./AddSheet.tsx'))
const pageSize = 100

/** What the law says on a day, where it was read, and what is still missing. */
export default function ParametersScreen() {
  const t = useWords('payroll')
  const mayEdit = useMay()('payroll.set-up')
  const [search, setSearch] = useSearch({ on: '', page: 1 })
  const all = useRead(routes.listParameters, { limit: 1 })
  const filters = useParameterFilters(all.data?.cities ?? [])
  const [filter, setFilter] = useFilters(filters)
  const { jurisdiction, city, state } = filter.values as Readonly<Record<string, readonly string[] | undefined>>
  const chosen = jurisdictions.find((id) => id === jurisdiction?.[0])
  const parameters = useRead(
    routes.listParameters,
    {
      ...(search.on ? { on: search.on } : {}),
      ...(chosen ? { jurisdiction: chosen } : {}),
      ...(city?.length ? { city: [...city] } : {}),
      isOpen: state?.[0] === 'open',
      limit: pageSize,
      offset: (Math.max(1, search.page) - 1) * pageSize,
    } as never,
    { keep: true },
  )
  const [open, setOpen] = useState<Pick<Parameter, 'jurisdiction' | 'city' | 'kind'> | 'add' | 'import' | null>(null)
  return (
    <Page
      title={t('menu.parameters')}
      description={t('parameters.about')}
      actions={
        <>
          <DayChip on={search.on} onChange={(on) => setSearch({ on, page: 1 })} />
          {mayEdit && (
            <>
              <Button icon={FileInput} onPress={() => setOpen('import')}>
                {t('parameters.import')}
              </Button>
              <Button variant="primary" icon={Plus} onPress={() => setOpen('add')}>
                {t('parameters.add')}
              </Button>
            </>
          )}
        </>
      }
    >
      <FilterBar
        id="payroll.parameters"
        filters={filters}
        state={filter}
        onChange={(next) => {
          setFilter(next)
          setSearch({ page: 1 })
        }}
        count={parameters.data && t('parameters.count', { count: parameters.data.total })}
      />
      <div className="mt-3">
        <Await query={parameters}>
          {({ rows, total }) => (
            <div className="flex flex-col gap-3">
              <ParameterTable rows={rows} onOpen={setOpen} />
              {total > pageSize && (
                <Pagination
                  page={search.page}
                  pageSize={pageSize}
                  total={total}
                  onPage={(page) => setSearch({ page })}
                />
              )}
              <Suspense fallback={null}>
                {open === 'import' && <ImportSheet onClose={() => setOpen(null)} />}
                {open === 'add' && <AddSheet cities={parameters.data?.cities ?? []} onClose={() => setOpen(null)} />}
                {open !== null && typeof open === 'object' && (
                  <Opened rows={rows} place={open} mayEdit={mayEdit} onClose={() => setOpen(null)} />
                )}
              </Suspense>
            </div>
          )}
        </Await>
      </div>
    </Page>
  )
}

type OpenedProps = {
  rows: readonly Parameter[]
  place: Pick<Parameter, 'jurisdiction' | 'city' | 'kind'>
  mayEdit: boolean
  onClose: () => void
}

/** The row as it stands now: it is read again after each change. */
function Opened({ rows, place, mayEdit, onClose }: OpenedProps) {
  const row = rows.find(
    ({ jurisdiction, city, kind }) => jurisdiction === place.jurisdiction && city === place.city && kind === place.kind,
  )
  return row ? <ParameterSheet parameter={row} mayEdit={mayEdit} onClose={onClose} /> : null
}

function useParameterFilters(cities: readonly string[]): readonly Filter[] {
  const t = useWords('payroll')
  return [
    {
      id: 'jurisdiction',
      kind: 'choice',
      label: t('setup.jurisdiction'),
      options: jurisdictions.map((id) => ({ id, label: t(`setup.jurisdictions.${id}`) })),
    },
    { id: 'city', kind: 'choices', label: t('setup.city'), options: cities.map((id) => ({ id, label: id })) },
    {
      id: 'state',
      kind: 'choice',
      label: t('parameters.state'),
      options: [{ id: 'open', label: t('parameters.onlyOpen') }],
    },
  ]
}
