import { useState } from 'react'
import FileUp from 'lucide-react/icons/file-up'
import Plus from 'lucide-react/icons/plus'
import { Button, LinkButton } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { IconButton } from '#ui/IconButton'
import { Pagination } from '#ui/Pagination'
import { SearchField } from '#ui/SearchField'
import { Await } from '#web/await'
import { later } from '#web/later'
import { hrefTo, useHref, useSearch } from '#web/links'
import { Page, usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { InputTable } from './InputTable.tsx'
import { MonthField } from './MonthField.tsx'
import { thisMonth } from './this-month.ts'

const InputSheet = later(async () => (await import('./InputSheet.tsx')).InputSheet)
const pageSize = 100

/** What was put in for a month, by hand, by sheet, as arrears. */
export default function InputsScreen() {
  const t = useWords('payroll')
  const may = useMay()
  const isPhone = usePhone()
  const importHref = useHref()('transfer.import', { kind: 'pay-inputs' })
  const [search, setSearch] = useSearch({ period: thisMonth(), text: '', page: 1 })
  const [isAdding, setAdding] = useState(false)
  const { period, text, page } = search
  const query = useRead(
    routes.listInputs,
    { period, ...(text ? { text } : {}), limit: pageSize, offset: (page - 1) * pageSize },
    { keep: true },
  )
  const add = isPhone ? (
    <IconButton icon={Plus} label={t('runs.inputAdd')} onPress={() => setAdding(true)} />
  ) : (
    <Button variant="primary" icon={Plus} onPress={() => setAdding(true)}>
      {t('runs.inputAdd')}
    </Button>
  )
  return (
    <Page
      title={t('runs.inputsTitle')}
      backHref={hrefTo(manifest, 'runs', {})}
      {...(isPhone ? {} : { description: t('runs.inputsLead') })}
      actions={
        may('payroll.run') && (
          <>
            {!isPhone && importHref && (
              <LinkButton icon={FileUp} href={importHref}>
                {t('runs.inputImport')}
              </LinkButton>
            )}
            {add}
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-end gap-3">
          <MonthField value={period} onChange={(next) => setSearch({ period: next, page: 1 })} />
          <SearchField label={t('runs.search')} value={text} onChange={(next) => setSearch({ text: next, page: 1 })} />
        </div>
        <Await query={query} shape="table">
          {({ rows, total }) =>
            rows.length === 0 ? (
              <Empty title={t('runs.inputsNone')} description={t('runs.inputsNoneWhy')} />
            ) : (
              <>
                <InputTable rows={rows} />
                {total > pageSize && (
                  <Pagination page={page} pageSize={pageSize} total={total} onPage={(to) => setSearch({ page: to })} />
                )}
              </>
            )
          }
        </Await>
      </div>
      {isAdding && <InputSheet period={period} onClose={() => setAdding(false)} />}
    </Page>
  )
}
