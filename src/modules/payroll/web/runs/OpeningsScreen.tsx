import { useState } from 'react'
import FileUp from 'lucide-react/icons/file-up'
import Plus from 'lucide-react/icons/plus'
import { Button, LinkButton } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { IconButton } from '#ui/IconButton'
import { NumberField } from '#ui/NumberField'
import { Pagination } from '#ui/Pagination'
import { SimpleTable } from '#ui/SimpleTable'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { later } from '#web/later'
import { hrefTo, useHref, useSearch } from '#web/links'
import { Page, usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { routes, type Opening } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { thisMonth } from './this-month.ts'

const OpeningSheet = later(async () => (await import('./OpeningSheet.tsx')).OpeningSheet)
const pageSize = 100

/** What people brought along of a tax year when the firm began here in mid-year. */
export default function OpeningsScreen() {
  const t = useWords('payroll')
  const may = useMay()
  const isPhone = usePhone()
  const importHref = useHref()('transfer.import', { kind: 'pay-openings' })
  const [search, setSearch] = useSearch({ year: Number(thisMonth().slice(0, 4)), page: 1 })
  const [isAdding, setAdding] = useState(false)
  const { year, page } = search
  const query = useRead(routes.listOpenings, { year, limit: pageSize, offset: (page - 1) * pageSize }, { keep: true })
  const add = isPhone ? (
    <IconButton icon={Plus} label={t('runs.openingAdd')} onPress={() => setAdding(true)} />
  ) : (
    <Button variant="primary" icon={Plus} onPress={() => setAdding(true)}>
      {t('runs.openingAdd')}
    </Button>
  )
  return (
    <Page
      title={t('runs.openingsTitle')}
      backHref={hrefTo(manifest, 'runs', {})}
      {...(isPhone ? {} : { description: t('runs.openingsLead') })}
      actions={
        may('payroll.run') && (
          <>
            {!isPhone && importHref && (
              <LinkButton icon={FileUp} href={importHref}>
                {t('runs.openingImport')}
              </LinkButton>
            )}
            {add}
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <div className="w-40">
          <NumberField
            label={t('runs.openingYear')}
            value={year}
            minValue={1990}
            maxValue={2100}
            formatOptions={{ useGrouping: false }}
            onChange={(next) => next !== null && setSearch({ year: next, page: 1 })}
          />
        </div>
        <Await query={query} shape="table">
          {({ rows, total }) =>
            rows.length === 0 ? (
              <Empty title={t('runs.openingsNone')} description={t('runs.openingsNoneWhy')} />
            ) : (
              <>
                <OpeningTable rows={rows} />
                {total > pageSize && (
                  <Pagination page={page} pageSize={pageSize} total={total} onPage={(to) => setSearch({ page: to })} />
                )}
              </>
            )
          }
        </Await>
      </div>
      {isAdding && <OpeningSheet year={year} onClose={() => setAdding(false)} />}
    </Page>
  )
}

const columns = ['income', 'exempt', 'insurance', 'special', 'other', 'reduced', 'withheld'] as const

function OpeningTable({ rows }: { rows: readonly Opening[] }) {
  const t = useWords('payroll')
  const f = useFormat()
  return (
    <SimpleTable
      caption={t('runs.openingsTitle')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { title: t('runs.person'), isRowHeader: true, cell: (row) => `${row.personName} ${row.personNumber}` },
        ...columns.map((column) => ({
          title: t(`runs.opening.${column}`),
          align: 'end' as const,
          cell: (row: Opening) => f.money(row.state[column]),
        })),
        {
          title: t('runs.inputState'),
          cell: (row) => (row.isUsed ? <Tag tone="green">{t('runs.openingUsed')}</Tag> : null),
        },
      ]}
    />
  )
}
