import { useState } from 'react'
import { PersonPicker } from '#screens/organisation'
import { TextArea } from '#ui/TextArea'
import { useWords } from '#web/words'
import { DeedFrame } from './DeedFrame.tsx'
import type { TaskDeedProps } from './DeedDialog.tsx'

/** Hands a to-do to somebody, or asks somebody's opinion on it. */
export function PersonDialog({ kind, task, act, onClose }: TaskDeedProps & { kind: 'transfer' | 'ask' }) {
  const t = useWords('flow')
  const [to, setTo] = useState<string | null>(null)
  const [opinion, setOpinion] = useState('')
  const [isTried, setTried] = useState(false)
  return (
    <DeedFrame
      title={t(`request.act.${kind}`)}
      description={t(`request.${kind}Note`)}
      deed={t(`request.act.${kind}`)}
      act={act}
      onClose={onClose}
      onDo={() => {
        setTried(true)
        if (!to) return
        const words = opinion.trim() ? { opinion: opinion.trim() } : {}
        act.run({ do: kind, task: task.id, to, ...words }, { onDone: onClose })
      }}
    >
      <PersonPicker
        label={t(`request.${kind}To`)}
        isRequired
        value={to}
        onChange={setTo}
        errorMessage={isTried && !to ? t('request.personMissing') : undefined}
      />
      <TextArea label={t(`request.${kind}Words`)} rows={3} maxLength={5000} value={opinion} onChange={setOpinion} />
    </DeedFrame>
  )
}
