import { useState } from 'react'
import { usePersonName } from '#screens/organisation'
import { FilterBar, type Filter } from '#ui/FilterBar'
import { Pagination } from '#ui/Pagination'
import { SimpleTable } from '#ui/SimpleTable'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { useFilters, useSearch } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { declarationKinds, declarationStates, routes, type DeclarationOf } from '../../contract.ts'
import { RowButton } from '../RowButton.tsx'
import { DeclarationState } from './DeclarationState.tsx'
import { DecideSheet } from './DecideSheet.tsx'
import { useShown } from './use-shown.ts'

const pageSize = 50

/** What employees declare, masked; who waits longest stands at the top. */
export default function DeclarationsScreen() {
  const t = useWords('payroll')
  const [search, setSearch] = useSearch({ page: 1 })
  const filters = useDeclarationFilters()
  const [filter, setFilter] = useFilters(filters)
  const { state, kind } = filter.values as Readonly<Record<string, readonly string[] | undefined>>
  const states = declarationStates.filter((id) => state?.includes(id))
  const kinds = declarationKinds.filter((id) => kind?.includes(id))
  const declarations = useRead(
    routes.listDeclarations,
    {
      ...(states.length > 0 ? { state: states } : {}),
      ...(kinds.length > 0 ? { kind: kinds } : {}),
      ...(filter.search ? { text: filter.search } : {}),
      limit: pageSize,
      offset: (Math.max(1, search.page) - 1) * pageSize,
    },
    { keep: true },
  )
  const [open, setOpen] = useState<string | null>(null)
  const opened = declarations.data?.rows.find(({ id }) => id === open)
  return (
    <Page title={t('menu.declarations')} description={t('declarations.decideAbout')}>
      <FilterBar
        id="payroll.declarations"
        filters={filters}
        state={filter}
        onChange={(next) => {
          setFilter(next)
          setSearch({ page: 1 })
        }}
        searchLabel={t('terms.search')}
        count={declarations.data && t('declarations.open_count', { count: declarations.data.open })}
      />
      <div className="mt-3">
        <Await query={declarations}>
          {({ rows, total }) => (
            <div className="flex flex-col gap-3">
              <Rows rows={rows} onOpen={setOpen} />
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
      {opened && <DecideSheet key={opened.id} declaration={opened} onClose={() => setOpen(null)} />}
    </Page>
  )
}

function Rows({ rows, onOpen }: { rows: readonly DeclarationOf[]; onOpen: (id: string) => void }) {
  const t = useWords('payroll')
  const f = useFormat()
  const called = usePersonName()
  const shownAs = useShown()
  return (
    <SimpleTable
      caption={t('menu.declarations')}
      rows={rows}
      rowKey={({ id }) => id}
      empty={t('declarations.none')}
      columns={[
        {
          title: t('declarations.who'),
          isRowHeader: true,
          cell: (row) => (
            <RowButton onPress={() => onOpen(row.id)}>
              {called(row)} · {row.number}
            </RowButton>
          ),
        },
        { title: t('declarations.kind'), cell: (row) => t(`declarations.kinds.${row.kind}`) },
        { title: t('declarations.what'), cell: shownAs },
        { title: t('declarations.from'), cell: (row) => (row.until ? `${row.from} – ${row.until}` : row.from) },
        { title: t('declarations.sentAt'), cell: (row) => f.ago(row.createdAt) },
        { title: t('declarations.state'), cell: (row) => <DeclarationState state={row.state} /> },
      ]}
    />
  )
}

function useDeclarationFilters(): readonly Filter[] {
  const t = useWords('payroll')
  return [
    {
      id: 'state',
      kind: 'choices',
      label: t('declarations.state'),
      options: declarationStates.map((id) => ({ id, label: t(`declarations.states.${id}`) })),
    },
    {
      id: 'kind',
      kind: 'choices',
      label: t('declarations.kind'),
      options: declarationKinds.map((id) => ({ id, label: t(`declarations.kinds.${id}`) })),
    },
  ]
}
