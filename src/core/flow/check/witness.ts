import { fieldsOf, type Condition } from '../model/condition.ts'
import type { FlowField } from '../model/definition.ts'
import type { FlowData, Value } from '../model/value.ts'

const mostCombinations = 20_000

/**
 * Data that tell some conditions apart: for each field they read, every constant they name and something between, below,
 * above and besides. What holds for all of these holds for all data. `undefined` when there are too many to try.
 */
export function witnesses(conditions: readonly Condition[], fields: readonly FlowField[]): FlowData[] | undefined {
  const constants = new Map<string, Set<string | number | boolean>>()
  for (const condition of conditions) if (!collect(condition, constants)) return undefined
  const known = new Map(fields.map((field) => [field.key, field]))
  let all: Record<string, Value>[] = [{}]
  for (const [key, named] of constants) {
    const values = valuesOf([...named], known.get(key))
    if (all.length * values.length > mostCombinations) return undefined
    all = all.flatMap((data) => values.map((value) => ({ ...data, [key]: value })))
  }
  return all
}

/** False when a condition holds something that cannot be analysed. */
function collect(condition: Condition, into: Map<string, Set<string | number | boolean>>): boolean {
  if ('text' in condition) return false
  if ('all' in condition) return condition.all.every((one) => collect(one, into))
  if ('any' in condition) return condition.any.every((one) => collect(one, into))
  if ('not' in condition) return collect(condition.not, into)
  for (const field of fieldsOf(condition)) {
    const known = into.get(field) ?? new Set()
    for (const value of [condition.value ?? []].flat()) known.add(value)
    into.set(field, known)
  }
  return true
}

function valuesOf(named: readonly (string | number | boolean)[], field: FlowField | undefined): Value[] {
  const kind =
    field?.kind ?? (typeof named[0] === 'number' ? 'number' : typeof named[0] === 'boolean' ? 'yes-no' : 'text')
  // a field nobody described is taken as filled in
  const none: Value[] = field === undefined || field.required ? [] : [null]
  if (kind === 'yes-no') return [true, false, ...none]
  if (kind === 'choice') return [...(field?.choices ?? named.map(String)), ...none]
  if (kind === 'number' || kind === 'money') return [...between(named.map(Number), kind === 'money', field), ...none]
  const texts = named.map(String)
  // nor can one know what else such a field may hold than the values the conditions tell apart
  if (!field && texts.length > 1) return texts
  return [...texts, ...(kind === 'day' ? around(texts) : [`~${texts.join('')}`]), ...none]
}

function between(named: readonly number[], isWhole: boolean, field: FlowField | undefined): number[] {
  const points = [...new Set([...named, field?.min ?? [], field?.max ?? []].flat())].sort((a, b) => a - b)
  const gaps = points.slice(1).map((high, index) => ((points[index] as number) + high) / 2)
  const outer = [(points[0] ?? 0) - 1, (points.at(-1) ?? 0) + 1]
  const values = [...points, ...(isWhole ? gaps.map(Math.floor) : gaps), ...outer]
  return [...new Set(values)].filter((value) => value >= (field?.min ?? -Infinity) && value <= (field?.max ?? Infinity))
}

/** A text is greater than its own beginning, so this lies directly before and behind each day. */
function around(days: readonly string[]): string[] {
  return ['0000-01-01', ...days.map((day) => `${day}~`)]
}
