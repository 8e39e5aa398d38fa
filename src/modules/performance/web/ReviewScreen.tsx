import Award from 'lucide-react/icons/award'
import { addDays } from '#core/calendar'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { Page, usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type ReviewDetail } from '../contract.ts'
import { GivePart } from './GivePart.tsx'
import { PartsCard } from './PartsCard.tsx'
import { ResultLines } from './ResultLines.tsx'
import { ReviewDeeds } from './ReviewDeeds.tsx'
import { ReviewHistory } from './ReviewHistory.tsx'
import { ScoreCard } from './ScoreCard.tsx'
import { stateTones } from './tones.ts'

/** One person in one round: the score with all it is made of, and what is still to be given, confirmed or decided. */
export default function ReviewScreen({ reviewId }: { reviewId: string }) {
  const t = useWords('performance')
  const local = useLocal()
  const review = useRead(routes.readReview, { reviewId })
  const { data } = review
  return (
    <Page
      title={data ? `${data.person.name} · ${local(data.round.name)}` : t('menu.review')}
      backHref={data?.as === 'superior' ? '/team-reviews' : '/my-reviews'}
      marks={data && <Tag tone={stateTones[data.round.state]}>{t(`states.${data.round.state}`)}</Tag>}
    >
      <Await query={review} shape="cards">
        {(found) => <Body review={found} />}
      </Await>
    </Page>
  )
}

function Body({ review }: { review: ReviewDetail }) {
  const t = useWords('performance')
  const isPhone = usePhone()
  const { result } = review
  return (
    <div className="flex max-w-5xl flex-col gap-4">
      <Where review={review} />
      {result && <ScoreCard review={review} result={result} />}
      <ReviewDeeds review={review} />
      {review.may.parts.map((part) => (
        <GivePart key={part} review={review} part={part} />
      ))}
      {result && result.lines.length > 0 && <ResultLines review={review} result={result} />}
      {review.as !== 'peer' && !result && <Empty icon={Award} title={t('review.nothing')} />}
      <div className={isPhone ? 'flex flex-col gap-4' : 'grid grid-cols-2 items-start gap-4'}>
        {review.parts.length > 0 && <PartsCard review={review} />}
        {review.changes.length > 0 && (
          <Card title={t('review.history')}>
            <ReviewHistory changes={review.changes} />
          </Card>
        )}
      </div>
    </div>
  )
}

function Where({ review }: { review: ReviewDetail }) {
  const t = useWords('performance')
  const local = useLocal()
  const f = useFormat()
  const { round, schemes } = review
  const days = t('review.days', { from: f.day(round.from), until: f.day(addDays(round.until, -1)) })
  const seat = [review.positionTitle, review.unitName].flatMap((text) => (text ? [local(text)] : [])).join(' · ')
  const judged = schemes.map((one) =>
    schemes.length === 1
      ? t('review.scheme', { name: local(one.name), number: one.number })
      : t('review.schemeFrom', { name: local(one.name), number: one.number, from: f.shortDay(one.from) }),
  )
  return <p className="text-muted">{[seat, days, ...judged].filter(Boolean).join(' · ')}</p>
}
