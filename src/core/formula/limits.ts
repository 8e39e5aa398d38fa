/** What one formula may cost. Beyond it there is a typed problem, never a hang or an overflowing stack. */
export const limits = {
  /** Characters of one formula. */
  textLength: 10_000,
  /** Parentheses, calls and signs within one another. */
  depth: 64,
  /** Literals, names, operators and calls of one formula. */
  parts: 2_000,
  /** Parts plus rows and days looked at in one evaluation. */
  steps: 100_000,
  /** Names joined by dots. */
  pathLength: 12,
  /** Characters of a name. */
  nameLength: 100,
  /** Characters of a text that is made. */
  madeTextLength: 10_000,
  /** Digits of a number, before and after the point together; also the decimals it may have. */
  digits: 100,
} as const
