import { useState } from 'react'
import FileSpreadsheet from 'lucide-react/icons/file-spreadsheet'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Select } from '#ui/Select'
import { Stat } from '#ui/Stat'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { later } from '#web/later'
import { useSearch } from '#web/links'
import { Page, usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type TaxFiling, type TaxPerson } from '../../contract.ts'
import { MonthField } from '../MonthField.tsx'
import { SheetMenu } from './SheetMenu.tsx'
import { TaxTable } from './TaxTable.tsx'

const ResultsSheet = later(async () => (await import('./ResultsSheet.tsx')).ResultsSheet)
const DifferenceSheet = later(async () => (await import('./DifferenceSheet.tsx')).DifferenceSheet)

/** What an employer files of a month, and what the tax client made of it. */
export default function TaxFilingScreen() {
  const t = useWords('finance')
  const local = useLocal()
  const may = useMay()
  const isPhone = usePhone()
  const [search, setSearch] = useSearch({ employer: '', period: '' })
  const filing = useRead(
    routes.readTaxFiling,
    {
      ...(search.employer ? { employerUnitId: search.employer } : {}),
      ...(search.period ? { period: search.period } : {}),
    },
    { keep: true },
  )
  const [isImporting, setImporting] = useState(false)
  const [person, setPerson] = useState<TaxPerson | null>(null)
  const found = filing.data
  const of = found?.employerUnitId ? { employerUnitId: found.employerUnitId, period: found.period } : null
  const deeds = of && (
    <>
      {may('finance.export') && <SheetMenu of={of} />}
      {may('finance.book') && <Button onPress={() => setImporting(true)}>{t('tax.import')}</Button>}
    </>
  )
  return (
    <Page title={t('menu.taxFiling')} description={t('tax.lead')} actions={!isPhone && deeds}>
      <Await query={filing}>
        {(data) =>
          data.employers.length === 0 ? (
            <Empty icon={FileSpreadsheet} title={t('tax.noEmployers')} description={t('tax.noEmployersNote')} />
          ) : (
            <div className="flex flex-col gap-4">
              <div className="flex flex-wrap items-end gap-3">
                <div className="w-72 max-w-full">
                  <Select
                    label={t('vouchers.employer')}
                    options={data.employers.map(({ id, name }) => ({ id, label: local(name) }))}
                    value={data.employerUnitId}
                    onChange={(employer) => setSearch({ employer: employer ?? '' })}
                  />
                </div>
                <MonthField
                  key={data.period}
                  label={t('tax.period')}
                  value={data.period}
                  onChange={(period) => setSearch({ period })}
                />
              </div>
              {isPhone && <div className="flex flex-wrap gap-2">{deeds}</div>}
              <Sums filing={data} />
              <Card isFlush title={t('tax.people')}>
                <TaxTable people={data.people} onOpen={setPerson} />
              </Card>
            </div>
          )
        }
      </Await>
      {isImporting && of && <ResultsSheet of={of} onClose={() => setImporting(false)} />}
      {person && <DifferenceSheet person={person} onClose={() => setPerson(null)} />}
    </Page>
  )
}

function Sums({ filing }: { filing: TaxFiling }) {
  const t = useWords('finance')
  const format = useFormat()
  const gaps = filing.people.filter(({ gapFen }) => gapFen !== 0).length
  const differing = filing.people.filter(({ differences }) => differences && differences.length > 0).length
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-5">
      <Stat label={t('cost.people')} value={format.number(filing.people.length)} />
      <Stat label={t('tax.income')} value={format.money(filing.incomeFen)} />
      <Stat label={t('tax.withheld')} value={format.money(filing.taxFen)} />
      <Stat
        label={t('tax.gaps')}
        value={format.number(gaps)}
        tone={gaps > 0 ? 'red' : 'green'}
        note={t('tax.gapNote')}
      />
      <Stat
        label={t('tax.differing')}
        value={filing.imported === 0 ? '–' : format.number(differing)}
        {...(filing.imported === 0 ? {} : { tone: differing > 0 ? ('red' as const) : ('green' as const) })}
        note={filing.imported === 0 ? t('tax.notImported') : t('tax.compared', { count: filing.imported })}
      />
    </div>
  )
}
