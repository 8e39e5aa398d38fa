import type { Fen } from './money.ts'

/** Why a figure is what it is: the rule, where the rule stands written, and what went into it. */
export type Reason = {
  readonly rule: string
  readonly source: string
  readonly facts: Readonly<Record<string, string>>
}

/** One line of a result, as a positive amount: earned by the employee, borne by the employee or by the employer, or only told. */
export type PayLine = {
  readonly code: string
  readonly side: 'earning' | 'employee' | 'employer' | 'information'
  readonly fen: Fen
  readonly reason: Reason
}
