import { use, useEffect, useRef, useState } from 'react'
import Eraser from 'lucide-react/icons/eraser'
import type { Signature } from '#core/form'
import { Button } from '#ui/Button'
import { TextField } from '#ui/TextField'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { useCommon } from './common.ts'
import { partIn, type InputProps } from './input.ts'
import { SendContext } from './send-context.ts'
import { SignaturePad, type SignaturePadHandle } from '#ui/SignaturePad'

/** Signed by drawing, or by typing one's name: the name alone is enough, so a keyboard is too. */
export function SignatureInput(props: InputProps) {
  const { value, onChange } = props
  const t = useWords('flow')
  const common = useCommon(props)
  const { account } = useSession()
  const send = use(SendContext)
  const pad = useRef<SignaturePadHandle>(null)
  const stop = useRef<AbortController>(null)
  const [state, setState] = useState<'idle' | 'sending' | 'failed'>('idle')
  const name = partIn(value, 'name')
  const fileId = partIn(value, 'fileId')
  const typed = useRef(name)
  useEffect(() => {
    typed.current = name
  }, [name])
  const set = (next: Signature) => onChange(next.name || next.fileId ? next : null)
  const keep = async (drawing: Blob) => {
    stop.current?.abort()
    const own = new AbortController()
    stop.current = own
    setState('sending')
    try {
      const file = new File([drawing], 'signature.png', { type: 'image/png' })
      const sent = await send(file, { progress: () => {}, signal: own.signal })
      set({ name: typed.current || (account?.name ?? ''), fileId: sent.id })
      setState('idle')
    } catch {
      if (!own.signal.aborted) setState('failed')
    }
  }
  const clear = () => {
    stop.current?.abort()
    pad.current?.clear()
    setState('idle')
    set({ name })
  }
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <TextField
        {...common}
        placeholder={t('form.signature.typed')}
        value={name}
        maxLength={100}
        autoComplete="name"
        onChange={(text) => set(fileId ? { name: text, fileId } : { name: text })}
      />
      <div className="max-w-xl">
        <SignaturePad
          ref={pad}
          label={t('form.signature.pad', { label: common.label })}
          keptId={fileId}
          onDrawn={(blob) => void keep(blob)}
        />
        <div className="mt-1 flex min-h-control items-center justify-between gap-2">
          <p role="status" className={state === 'failed' ? 'text-sm text-red-text' : 'text-sm text-muted'}>
            {t(`form.signature.${state === 'idle' && fileId ? 'kept' : state}`)}
          </p>
          <Button variant="quiet" icon={Eraser} onPress={clear} isDisabled={!fileId && state === 'idle'}>
            {t('form.signature.clear')}
          </Button>
        </div>
      </div>
    </div>
  )
}
