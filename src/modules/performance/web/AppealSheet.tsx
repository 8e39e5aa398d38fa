import { FormSheet } from '#screens/organisation'
import { NumberField } from '#ui/NumberField'
import { TextArea } from '#ui/TextArea'
import { useRouteForm } from '#web/form'
import { useWords } from '#web/words'
import { routes, type ReviewDetail } from '../contract.ts'

export function AppealSheet({ review, onClose }: { review: ReviewDetail; onClose: () => void }) {
  const t = useWords('performance')
  const form = useRouteForm(routes.appealReview, {
    start: { reviewId: review.id, version: review.version, reason: '' },
    done: t('appeal.done'),
    onDone: onClose,
  })
  const { wantedHundredths } = form.values
  return (
    <FormSheet
      title={t('deeds.appeal')}
      description={t('appeal.lead')}
      deed={t('appeal.send')}
      form={form}
      onClose={onClose}
    >
      <TextArea label={t('appeal.reason')} rows={5} maxLength={2000} {...form.field('reason')} isRequired />
      <NumberField
        label={t('appeal.wanted')}
        minValue={0}
        maxValue={150}
        unit={t('give.points')}
        value={wantedHundredths === undefined ? null : wantedHundredths / 100}
        onChange={(points) => form.set('wantedHundredths', points === null ? undefined : Math.round(points * 100))}
      />
    </FormSheet>
  )
}
