import { Card } from '#ui/Card'
import { SimpleTable } from '#ui/SimpleTable'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { hrefTo, Link, useSearch } from '#web/links'
import { usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type VoucherHead } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { MonthField } from '../MonthField.tsx'
import { ExportMenu } from './ExportMenu.tsx'

/** Vouchers of a month or, without one, the last ones. */
export function VoucherList() {
  const t = useWords('finance')
  const format = useFormat()
  const isPhone = usePhone()
  const [search, setSearch] = useSearch({ period: '' })
  const vouchers = useRead(
    routes.listVouchers,
    { ...(search.period ? { period: search.period } : {}), limit: 200 },
    { keep: true },
  )
  const marks = (one: VoucherHead) => (
    <span className="flex flex-wrap gap-1">
      {one.isReversed && <Tag tone="gray">{t('vouchers.reversed')}</Tag>}
      {one.reversesId && <Tag tone="red">{t('vouchers.reversal')}</Tag>}
      {one.sending && (
        <Tag tone={one.sending.state === 'sent' ? 'green' : 'amber'}>{t(`sending.${one.sending.state}`)}</Tag>
      )}
    </span>
  )
  const link = (one: VoucherHead) => (
    <Link href={hrefTo(manifest, 'voucher', { voucherId: one.id })}>
      {t('vouchers.number', { number: one.number })}
    </Link>
  )
  return (
    <Card
      title={t('vouchers.all')}
      isFlush
      actions={
        <span className="flex items-center gap-2">
          <MonthField
            label={t('vouchers.month')}
            value={search.period}
            onChange={(period) => setSearch({ period })}
            hideLabel
          />
          {search.period && <ExportMenu title={search.period} ask={{ period: search.period }} />}
        </span>
      }
    >
      <Await query={vouchers}>
        {(rows) =>
          isPhone ? (
            <ul className="divide-y divide-line">
              {rows.map((one) => (
                <li key={one.id} className="flex flex-col gap-1 px-4 py-3">
                  <span className="flex items-center justify-between gap-2">
                    <span className="flex gap-2">
                      {one.period} {link(one)}
                    </span>
                    <span className="tabular-nums">{format.money(one.totalFen)}</span>
                  </span>
                  <span className="text-sm text-muted">{one.summary}</span>
                  {marks(one)}
                </li>
              ))}
              {rows.length === 0 && <li className="py-6 text-center text-muted">{t('vouchers.none')}</li>}
            </ul>
          ) : (
            <SimpleTable
              isFlush
              caption={t('vouchers.all')}
              rows={rows}
              rowKey={(one) => one.id}
              empty={t('vouchers.none')}
              columns={[
                { title: t('columns.date'), widthPx: 120, cell: (one) => one.datedOn },
                { title: t('columns.voucher'), widthPx: 96, isRowHeader: true, cell: link },
                { title: t('columns.summary'), cell: (one) => one.summary },
                { title: '', cell: marks },
                {
                  title: t('vouchers.amount'),
                  align: 'end',
                  cell: (one) => <span className="tabular-nums">{format.money(one.totalFen)}</span>,
                },
              ]}
            />
          )
        }
      </Await>
    </Card>
  )
}
