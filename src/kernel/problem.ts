const statusOf = {
  invalid: 400,
  'not-signed-in': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  unprocessable: 422,
  'precondition-required': 428,
  'too-many': 429,
  unavailable: 503,
  bug: 500,
} as const

export type ProblemKind = keyof typeof statusOf
export type Facts = Readonly<Record<string, unknown>>

/** A refusal: a code whose sentence stands in the words, and the facts that fill it. Bugs stay plain `Error`. */
export class Problem extends Error {
  readonly kind: ProblemKind
  readonly code: string
  readonly facts: Facts

  constructor(kind: ProblemKind, code: string, facts: Facts) {
    super(code)
    this.kind = kind
    this.code = code
    this.facts = facts
  }

  get status(): number {
    return statusOf[this.kind]
  }
}

/** Declares a refusal a module can give; its words are `i18n/*.json` under `problems`. */
export function problem<F extends Facts = Record<never, never>>(kind: ProblemKind, code: string) {
  return (facts: F): Problem => new Problem(kind, code, facts)
}
