import { useId, useRef, useState, type KeyboardEvent } from 'react'
import Check from 'lucide-react/icons/circle-check'
import { functions, sentenceOf } from '#core/formula'
import { builtIn, type Checked } from '#core/indicator-formula'
import type { FormulaTerm } from '#core/indicator'
import { Button } from '#ui/Button'
import { Icon } from '#ui/Icon'
import { TextArea } from '#ui/TextArea'
import { useLanguage, useWords } from '#web/words'
import { FormulaFault } from './FormulaFault.tsx'
import { suggestions, wordAt } from './suggestions.ts'

type Props = {
  formula: string
  terms: readonly FormulaTerm[]
  /** Undefined while there is nothing to check yet. */
  checked: Checked | undefined
  onChange: (formula: string) => void
}

/** Where a formula is typed: names and functions are completed, a mistake is shown at its place. */
export function FormulaArea({ formula, terms, checked, onChange }: Props) {
  const t = useWords('responsibilities')
  const language = useLanguage()
  const area = useRef<HTMLTextAreaElement>(null)
  const listId = useId()
  const [caret, setCaret] = useState(formula.length)
  const [active, setActive] = useState(0)
  const names = [...terms, ...builtIn].flatMap(({ name, alias }) => [name, ...(alias ? [alias] : [])])
  const calls = functions.flatMap((one) => one.names)
  const found = suggestions(formula, caret, names, calls)
  const replace = (from: number, until: number, text: string, back = 0) => {
    onChange(formula.slice(0, from) + text + formula.slice(until))
    const next = from + text.length - back
    setCaret(next)
    setActive(0)
    // after React has put the text in
    setTimeout(() => {
      area.current?.focus()
      area.current?.setSelectionRange(next, next)
    })
  }
  const take = (text: string, isCall: boolean) => {
    const { start, end } = wordAt(formula, caret)
    replace(start, end, isCall ? `${text}()` : text, isCall ? 1 : 0)
  }
  const onKey = (event: KeyboardEvent) => {
    const chosen = found[active]
    if (!chosen || event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setActive((active + 1) % found.length)
    else if (event.key === 'ArrowUp') setActive((active + found.length - 1) % found.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(chosen.text, chosen.isCall)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const fault = checked && !checked.ok ? checked.problems[0] : undefined
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div onKeyDownCapture={onKey} onKeyUp={() => setCaret(area.current?.selectionStart ?? 0)}>
        <TextArea
          ref={area}
          label={t('editor.formulaText')}
          rows={3}
          maxLength={2000}
          value={formula}
          onChange={(text) => {
            onChange(text)
            setCaret(area.current?.selectionStart ?? text.length)
            setActive(0)
          }}
          {...(fault ? { errorMessage: sentenceOf(fault, language) } : {})}
        />
      </div>
      {found.length > 0 && (
        <ul id={listId} aria-label={t('editor.suggestions')} className="flex flex-wrap gap-1.5">
          {found.map(({ text, isCall }, at) => (
            <li key={text}>
              <Button size="sm" variant={at === active ? 'soft' : 'secondary'} onPress={() => take(text, isCall)}>
                {isCall ? `${text}(…)` : text}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {fault && <FormulaFault formula={formula} problem={fault} onMend={replace} />}
      <p role="status" className="flex items-center gap-1.5 text-sm text-muted empty:hidden">
        {checked?.ok && (
          <>
            <Icon as={Check} size={14} className="text-green-text" />
            {t('editor.formulaSound')}
          </>
        )}
      </p>
    </div>
  )
}
