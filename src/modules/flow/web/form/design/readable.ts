import type { Insert } from './expression-names.ts'

/** A formula with its names as people know them and its signs as people write them. */
export function readable(expression: string, inserts: readonly Insert[]): string {
  const known = new Map(inserts.map(({ text, label }) => [text, `“${label}”`]))
  const parts = expression.match(
    /"[^"]*"|(?:\[[^\]]*\]|[\p{L}_][\p{L}\p{M}\p{Nd}_]*)(?:\.(?:\[[^\]]*\]|[\p{L}_][\p{L}\p{M}\p{Nd}_]*))*|\s+|[<>]=?|./gu,
  )
  return (parts ?? []).map((part) => known.get(part) ?? signs[part] ?? part).join('')
}

const signs: Readonly<Record<string, string>> = { '*': '×', '/': '÷', '-': '−', '>=': '≥', '<=': '≤' }
