import { lazy, Suspense } from 'react'
import Upload from 'lucide-react/icons/upload'
import { DayChip } from '#screens/organisation'
import { Button, LinkButton } from '#ui/Button'
import { FilterBar, type Filter } from '#ui/FilterBar'
import { Pagination } from '#ui/Pagination'
import { Await } from '#web/await'
import { useFilters, useHref, useSearch } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { PaidPeople } from './PaidPeople.tsx'

const TermsSheet = lazy(() => import('./TermsSheet.tsx'))
const pageSize = 50

/** What people are paid on a day, and who has no terms yet. Opening it is recorded. */
export default function TermsScreen() {
  const t = useWords('payroll')
  const may = useMay()
  const imports = useHref()('transfer.imports', {}, { kind: 'pay-terms' })
  const [search, setSearch] = useSearch({ on: '', page: 1, person: '' })
  const filters = useTermFilters()
  const [filter, setFilter] = useFilters(filters)
  const { group, state } = filter.values as Readonly<Record<string, readonly string[] | undefined>>
  const isMissing = state?.[0] === 'missing'
  const people = useRead(
    routes.listTerms,
    {
      ...(group?.[0] ? { groupId: group[0] } : {}),
      ...(filter.search ? { text: filter.search } : {}),
      ...(search.on ? { on: search.on } : {}),
      state: isMissing ? 'missing' : 'paid',
      limit: pageSize,
      offset: (Math.max(1, search.page) - 1) * pageSize,
    },
    { keep: true },
  )
  return (
    <Page
      title={t('menu.terms')}
      description={t('terms.about')}
      actions={
        <>
          <DayChip on={search.on} onChange={(on) => setSearch({ on, page: 1 })} />
          {may('payroll.edit-terms') && imports && (
            <LinkButton href={imports} icon={Upload}>
              {t('terms.import')}
            </LinkButton>
          )}
        </>
      }
    >
      <FilterBar
        id="payroll.terms"
        filters={filters}
        state={filter}
        onChange={(next) => {
          setFilter(next)
          setSearch({ page: 1 })
        }}
        searchLabel={t('terms.search')}
        count={people.data && t('terms.count', { count: people.data.total })}
      />
      {!isMissing && (people.data?.missing ?? 0) > 0 && (
        <p className="mt-3 flex flex-wrap items-center gap-2 rounded-lg bg-amber-soft px-3 py-2 text-amber-text">
          {t('terms.missing', { count: people.data?.missing ?? 0 })}
          <Button size="sm" onPress={() => setFilter({ search: '', values: { state: ['missing'] } })}>
            {t('terms.showMissing')}
          </Button>
        </p>
      )}
      <div className="mt-3">
        <Await query={people}>
          {({ rows, total }) => (
            <div className="flex flex-col gap-3">
              <PaidPeople rows={rows} onOpen={(person) => setSearch({ person })} />
              {total > pageSize && (
                <Pagination
                  page={search.page}
                  pageSize={pageSize}
                  total={total}
                  onPage={(page) => setSearch({ page })}
                />
              )}
            </div>
          )}
        </Await>
      </div>
      {search.person && (
        <Suspense fallback={null}>
          <TermsSheet key={search.person} personId={search.person} onClose={() => setSearch({ person: '' })} />
        </Suspense>
      )}
    </Page>
  )
}

function useTermFilters(): readonly Filter[] {
  const t = useWords('payroll')
  const local = useLocal()
  const groups = useRead(routes.listGroups, {}).data ?? []
  return [
    {
      id: 'group',
      kind: 'choice',
      label: t('setup.group'),
      options: groups.map(({ id, name }) => ({ id, label: local(name) })),
    },
    {
      id: 'state',
      kind: 'choice',
      label: t('terms.state'),
      options: (['paid', 'missing'] as const).map((id) => ({ id, label: t(`terms.states.${id}`) })),
    },
  ]
}
