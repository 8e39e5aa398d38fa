import { useState } from 'react'
import { Select } from '#ui/Select'
import { TextArea } from '#ui/TextArea'
import { useWords } from '#web/words'
import { stepCalled } from '../sentences.ts'
import { DeedFrame } from './DeedFrame.tsx'
import type { DeedDialogProps } from './DeedDialog.tsx'

/** An administrator moves a request to another step; over a mandatory one the server refuses, and says so here. */
export function RelocateDialog({ request, act, onClose }: DeedDialogProps) {
  const t = useWords('flow')
  const [token, setToken] = useState(request.tokens[0]?.id ?? null)
  const [to, setTo] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const from = request.tokens.find(({ id }) => id === token)
  const isMissing = reason.trim() === ''
  return (
    <DeedFrame
      title={t('request.act.relocate')}
      description={t('request.relocate.note')}
      deed={t('request.act.relocate')}
      isDanger
      act={act}
      onClose={onClose}
      onDo={() => {
        setTried(true)
        if (token && to && !isMissing)
          act.run({ do: 'relocate', token, to, reason: reason.trim() }, { onDone: onClose })
      }}
    >
      <Select
        label={t('request.relocate.from')}
        value={token}
        onChange={(next) => {
          setToken(next)
          setTo(null)
        }}
        options={request.tokens.map(({ id, step, stepName }) => ({ id, label: stepCalled(step, stepName, t) }))}
      />
      <Select
        label={t('request.relocate.to')}
        isRequired
        value={to}
        onChange={setTo}
        options={(from?.to ?? []).map(({ id, name }) => ({ id, label: stepCalled(id, name, t) }))}
        errorMessage={isTried && !to ? t('request.relocate.toMissing') : undefined}
      />
      <TextArea
        label={t('request.reason')}
        isRequired
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={setReason}
        errorMessage={isTried && isMissing ? t('request.reasonMissing') : undefined}
      />
    </DeedFrame>
  )
}
