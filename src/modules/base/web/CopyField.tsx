import { useRef, useState } from 'react'
import Check from 'lucide-react/icons/check'
import Copy from 'lucide-react/icons/copy'
import { IconButton } from '#ui/IconButton'
import { TextField } from '#ui/TextField'
import { useWords } from '#web/words'

/** A text to take away: shown whole, copied by one press. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const t = useWords('base')
  const input = useRef<HTMLInputElement>(null)
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    // The clipboard exists only on https and localhost; selecting lets the keyboard do it elsewhere.
    input.current?.select()
    try {
      await navigator.clipboard.writeText(value)
      setCopied(true)
    } catch {
      setCopied(document.execCommand('copy'))
    }
  }
  return (
    <div className="flex items-end gap-2">
      <TextField ref={input} label={label} value={value} isReadOnly className="flex-1" />
      <IconButton
        icon={isCopied ? Check : Copy}
        label={t(isCopied ? 'screens.copied' : 'screens.copy')}
        variant="secondary"
        onPress={() => void copy()}
      />
    </div>
  )
}
