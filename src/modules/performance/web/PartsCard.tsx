import { Card } from '#ui/Card'
import { Tag } from '#ui/Tag'
import { useFormat } from '#web/format'
import { useLocal, useWords } from '#web/words'
import type { ReviewDetail } from '../contract.ts'
import { usePoints } from './use-points.ts'

/** What people gave, with their reasons; peers stand without names to all who need not know them. */
export function PartsCard({ review }: { review: ReviewDetail }) {
  const t = useWords('performance')
  const local = useLocal()
  const f = useFormat()
  const { score } = usePoints()
  const nameOf = (key: string) => {
    const line = review.manual.find((one) => one.key === key)
    return line ? local(line.name) : key
  }
  return (
    <Card title={t('review.parts')}>
      <ul className="divide-y divide-line">
        {review.parts.map((part, at) => (
          <li key={`${part.part} ${part.reviewer?.id ?? at}`} className="flex flex-col gap-1 py-2">
            <p className="flex flex-wrap items-baseline justify-between gap-2">
              <span>
                {t(`parts.${part.part}`)}
                {part.reviewer && part.part !== 'self' && ` · ${part.reviewer.name}`}
              </span>
              {part.submittedAt ? (
                <span className="text-sm text-muted">{f.day(part.submittedAt)}</span>
              ) : (
                <Tag tone="amber">{t('partStates.waiting')}</Tag>
              )}
            </p>
            {Object.entries(part.scores).map(([key, given]) => (
              <p key={key} className="text-sm text-muted">
                {nameOf(key)}: <span className="tabular-nums text-text">{score(given.scoreHundredths)}</span>
                {given.reason && ` — ${given.reason}`}
              </p>
            ))}
            {part.note && <p className="text-sm">{part.note}</p>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
