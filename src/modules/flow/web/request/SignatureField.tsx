import { useRef, useState } from 'react'
import Eraser from 'lucide-react/icons/eraser'
import { Button } from '#ui/Button'
import { sendFile } from '#web/upload'
import { useWords } from '#web/words'
import { SignaturePad, type SignaturePadHandle } from '#ui/SignaturePad'

type Props = { value: string | null; onChange: (fileId: string | null) => void; errorMessage: string | undefined }

/** One's name drawn under a decision. */
export function SignatureField({ value, onChange, errorMessage }: Props) {
  const t = useWords('flow')
  const pad = useRef<SignaturePadHandle>(null)
  const stop = useRef<AbortController>(null)
  const [state, setState] = useState<'idle' | 'sending' | 'failed'>('idle')
  const keep = async (drawing: Blob) => {
    stop.current?.abort()
    const own = new AbortController()
    stop.current = own
    setState('sending')
    try {
      const file = new File([drawing], 'signature.png', { type: 'image/png' })
      onChange((await sendFile(file, { progress: () => {}, signal: own.signal })).id)
      setState('idle')
    } catch {
      if (!own.signal.aborted) setState('failed')
    }
  }
  const clear = () => {
    stop.current?.abort()
    pad.current?.clear()
    setState('idle')
    onChange(null)
  }
  return (
    <div className="flex max-w-xl min-w-0 flex-col gap-1" {...(errorMessage ? { 'data-invalid': true } : {})}>
      <span className="text-label font-medium">{t('request.signature')}</span>
      <SignaturePad
        ref={pad}
        label={t('request.signature')}
        keptId={value ?? ''}
        onDrawn={(drawing) => void keep(drawing)}
      />
      <div className="flex min-h-control items-center justify-between gap-2">
        <p
          role="status"
          className={errorMessage || state === 'failed' ? 'text-sm text-red-text' : 'text-sm text-muted'}
        >
          {errorMessage && state !== 'sending'
            ? errorMessage
            : t(
                state === 'idle' && !value
                  ? 'request.signatureNote'
                  : `form.signature.${state === 'idle' ? 'kept' : state}`,
              )}
        </p>
        <Button variant="quiet" icon={Eraser} onPress={clear} isDisabled={!value && state === 'idle'}>
          {t('form.signature.clear')}
        </Button>
      </div>
    </div>
  )
}
