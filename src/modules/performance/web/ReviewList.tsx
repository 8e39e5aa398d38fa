import type { ReactNode } from 'react'
import { Card } from '#ui/Card'
import { SimpleTable, type SimpleColumn } from '#ui/SimpleTable'
import { Tag } from '#ui/Tag'
import { hrefTo, Link } from '#web/links'
import { usePhone } from '#web/page'
import { useLocal, useWords } from '#web/words'
import type { ReviewRow } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { usePoints } from './use-points.ts'

type Props = {
  rows: readonly ReviewRow[]
  caption: string
  /** A deed at the end of each row. */
  deed?: (row: ReviewRow) => ReactNode
}

/** People side by side: what was computed, what counts, and what is still missing. */
export function ReviewList({ rows, caption, deed }: Props) {
  const isPhone = usePhone()
  return isPhone ? <Cards rows={rows} /> : <Table rows={rows} caption={caption} {...(deed ? { deed } : {})} />
}

function Table({ rows, caption, deed }: Props) {
  const t = useWords('performance')
  const local = useLocal()
  const { score } = usePoints()
  const columns: SimpleColumn<ReviewRow>[] = [
    {
      title: t('list.person'),
      isRowHeader: true,
      cell: (row) => (
        <>
          <Link href={hrefTo(manifest, 'review', { reviewId: row.id })}>{row.person.name}</Link>
          <span className="text-sm text-muted"> {row.person.number}</span>
        </>
      ),
    },
    {
      title: t('list.seat'),
      cell: (row) => [row.positionTitle, row.unitName].flatMap((text) => (text ? [local(text)] : [])).join(' · '),
    },
    {
      title: t('list.computed'),
      align: 'end',
      cell: (row) => <span className="tabular-nums">{score(row.computedHundredths)}</span>,
    },
    {
      title: t('list.score'),
      align: 'end',
      cell: (row) => (
        <span
          className={row.isAdjusted ? 'font-semibold tabular-nums' : 'tabular-nums'}
          title={row.isAdjusted ? t('list.adjusted') : undefined}
        >
          {score(row.scoreHundredths)}
          {row.isAdjusted && ' *'}
        </span>
      ),
    },
    { title: t('list.level'), cell: (row) => row.level ?? '—' },
    {
      title: t('list.state'),
      cell: (row) => (
        <span className="flex flex-wrap gap-1">
          <Missing row={row} />
        </span>
      ),
    },
    ...(deed ? [{ title: t('list.deed'), align: 'end' as const, cell: deed }] : []),
  ]
  return <SimpleTable caption={caption} rows={rows} rowKey={(row) => row.id} columns={columns} />
}

function Cards({ rows }: { rows: readonly ReviewRow[] }) {
  const local = useLocal()
  const { score } = usePoints()
  return (
    <ul className="flex flex-col gap-3">
      {rows.map((row) => (
        <li key={row.id}>
          <Card>
            <div className="flex items-start justify-between gap-3">
              <div className="flex min-w-0 flex-col gap-1">
                <Link href={hrefTo(manifest, 'review', { reviewId: row.id })}>{row.person.name}</Link>
                {row.positionTitle && <p className="text-sm text-muted">{local(row.positionTitle)}</p>}
                <p className="flex flex-wrap gap-1">
                  <Missing row={row} />
                </p>
              </div>
              <p className="shrink-0 text-right">
                <span className="block text-xl font-semibold tabular-nums">{score(row.scoreHundredths)}</span>
                <span className="text-sm text-muted">{row.level ?? ''}</span>
              </p>
            </div>
          </Card>
        </li>
      ))}
    </ul>
  )
}

/** What is still missing in a review; the sign that all is there where nothing is. */
function Missing({ row }: { row: ReviewRow }) {
  const t = useWords('performance')
  if (row.appeal === 'open') return <Tag tone="red">{t('appeals.open')}</Tag>
  if (row.confirmedAt) return <Tag tone="green">{t('list.confirmed')}</Tag>
  const missing = [
    ...(row.manager === 'waiting' ? [t('list.missingManager', { name: row.managerName ?? '' })] : []),
    ...(row.self === 'waiting' ? [t('list.missingSelf')] : []),
    ...(row.peers.asked > row.peers.done ? [t('list.missingPeers', row.peers)] : []),
  ]
  if (missing.length === 0) return <Tag tone="teal">{t('list.complete')}</Tag>
  return (
    <>
      {missing.map((text) => (
        <Tag key={text} tone="amber">
          {text}
        </Tag>
      ))}
    </>
  )
}
