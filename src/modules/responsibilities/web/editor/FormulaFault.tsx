import type { FormulaProblem } from '#core/formula'
import { Button } from '#ui/Button'
import { useWords } from '#web/words'

type Props = {
  formula: string
  problem: FormulaProblem
  onMend: (from: number, until: number, text: string) => void
}

/** The formula with the wrong stretch marked, and near names to put in its place. */
export function FormulaFault({ formula, problem, onMend }: Props) {
  const t = useWords('responsibilities')
  const { at, facts } = problem
  if (!at) return null
  const lines = formula.split(/\r\n?|\n/)
  const from = lines.slice(0, at.line - 1).reduce((sum, line) => sum + line.length + 1, 0) + at.column - 1
  const until = Math.min(formula.length, from + at.length)
  const near = Array.isArray(facts['near']) ? (facts['near'] as readonly string[]) : []
  return (
    <div className="flex flex-wrap items-center gap-2">
      <code className="min-w-0 rounded bg-sunken px-2 py-1 font-mono text-sm whitespace-pre-wrap">
        {formula.slice(0, from)}
        <mark className="rounded-sm bg-red-soft text-red-text underline decoration-wavy">
          {formula.slice(from, until) || '␣'}
        </mark>
        {formula.slice(until)}
      </code>
      {near.map((name) => (
        <Button key={name} size="sm" variant="soft" onPress={() => onMend(from, until, name)}>
          {t('editor.useInstead', { name })}
        </Button>
      ))}
    </div>
  )
}
