import { useState } from 'react'
import type { LocalText } from '#core/local-text'
import { Button } from '#ui/Button'
import { useLocal, useWords } from '#web/words'
import { Nothing } from './Nothing.tsx'

/** A list of texts; a long one shows its first lines until it is opened. */
export function Lines({ lines, shown = 8 }: { lines: readonly LocalText[]; shown?: number }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const [isOpen, setOpen] = useState(false)
  if (lines.length === 0) return <Nothing>{t('page.nothing')}</Nothing>
  const isLong = lines.length > shown + 1
  return (
    <>
      <ul className="list-disc space-y-1 pl-5 marker:text-faint">
        {lines.slice(0, isLong && !isOpen ? shown : undefined).map((line) => (
          <li key={local(line)}>{local(line)}</li>
        ))}
      </ul>
      {isLong && (
        <Button variant="quiet" size="sm" onPress={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {isOpen ? t('mine.showLess') : t('mine.showAll', { count: lines.length })}
        </Button>
      )}
    </>
  )
}
