import { useState } from 'react'
import { Button } from '#ui/Button'
import { NumberField } from '#ui/NumberField'
import { Sheet } from '#ui/Sheet'
import { TextArea } from '#ui/TextArea'
import { FormProblem } from '#web/form'
import { usePhone } from '#web/page'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'

type Props = {
  reviewId: string
  version: number
  name: string
  scoreHundredths: number | null
  isFrozen: boolean
  onClose: () => void
}

/** Another score with its reason: in calibration, or as a correction beside a frozen one. */
export function DecideSheet({ reviewId, version, name, scoreHundredths, isFrozen, onClose }: Props) {
  const t = useWords('performance')
  const isPhone = usePhone()
  const [points, setPoints] = useState<number | null>(scoreHundredths === null ? null : scoreHundredths / 100)
  const [reason, setReason] = useState('')
  const options = { done: t('decide.done'), onDone: onClose, showsProblem: () => true }
  const calibrate = useCommand(routes.calibrateReview, options)
  const correct = useCommand(routes.correctReview, options)
  const command = isFrozen ? correct : calibrate
  const run = () => {
    const decided = { reviewId, scoreHundredths: Math.round((points ?? 0) * 100), reason }
    if (isFrozen) correct.run(decided)
    else calibrate.run({ ...decided, version })
  }
  return (
    <Sheet
      title={t(isFrozen ? 'decide.correct' : 'decide.calibrate', { name })}
      description={t(isFrozen ? 'decide.correctLead' : 'decide.calibrateLead')}
      isOpen
      side={isPhone ? 'bottom' : 'right'}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t('deeds.close')}</Button>
          <Button
            variant="primary"
            isPending={command.isRunning}
            isDisabled={points === null || reason.trim() === ''}
            onPress={run}
          >
            {t('decide.save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <NumberField
          label={t('decide.score')}
          minValue={0}
          maxValue={150}
          unit={t('give.points')}
          value={points}
          onChange={setPoints}
          isRequired
        />
        <TextArea label={t('give.reason')} rows={4} maxLength={2000} value={reason} onChange={setReason} isRequired />
        <FormProblem problem={command.problem} />
      </div>
    </Sheet>
  )
}
