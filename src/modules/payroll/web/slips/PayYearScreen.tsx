import { lazy, Suspense } from 'react'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Select } from '#ui/Select'
import { SimpleTable } from '#ui/SimpleTable'
import { useFormat } from '#web/format'
import { hrefTo, Link, useGo } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import type { Output } from '#core/contract'
import { routes } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { Locked } from './Locked.tsx'
import { periodText } from './period-text.ts'

const BarChart = lazy(async () => ({ default: (await import('#ui/charts/BarChart')).BarChart }))
type PaidYear = Output<typeof routes.readOwnYear>
const columns = ['net', 'tax', 'insurance', 'otherDeductions', 'gross'] as const
const drawn = ['net', 'tax', 'insurance'] as const

/** What a tax year brought, month by month: drawn, and as exact figures. */
export default function PayYearScreen({ year: asked }: { year: string }) {
  const t = useWords('payroll')
  const go = useGo()
  const year = Number(asked)
  const paid = useRead(routes.readOwnYear, { year })
  const years = [...new Set([year, ...(paid.data?.years ?? [])])].toSorted((a, b) => b - a)
  return (
    <Page
      title={t('slips.yearTitle', { year })}
      backHref={hrefTo(manifest, 'payslips')}
      actions={
        <Select
          label={t('slips.yearLink')}
          hideLabel
          value={String(year)}
          options={years.map((one) => ({ id: String(one), label: t('slips.year', { year: one }) }))}
          onChange={(chosen) => chosen && go(hrefTo(manifest, 'payYear', { year: chosen }), { replace: true })}
        />
      }
    >
      <div className="mx-auto w-full max-w-4xl">
        <Locked query={paid} shape="table">
          {(told) =>
            told.months.length === 0 ? <Empty title={t('slips.noYear', { year })} /> : <Months paid={told} />
          }
        </Locked>
      </div>
    </Page>
  )
}

function Months({ paid }: { paid: PaidYear }) {
  const t = useWords('payroll')
  const f = useFormat()
  const { months, total } = paid
  return (
    <div className="flex flex-col gap-4">
      <Card>
        <Suspense>
          <BarChart
            title={t('slips.chart')}
            nameTitle={t('slips.month')}
            names={months.map(({ month }) => month.slice(5))}
            series={drawn.map((key) => ({
              name: t(`slips.sums.${key}`),
              values: months.map(({ sums }) => sums[key] / 100),
            }))}
            format={(yuan) => f.money(Math.round(yuan * 100))}
          />
        </Suspense>
      </Card>
      <SimpleTable
        caption={t('slips.yearTitle', { year: paid.year })}
        rows={months}
        rowKey={({ month }) => month}
        columns={[
          {
            title: t('slips.month'),
            isRowHeader: true,
            cell: ({ month, slips }) => (
              <span className="flex flex-col">
                {slips.map(({ id, period }) => (
                  <span key={id} className="whitespace-nowrap">
                    <Link href={hrefTo(manifest, 'payslip', { slipId: id })}>{periodText(month, t)}</Link>
                    {period !== month && <span className="ml-1 text-sm text-muted">{t('slips.for', { period })}</span>}
                  </span>
                ))}
              </span>
            ),
          },
          ...columns.map((key) => ({
            title: t(`slips.sums.${key}`),
            align: 'end' as const,
            cell: ({ sums }: PaidYear['months'][number]) => <span className="tabular-nums">{f.money(sums[key])}</span>,
          })),
        ]}
        footer={[t('slips.total'), ...columns.map((key) => f.money(total[key]))]}
      />
    </div>
  )
}
