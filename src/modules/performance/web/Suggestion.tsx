import { Checkbox } from '#ui/Checkbox'
import { NumberField } from '#ui/NumberField'
import { TextArea } from '#ui/TextArea'
import { useWords } from '#web/words'
import type { ReviewDetail } from '../contract.ts'
import { usePoints } from './use-points.ts'

type Value = { scoreHundredths: number; reason: string } | null

/** The manager's own word on the whole score; far from what was computed it must be explained. */
export function Suggestion({
  review,
  value,
  onChange,
}: {
  review: ReviewDetail
  value: Value
  onChange: (value: Value) => void
}) {
  const t = useWords('performance')
  const { score } = usePoints()
  const computed = review.result?.scoreHundredths ?? null
  return (
    <div className="flex flex-col gap-3">
      <Checkbox
        value={value !== null}
        onChange={(isOn) => onChange(isOn ? { scoreHundredths: computed ?? 0, reason: '' } : null)}
      >
        {t('give.suggest', { score: score(computed) })}
      </Checkbox>
      {value && (
        <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-[12rem_minmax(0,1fr)]">
          <NumberField
            label={t('give.suggested')}
            minValue={0}
            maxValue={150}
            unit={t('give.points')}
            value={value.scoreHundredths / 100}
            onChange={(points) => points !== null && onChange({ ...value, scoreHundredths: Math.round(points * 100) })}
          />
          <TextArea
            label={t('give.reason')}
            rows={1}
            description={t('give.suggestReason', { difference: score(review.reasons.differenceHundredths) })}
            value={value.reason}
            onChange={(reason) => onChange({ ...value, reason })}
          />
        </div>
      )}
    </div>
  )
}
