import { useState } from 'react'
import { Button } from '#ui/Button'
import { useCommand } from '#web/query'
import { Link, useHref } from '#web/links'
import { useWords } from '#web/words'
import { routes, type ReviewDetail } from '../contract.ts'
import { AppealSheet } from './AppealSheet.tsx'
import { DecideSheet } from './DecideSheet.tsx'

/** What may be done with a result as a whole: confirm it, appeal against it, decide another score. */
export function ReviewDeeds({ review }: { review: ReviewDetail }) {
  const t = useWords('performance')
  const href = useHref()
  const [opened, setOpened] = useState<'appeal' | 'decide' | null>(null)
  const confirm = useCommand(routes.confirmReview, { done: t('deeds.confirmed') })
  const { may, appeal } = review
  const request = appeal && href('flow.request', { requestId: appeal.requestId })
  if (!may.confirm && !may.appeal && !may.calibrate && !may.correct && !appeal) return null
  return (
    <div className="flex flex-wrap items-center gap-2">
      {may.confirm && (
        <Button
          variant="primary"
          isPending={confirm.isRunning}
          onPress={() => confirm.run({ reviewId: review.id, version: review.version })}
        >
          {t('deeds.confirm')}
        </Button>
      )}
      {may.appeal && <Button onPress={() => setOpened('appeal')}>{t('deeds.appeal')}</Button>}
      {(may.calibrate || may.correct) && (
        <Button onPress={() => setOpened('decide')}>{t(may.correct ? 'deeds.correct' : 'deeds.calibrate')}</Button>
      )}
      {appeal && (
        <span className="text-muted">
          {request ? <Link href={request}>{t(`appeals.${appeal.state}`)}</Link> : t(`appeals.${appeal.state}`)}
        </span>
      )}
      {opened === 'appeal' && <AppealSheet review={review} onClose={() => setOpened(null)} />}
      {opened === 'decide' && (
        <DecideSheet
          reviewId={review.id}
          version={review.version}
          name={review.person.name}
          scoreHundredths={review.scoreHundredths}
          isFrozen={may.correct}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  )
}
