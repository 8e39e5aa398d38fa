import type { Raci } from '../../contract.ts'
import { letters, looks } from './letters.ts'

/** The letters of a cell, each in its colour; the letter itself tells the role. */
export function RoleLetters({ racis }: { racis: readonly Raci[] }) {
  return (
    <span aria-hidden="true" className="inline-flex gap-0.5">
      {racis.map((raci) => (
        <span
          key={raci}
          className={`inline-flex size-6 items-center justify-center rounded-sm text-xs font-semibold ${looks[raci]}`}
        >
          {letters[raci]}
        </span>
      ))}
    </span>
  )
}
