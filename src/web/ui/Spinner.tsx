import { ProgressBar } from 'react-aria-components/ProgressBar'
import { useKitWords } from './kit-words.tsx'

/** A turning ring for waits of unknown length. Its label is read out, not drawn. */
export function Spinner({ size = 16, label }: { size?: number; label?: string }) {
  const words = useKitWords()
  return (
    <ProgressBar isIndeterminate aria-label={label ?? words('loading')} className="inline-flex shrink-0">
      <svg width={size} height={size} viewBox="0 0 24 24" fill="none" className="kit-spin" aria-hidden="true">
        <circle cx="12" cy="12" r="9" stroke="currentColor" strokeWidth="2.5" opacity=".22" />
        <path d="M21 12a9 9 0 0 0-9-9" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
      </svg>
    </ProgressBar>
  )
}
