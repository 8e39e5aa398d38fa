import { useState } from 'react'
import { RadioGroup } from '#ui/Radio'
import { Select } from '#ui/Select'
import { TextArea } from '#ui/TextArea'
import { useWords } from '#web/words'
import { stepCalled } from '../sentences.ts'
import { DeedFrame } from './DeedFrame.tsx'
import type { TaskDeedProps } from './DeedDialog.tsx'

/** Back to an earlier step, and how it comes on again from there. */
export function ReturnDialog({ task, act, work, onClose }: TaskDeedProps) {
  const t = useWords('flow')
  const [to, setTo] = useState(task.returns[0]?.id ?? null)
  const [back, setBack] = useState<'again' | 'straight'>('again')
  const [opinion, setOpinion] = useState(work.opinion)
  const [isTried, setTried] = useState(false)
  const isMissing = opinion.trim() === ''
  return (
    <DeedFrame
      title={t('request.act.return')}
      description={t('request.return.note')}
      deed={t('request.act.return')}
      act={act}
      onClose={onClose}
      onDo={() => {
        setTried(true)
        if (!to || isMissing) return
        act.run(
          { do: 'return', task: task.id, to, back, opinion: opinion.trim() },
          { onDone: () => (work.clear(), onClose()) },
        )
      }}
    >
      <Select
        label={t('request.return.to')}
        value={to}
        onChange={setTo}
        options={task.returns.map(({ id, name }) => ({ id, label: stepCalled(id, name, t) }))}
      />
      <RadioGroup
        label={t('request.return.back')}
        look="cards"
        value={back}
        onChange={(next) => setBack(next === 'straight' ? 'straight' : 'again')}
        options={[
          { id: 'again', label: t('request.return.again'), note: t('request.return.againNote') },
          { id: 'straight', label: t('request.return.straight'), note: t('request.return.straightNote') },
        ]}
      />
      <TextArea
        label={t('request.return.why')}
        isRequired
        rows={3}
        maxLength={5000}
        value={opinion}
        onChange={setOpinion}
        errorMessage={isTried && isMissing ? t('request.return.whyMissing') : undefined}
      />
    </DeedFrame>
  )
}
