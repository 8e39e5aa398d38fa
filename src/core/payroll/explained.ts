import type { Fen } from './money.ts'

/** Why a figure is what it is: the rule, where the rule stands written, and what went into it. */
export type Reason = {
  readonly rule: string
  readonly source: string
  readonly facts: Readonly<Record<string, string>>
}

/** One line of a result. `side` tells who bears it. */
export type PayLine = {
  readonly code: string
  readonly side: 'employee' | 'employer' | 'information'
  readonly fen: Fen
  readonly reason: Reason
}
