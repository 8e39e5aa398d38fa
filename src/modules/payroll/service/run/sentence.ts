import { paySentence, type PayProblem } from '#core/payroll'
import type { Context } from '#kernel/context'
import { say } from '#kernel/i18n'
import type { Finding } from '../../contract/run-shapes.ts'
import type { StoredFinding } from '../../store/run/findings.ts'
import type { Namer } from './names.ts'

/** A finding in words: what it is, with its figures. */
export function findingOut(ctx: Context, nameOf: Namer, { facts, ...finding }: StoredFinding): Finding {
  return { ...finding, sentence: sentenceOf(ctx, nameOf, finding.code, facts) }
}

function sentenceOf(ctx: Context, nameOf: Namer, code: string, facts: StoredFinding['facts']): string {
  const problem = facts['problem'] as PayProblem | undefined
  if (code === 'failed' && problem) return problemSentence(ctx, nameOf, problem)
  const line = facts['line']
  const named = typeof line === 'string' ? { line: nameOf(line) } : {}
  return say(ctx.language, `payroll.runs.finding.${code}`, { ...facts, ...named })
}

/** Why there is no result; items and inputs by their names, people without terms in words of their own. */
export function problemSentence(ctx: Context, nameOf: Namer, { code, facts }: PayProblem): string {
  const missing = facts['name']
  if (code === 'missing-value' && (missing === 'terms' || missing === 'city' || missing === 'items'))
    return say(ctx.language, `payroll.runs.missing.${missing}`)
  const item = facts['item']
  const name = facts['name']
  const named = {
    ...(typeof item === 'string' ? { item: nameOf(item) } : {}),
    ...(typeof name === 'string' ? { name: nameOf(name) } : {}),
  }
  return paySentence({ code, facts: { ...facts, ...named } }, ctx.language)
}
