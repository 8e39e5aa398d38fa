import { Button as PlainButton } from 'react-aria-components/Button'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Skeleton } from '#ui/Skeleton'
import { ProblemNote } from '#web/await'
import type { Pages } from '#web/pages'
import { useWords } from '#web/words'
import type { Output } from '#core/contract'
import type { routes, SlipRow } from '../../contract.ts'
import { SlipMark } from './SlipMark.tsx'
import { useMoney } from './use-money.ts'

export type SlipListProps = {
  list: Pages<Output<(typeof routes)['listRunSlips']>>
  rows: readonly SlipRow[]
  total: number | undefined
  currency: string
  onOpen: (slipId: string) => void
}

/** The run's people on the phone. */
export function SlipCards({ list, rows, currency, onOpen }: SlipListProps) {
  const t = useWords('payroll')
  const money = useMoney()
  if (list.problem && !list.pages) return <ProblemNote problem={list.problem} onAgain={list.readAgain} />
  if (!list.pages) return <Skeleton shape="cards" count={4} />
  if (rows.length === 0) return <Empty title={t('runs.slipsNone')} description={t('runs.slipsNoneWhy')} />
  return (
    <>
      <Card isFlush>
        <ul className="divide-y divide-line">
          {rows.map((row) => (
            <li key={row.id}>
              <PlainButton
                onPress={() => onOpen(row.id)}
                className="flex min-h-item w-full flex-col gap-0.5 px-4 py-2.5 text-left data-hovered:bg-hover"
              >
                <span className="flex w-full items-center justify-between gap-3">
                  <span className="min-w-0 font-medium">
                    {row.personName} <span className="font-normal text-muted">{row.personNumber}</span>
                  </span>
                  <span className="tabular-nums">{row.state === 'failed' ? '—' : money(row.netFen, currency)}</span>
                </span>
                <span className="flex w-full items-center justify-between gap-3 text-sm text-muted">
                  <SlipMark row={row} />
                  <span className="tabular-nums">
                    {row.state === 'failed'
                      ? ''
                      : row.diffFen === null
                        ? t('runs.noLast')
                        : `${row.diffFen > 0 ? '+' : ''}${money(row.diffFen, currency)}`}
                  </span>
                </span>
                {row.sentence && <span className="text-sm text-red-text">{row.sentence}</span>}
              </PlainButton>
            </li>
          ))}
        </ul>
      </Card>
      {list.hasMore && (
        <Button isBlock variant="quiet" onPress={list.more} isPending={list.isReading}>
          {t('runs.do.more')}
        </Button>
      )}
    </>
  )
}
