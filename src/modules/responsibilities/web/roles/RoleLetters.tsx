import type { Raci } from '../../contract.ts'
import { letters, looks } from './letters.ts'

/** The letters of a cell, each in its colour; the letter itself tells the role. Outlined: a position of the unit has it. */
export function RoleLetters({ racis, isThrough = false }: { racis: readonly Raci[]; isThrough?: boolean }) {
  return (
    <span aria-hidden="true" className="inline-flex gap-0.5">
      {racis.map((raci) => (
        <span
          key={raci}
          className={`inline-flex size-6 items-center justify-center rounded-sm text-xs font-semibold ${isThrough ? 'border border-line-strong text-muted' : looks[raci]}`}
        >
          {letters[raci]}
        </span>
      ))}
    </span>
  )
}
