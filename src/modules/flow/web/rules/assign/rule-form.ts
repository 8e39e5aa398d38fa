import type { AssignmentCase, Condition, Source } from '#core/flow'
import { isFinished } from '#core/form'
import type { Rule } from '../../../contract.ts'

export const methods = ['turn', 'load', 'lot', 'all'] as const
export type Method = (typeof methods)[number]

/** A line while it is written; `id` is null until it is sent. */
export type LineForm = {
  /** Stays the same while lines move, for drawing. */
  readonly key: string
  readonly id: string | null
  readonly isConditional: boolean
  readonly when: Condition | undefined
  readonly pool: Source
  readonly method: Method
}
export type RuleForm = { readonly name: Readonly<Record<string, string>>; readonly lines: readonly LineForm[] }
export type RuleFault = { readonly fault: 'nameMissing' } | { readonly fault: LineFault; readonly key: string }
export type LineFault = 'conditionMissing' | 'poolMissing'

export function newRule(): RuleForm {
  return { name: {}, lines: [freshLine([])] }
}

export function formFrom(rule: Rule): RuleForm {
  return {
    name: rule.name,
    lines: rule.cases.map(({ id, when, pool, method }) => ({
      id,
      key: id,
      pool,
      method,
      isConditional: when !== null,
      when: when ?? undefined,
    })),
  }
}

/** One more line: behind the others, for whatever they do not take. */
export function freshLine(others: readonly LineForm[]): LineForm {
  const key = free(new Set(others.map((line) => line.key)), 'new')
  return {
    key,
    id: null,
    isConditional: false,
    when: undefined,
    pool: { kind: 'unit-members', unit: '' },
    method: 'turn',
  }
}

/** The line one place up or down; the same where it is the first or the last. */
export function moved(lines: readonly LineForm[], key: string, by: -1 | 1): readonly LineForm[] {
  const from = lines.findIndex((line) => line.key === key)
  const line = lines[from]
  if (!line || from + by < 0 || from + by >= lines.length) return lines
  const others = lines.toSpliced(from, 1)
  return others.toSpliced(from + by, 0, line)
}

/** Lines that never count, because one before them takes everything. */
export function lostLines(lines: readonly LineForm[]): ReadonlySet<string> {
  const first = lines.findIndex((line) => !line.isConditional)
  return new Set(first < 0 ? [] : lines.slice(first + 1).map((line) => line.key))
}

export function faultOf({ name, lines }: RuleForm): RuleFault | undefined {
  if (!Object.values(name).some((text) => text.trim())) return { fault: 'nameMissing' }
  for (const { key, isConditional, when, pool } of lines) {
    if (isConditional && !(when && isFinished(when))) return { fault: 'conditionMissing', key }
    if (!isNamed(pool)) return { fault: 'poolMissing', key }
  }
  return undefined
}

/** What is sent. A new line takes an id that no line of the rule ever had: what was given is counted by it. */
export function sentForm(
  { name, lines }: RuleForm,
  usedBefore: readonly string[],
): { name: Record<string, string>; cases: AssignmentCase[] } {
  const used = new Set([...usedBefore, ...lines.flatMap(({ id }) => id ?? [])])
  return {
    name: { ...name },
    cases: lines.map(({ id, isConditional, when, pool, method }) => {
      const kept = id ?? free(used, 'line')
      used.add(kept)
      return { id: kept, when: isConditional ? (when ?? null) : null, pool, method }
    }),
  }
}

/** The fields a condition asks about; a day of a period counts as its field. */
export function fieldsAsked(condition: Condition | null | undefined): string[] {
  if (!condition || 'text' in condition) return []
  if ('not' in condition) return fieldsAsked(condition.not)
  if ('field' in condition) return [condition.field.split('.')[0] ?? condition.field]
  return ('all' in condition ? condition.all : condition.any).flatMap(fieldsAsked)
}

/** True when it is said who: a source of a kind that needs a name has one. */
export function isNamed(source: Source): boolean {
  return Object.values(source).every((value) => (Array.isArray(value) ? value.length > 0 : value !== ''))
}

function free(used: ReadonlySet<string>, stem: string): string {
  for (let number = 1; ; number += 1) if (!used.has(`${stem}-${number}`)) return `${stem}-${number}`
}
