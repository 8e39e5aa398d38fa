import { createHash } from 'node:crypto'
import type { ImportRow, RowFault } from '#kernel/importer'

/** A row of a sheet as it was written, with its measures and dimensions taken apart. */
export type Line = {
  readonly line: number
  readonly key: string
  readonly kind: string
  readonly day: string
  readonly time: string
  readonly personNumber: string | undefined
  readonly unitCode: string | undefined
  readonly responsibilityCode: string | undefined
  readonly subject: { readonly key: string; readonly type: string | undefined } | undefined
  readonly measures: Readonly<Record<string, number>>
  readonly dimensions: Readonly<Record<string, string>>
}

const kindPattern = /^[a-z][a-z0-9-]{0,62}$/
const timePattern = /^([01]?\d|2[0-3]):[0-5]\d$/

/**
 * Rows as lines. A row without a key gets one from what it says and how many like it stand above it: two alike are two
 * happenings, and the same sheet brought again names them the same.
 */
export function readLines(rows: readonly ImportRow[]): { lines: Line[]; faults: RowFault[] } {
  const faults: RowFault[] = []
  const seen = new Map<string, number>()
  const parse = remembered(parsePairs)
  const byKey = new Map<string, number>()
  const lines = rows.flatMap((row): Line[] => {
    const own: RowFault[] = []
    const fault = (field: string, code: string, facts: RowFault['facts'] = {}) =>
      own.push({ line: row.line, field, code: `indicators.${code}`, facts })
    const text = (field: string) => String(row.values[field] ?? '').trim()
    const kind = text('kind')
    if (!kindPattern.test(kind)) fault('kind', 'bad-kind', { kind })
    const time = text('time') || '12:00'
    if (!timePattern.test(time)) fault('time', 'bad-time', { time })
    const pairs = (field: 'measures' | 'dimensions') => {
      const found = parse(text(field))
      if (!found) fault(field, 'bad-pairs', { text: text(field) })
      return Object.entries(found ?? {})
    }
    const measures = pairs('measures').map(([name, value]) => [name, Number(value)] as const)
    for (const [name, value] of measures) if (!Number.isFinite(value)) fault('measures', 'not-a-number', { name })
    const { value } = row.values
    if (value !== null && value !== undefined && value !== '') measures.push(['value', Number(value)])
    const line = {
      line: row.line,
      kind,
      day: text('day'),
      time: time.padStart(5, '0'),
      personNumber: text('personNumber') || undefined,
      unitCode: text('unitCode') || undefined,
      responsibilityCode: text('responsibilityCode') || undefined,
      ...(text('subjectKey')
        ? { subject: { key: text('subjectKey'), type: text('subjectType') || undefined } }
        : { subject: undefined }),
      measures: Object.fromEntries(measures),
      dimensions: Object.fromEntries(pairs('dimensions')),
    }
    const key = text('key') || keyOf(line, seen)
    const before = byKey.get(key)
    if (before !== undefined) fault('key', 'key-twice', { key, other: before })
    byKey.set(key, row.line)
    faults.push(...own)
    return own.length > 0 ? [] : [{ ...line, key }]
  })
  return { lines, faults }
}

function keyOf({ line: _line, ...content }: Omit<Line, 'key'>, seen: Map<string, number>): string {
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 32)
  const times = (seen.get(hash) ?? 0) + 1
  seen.set(hash, times)
  return `line:${hash}:${times}`
}

/** The same words stand on many lines. */
function remembered<Result>(read: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>()
  return (text) => {
    const found = known.has(text) ? (known.get(text) as Result) : read(text)
    known.set(text, found)
    return found
  }
}

/** `result=pass; item=A12` as names and values; undefined when it can't be read so. */
function parsePairs(text: string): Record<string, string> | undefined {
  const pairs = text
    .split(/[;；]/)
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => /^([^\s=＝.][^=＝]{0,59}?)\s*[=＝]\s*(.{1,200})$/.exec(pair))
  if (pairs.includes(null)) return undefined
  return Object.fromEntries(pairs.map((match) => [match?.[1] ?? '', match?.[2] ?? '']))
}
