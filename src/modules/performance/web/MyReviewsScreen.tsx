import Award from 'lucide-react/icons/award'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { hrefTo, Link } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import type { Output } from '#core/contract'
import { routes } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { stateTones } from './tones.ts'
import { usePoints } from './use-points.ts'

type Mine = Output<typeof routes.listMyReviews>

/** My own results, what waits for me, and the colleagues I am asked about. */
export default function MyReviewsScreen() {
  const t = useWords('performance')
  const mine = useRead(routes.listMyReviews, {})
  return (
    <Page title={t('menu.myReviews')}>
      <div className="flex max-w-3xl flex-col gap-4">
        <Await query={mine} shape="cards">
          {(found) =>
            found.rows.length === 0 && found.asked.length === 0 ? (
              <Empty icon={Award} title={t('mine.empty')} description={t('mine.emptyHint')} />
            ) : (
              <>
                {found.asked.length > 0 && <Asked asked={found.asked} />}
                {found.rows.map((row) => (
                  <Own key={row.id} row={row} />
                ))}
              </>
            )
          }
        </Await>
      </div>
    </Page>
  )
}

function Own({ row }: { row: Mine['rows'][number] }) {
  const t = useWords('performance')
  const local = useLocal()
  const f = useFormat()
  const { score } = usePoints()
  const { round } = row
  return (
    <Card>
      <div className="flex items-center justify-between gap-3">
        <div className="flex min-w-0 flex-col gap-1">
          <Link href={hrefTo(manifest, 'review', { reviewId: row.id })}>{local(round.name)}</Link>
          <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
            <Tag tone={stateTones[round.state]}>{t(`states.${round.state}`)}</Tag>
            {row.waiting !== 'none' && (
              <Tag tone="amber">{t(`mine.${row.waiting}`, { due: f.shortDay(round.dueOn) })}</Tag>
            )}
          </p>
        </div>
        <p className="shrink-0 text-right">
          <span className="block text-2xl font-semibold tabular-nums">{score(row.scoreHundredths)}</span>
          {row.level && <span className="text-sm text-muted">{t('mine.level', { level: row.level })}</span>}
        </p>
      </div>
    </Card>
  )
}

function Asked({ asked }: { asked: Mine['asked'] }) {
  const t = useWords('performance')
  const local = useLocal()
  const f = useFormat()
  return (
    <Card title={t('mine.asked')}>
      <ul className="divide-y divide-line">
        {asked.map((one) => (
          <li key={one.id} className="flex items-center justify-between gap-3 py-2">
            <span>
              <Link href={hrefTo(manifest, 'review', { reviewId: one.id })}>{one.personName}</Link>
              <span className="text-sm text-muted"> · {local(one.round.name)}</span>
            </span>
            <Tag tone={one.isDone ? 'green' : 'amber'}>
              {one.isDone ? t('partStates.done') : t('mine.due', { due: f.shortDay(one.round.dueOn) })}
            </Tag>
          </li>
        ))}
      </ul>
    </Card>
  )
}
