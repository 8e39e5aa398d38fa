import { useState } from 'react'
import { Button } from '#ui/Button'
import { Facts } from '#ui/Facts'
import { Card } from '#ui/Card'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { later } from '#web/later'
import { hrefTo, Link, useHref } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type Line, type Voucher } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { LineTable } from './LineTable.tsx'

const PartsSheet = later(async () => (await import('./PartsSheet.tsx')).PartsSheet)
const ReverseSheet = later(async () => (await import('./ReverseSheet.tsx')).ReverseSheet)

/** A voucher with its lines; each opens the slips and items behind it. */
export default function VoucherScreen({ voucherId }: { voucherId: string }) {
  const t = useWords('finance')
  const may = useMay()
  const voucher = useRead(routes.readVoucher, { id: voucherId })
  const [line, setLine] = useState<Line | null>(null)
  const [isReversing, setReversing] = useState(false)
  const found = voucher.data
  const canReverse = found && may('finance.book') && !found.isReversed && found.reversesId === null
  return (
    <Page
      title={found ? t('vouchers.title', { period: found.period, number: found.number }) : t('menu.voucher')}
      backHref={hrefTo(manifest, 'vouchers')}
      marks={found && <Marks voucher={found} />}
      actions={
        canReverse && (
          <Button variant="danger-quiet" onPress={() => setReversing(true)}>
            {t('vouchers.reverse')}
          </Button>
        )
      }
    >
      <Await query={voucher} shape="form">
        {(one) => (
          <div className="flex flex-col gap-4">
            <Card>
              <Head voucher={one} />
            </Card>
            <LineTable caption={one.summary} lines={one.lines} onOpen={setLine} />
          </div>
        )}
      </Await>
      {line && <PartsSheet voucherId={voucherId} line={line} onClose={() => setLine(null)} />}
      {isReversing && <ReverseSheet voucherId={voucherId} onClose={() => setReversing(false)} />}
    </Page>
  )
}

function Marks({ voucher }: { voucher: Voucher }) {
  const t = useWords('finance')
  return (
    <>
      <Tag tone="blue">{t(`steps.${voucher.step}`)}</Tag>
      {voucher.isReversed && <Tag tone="gray">{t('vouchers.reversed')}</Tag>}
      {voucher.reversesId && <Tag tone="red">{t('vouchers.reversal')}</Tag>}
    </>
  )
}

function Head({ voucher }: { voucher: Voucher }) {
  const t = useWords('finance')
  const local = useLocal()
  const format = useFormat()
  const href = useHref()
  const run = href('payroll.run', { runId: voucher.runId })
  return (
    <Facts
      columns={3}
      items={[
        { label: t('columns.date'), value: format.day(voucher.datedOn) },
        { label: t('vouchers.employer'), value: local(voucher.employerName) },
        { label: t('columns.summary'), value: run ? <Link href={run}>{voucher.summary}</Link> : voucher.summary },
        ...(voucher.reason ? [{ label: t('vouchers.reason'), value: voucher.reason }] : []),
        ...(voucher.reversesId
          ? [
              {
                label: t('vouchers.reverses'),
                value: (
                  <Link href={hrefTo(manifest, 'voucher', { voucherId: voucher.reversesId })}>
                    {t('vouchers.open')}
                  </Link>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
