import { useRef, useState } from 'react'
import Check from 'lucide-react/icons/circle-check'
import { functions } from '#core/formula'
import { Button } from '#ui/Button'
import { Icon } from '#ui/Icon'
import { TextArea } from '#ui/TextArea'
import { useWords } from '#web/words'
import type { ItemProblem } from '../../rules/check-items.ts'
import { useProblemText } from './ItemTable.tsx'

type Props = {
  formula: string
  /** Names and aliases that may be used. */
  names: readonly string[]
  problem: ItemProblem | undefined
  onChange: (formula: string) => void
}

/** Where the formula of an item is typed: names are completed, a mistake is marked at its place. */
export function FormulaField({ formula, names, problem, onChange }: Props) {
  const t = useWords('payroll')
  const say = useProblemText()
  const area = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState(formula.length)
  const { from, word } = wordBefore(formula, caret)
  const calls = functions.flatMap((one) => one.names)
  const found =
    word === '' || names.includes(word) ? [] : matching(word, [...names, ...calls.map((name) => `${name}(`)])
  const put = (start: number, end: number, text: string) => {
    onChange(formula.slice(0, start) + text + formula.slice(end))
    setCaret(start + text.length)
    area.current?.focus()
  }
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div onKeyUp={() => setCaret(area.current?.selectionStart ?? 0)}>
        <TextArea
          ref={area}
          label={t('setup.formula')}
          description={t('setup.formulaNote')}
          rows={3}
          maxLength={2000}
          isRequired
          value={formula}
          onChange={(text) => {
            onChange(text)
            setCaret(area.current?.selectionStart ?? text.length)
          }}
          {...(problem && formula.trim() !== '' ? { errorMessage: say(problem) } : {})}
        />
      </div>
      {found.length > 0 && (
        <ul aria-label={t('setup.suggestions')} className="flex flex-wrap gap-1.5">
          {found.map((name) => (
            <li key={name}>
              <Button size="sm" variant="secondary" onPress={() => put(from, caret, name)}>
                {name}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {problem && 'at' in problem && problem.at && <Marked formula={formula} problem={problem} onPut={put} />}
      <p role="status" className="flex items-center gap-1.5 text-sm text-muted empty:hidden">
        {!problem && formula.trim() !== '' && (
          <>
            <Icon as={Check} size={14} className="text-green-text" />
            {t('setup.formulaSound')}
          </>
        )}
      </p>
    </div>
  )
}

type MarkedProps = { formula: string; problem: ItemProblem; onPut: (start: number, end: number, text: string) => void }

/** The formula with the wrong stretch marked, and near names to put in its place. */
function Marked({ formula, problem, onPut }: MarkedProps) {
  const t = useWords('payroll')
  if (!('at' in problem) || !problem.at) return null
  const { line, column, length } = problem.at
  const lines = formula.split('\n')
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1
  const end = Math.min(formula.length, start + length)
  const { near } = problem.facts
  return (
    <div className="flex flex-wrap items-center gap-2">
      <code className="min-w-0 rounded bg-sunken px-2 py-1 font-mono text-sm whitespace-pre-wrap">
        {formula.slice(0, start)}
        <mark className="rounded-sm bg-red-soft text-red-text underline decoration-wavy">
          {formula.slice(start, end) || '␣'}
        </mark>
        {formula.slice(end)}
      </code>
      {(Array.isArray(near) ? (near as readonly string[]) : []).map((name) => (
        <Button key={name} size="sm" variant="soft" onPress={() => onPut(start, end, name)}>
          {t('setup.useInstead', { name })}
        </Button>
      ))}
    </div>
  )
}

function wordBefore(formula: string, caret: number): { from: number; word: string } {
  let from = Math.min(caret, formula.length)
  while (from > 0 && /[\p{L}\p{M}\p{Nd}_]/u.test(formula[from - 1] ?? '')) from -= 1
  const word = formula.slice(from, caret)
  return { from, word: /^\p{Nd}/u.test(word) ? '' : word }
}

function matching(word: string, all: readonly string[]): string[] {
  const wanted = word.toLowerCase()
  const begin = all.filter((name) => name.toLowerCase().startsWith(wanted))
  const within = all.filter((name) => !begin.includes(name) && name.toLowerCase().includes(wanted))
  return [...begin, ...within].slice(0, 8)
}
