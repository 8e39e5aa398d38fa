import { useState } from 'react'
import { TextArea } from '#ui/TextArea'
import { useWords } from '#web/words'
import { DeedFrame } from './DeedFrame.tsx'
import type { DeedDialogProps } from './DeedDialog.tsx'

/** Ends a request: its owner withdraws it, an administrator cancels it and says why. */
export function ReasonDialog({ kind, act, onClose }: DeedDialogProps & { kind: 'withdraw' | 'cancel' | 'revoke' }) {
  const t = useWords('flow')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const isMissing = kind !== 'withdraw' && reason.trim() === ''
  const words = reason.trim()
  return (
    <DeedFrame
      title={t(`request.act.${kind}`)}
      description={t(`request.${kind}Note`)}
      deed={t(`request.act.${kind}`)}
      isDanger
      act={act}
      onClose={onClose}
      onDo={() => {
        setTried(true)
        if (isMissing) return
        act.run(
          kind !== 'withdraw' ? { do: kind, reason: words } : { do: 'withdraw', ...(words ? { opinion: words } : {}) },
          { onDone: onClose },
        )
      }}
    >
      <TextArea
        label={t('request.reason')}
        isRequired={kind !== 'withdraw'}
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={setReason}
        errorMessage={isTried && isMissing ? t('request.reasonMissing') : undefined}
      />
    </DeedFrame>
  )
}
