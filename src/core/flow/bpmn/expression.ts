import type { Condition, Operator, Scalar } from '../model/condition.ts'

const comparison = /^\s*(.+?)\s*(==|!=|<>|>=|<=|=|>|<)\s*("[^"]*"|'[^']*'|-?\d+(?:\.\d+)?|true|false)\s*$/
const signs: Readonly<Record<string, Operator>> = {
  '==': 'is',
  '=': 'is',
  '!=': 'is-not',
  '<>': 'is-not',
  '>=': 'at-least',
  '<=': 'at-most',
  '>': 'above',
  '<': 'below',
}
const nameOnly = /^[\p{L}_][\p{L}\p{N}_. -]*$/u

/**
 * A foreign condition (JUEL `${amount > 5}`, FEEL `= approved`, plain `Level == 'A'`) as data. One comparison with a
 * constant, one field or its negation are understood; anything else stays text, to be decided by who runs it.
 */
export function conditionOf(expression: string): Condition {
  const bare = expression
    .trim()
    .replace(/^[$#]\{([^}]*)\}$/, '$1')
    .replace(/^=(?!=)/, '')
    .trim()
  const negated = /^(?:!|not\s+)(.+)$/.exec(bare)
  if (negated && nameOnly.test((negated[1] ?? '').trim()))
    return { field: (negated[1] ?? '').trim(), op: 'is-not', value: true }
  const match = comparison.exec(bare)
  if (match && nameOnly.test(match[1] ?? ''))
    return { field: (match[1] ?? '').trim(), op: signs[match[2] ?? ''] ?? 'is', value: constant(match[3] ?? '') }
  if (nameOnly.test(bare) && !/\s(?:and|or|in|between)\s/.test(bare)) return { field: bare, op: 'is', value: true }
  return { text: expression }
}

function constant(text: string): Scalar {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^["']/.test(text) ? text.slice(1, -1) : Number(text)
}
