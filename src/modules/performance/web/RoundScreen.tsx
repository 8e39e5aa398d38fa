import { useMemo, useState } from 'react'
import { addDays } from '#core/calendar'
import { Button } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { FilterBar, type Filter } from '#ui/FilterBar'
import { Pagination } from '#ui/Pagination'
import { Stat } from '#ui/Stat'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { later } from '#web/later'
import { hrefTo, useFilters } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useLocal, useWords } from '#web/words'
import type { Output } from '#core/contract'
import { routes, type ReviewRow } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { Distribution } from './Distribution.tsx'
import { ReviewList } from './ReviewList.tsx'
import { RoundSteps } from './RoundSteps.tsx'
import { stateTones } from './tones.ts'
import { WithoutScheme } from './WithoutScheme.tsx'

const DecideSheet = later(async () => (await import('./DecideSheet.tsx')).DecideSheet)
const waitings = ['manager', 'self', 'peers', 'confirmation', 'appeal'] as const
const pageSize = 50

type Detail = Output<typeof routes.readRound>

/** The calibration meeting: people side by side, the distribution against the advice, each change with its reason. */
export default function RoundScreen({ roundId }: { roundId: string }) {
  const t = useWords('performance')
  const local = useLocal()
  const [page, setPage] = useState(1)
  const filters = useMemo(
    (): Filter[] => [
      {
        kind: 'choice',
        id: 'waiting',
        label: t('round.waiting'),
        options: waitings.map((one) => ({ id: one, label: t(`round.waits.${one}`) })),
      },
    ],
    [t],
  )
  const [filter, setFilter] = useFilters(filters)
  const [waiting] = (filter.values['waiting'] as string[] | undefined) ?? []
  const round = useRead(
    routes.readRound,
    {
      roundId,
      limit: pageSize,
      offset: (page - 1) * pageSize,
      ...(filter.search ? { text: filter.search } : {}),
      ...(waiting ? { waiting: waiting as (typeof waitings)[number] } : {}),
    },
    { keep: true },
  )
  const { data } = round
  return (
    <Page
      title={data ? local(data.name) : t('menu.round')}
      backHref={hrefTo(manifest, 'rounds')}
      marks={data && <Tag tone={stateTones[data.state]}>{t(`states.${data.state}`)}</Tag>}
      {...(data ? { description: t('review.days', { from: data.from, until: addDays(data.until, -1) }) } : {})}
    >
      <Await query={round} shape="table">
        {(found) => (
          <div className="flex flex-col gap-4">
            <RoundSteps round={found} />
            <Counts round={found} />
            <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
              <Distribution roundId={found.id} />
              <Without round={found} />
            </div>
            <FilterBar
              id="reviews"
              filters={filters}
              state={filter}
              onChange={(next) => {
                setFilter(next)
                setPage(1)
              }}
              searchLabel={t('round.search')}
              count={found.total}
            />
            <People round={found} />
            {found.total > pageSize && (
              <Pagination page={page} pageSize={pageSize} total={found.total} onPage={setPage} />
            )}
          </div>
        )}
      </Await>
    </Page>
  )
}

function People({ round }: { round: Detail }) {
  const t = useWords('performance')
  const [deciding, setDeciding] = useState<ReviewRow | null>(null)
  if (round.rows.length === 0) return <Empty title={t('round.none')} isSmall />
  const mayDecide = round.may.calibrate || round.may.correct
  return (
    <>
      <ReviewList
        rows={round.rows}
        caption={t('menu.round')}
        {...(mayDecide
          ? {
              deed: (row: ReviewRow) => (
                <Button size="sm" onPress={() => setDeciding(row)}>
                  {t(round.may.correct ? 'deeds.correct' : 'deeds.calibrate')}
                </Button>
              ),
            }
          : {})}
      />
      {deciding && (
        <DecideSheet
          reviewId={deciding.id}
          version={deciding.version}
          name={deciding.person.name}
          scoreHundredths={deciding.scoreHundredths}
          isFrozen={round.may.correct}
          onClose={() => setDeciding(null)}
        />
      )}
    </>
  )
}

function Counts({ round }: { round: Detail }) {
  const t = useWords('performance')
  const f = useFormat()
  const { counts } = round
  const part = (count: number) => t('round.of', { count: f.number(count), total: f.number(counts.reviews) })
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Stat label={t('rounds.people')} value={f.number(counts.reviews)} />
      <Stat label={t('rounds.reviewed')} value={part(counts.reviewed)} />
      <Stat label={t('rounds.confirmed')} value={part(counts.confirmed)} />
      <Stat
        label={t('round.appeals')}
        value={f.number(counts.appeals)}
        {...(counts.appeals > 0 ? { tone: 'red' as const } : {})}
      />
    </div>
  )
}

function Without({ round }: { round: Detail }) {
  const may = useMay()
  return may('performance.set-up') ? <WithoutScheme roundId={round.id} mayAdd={round.state !== 'frozen'} /> : null
}
