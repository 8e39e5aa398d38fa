import type { Place } from './problem.ts'

/** From `start` up to but not including `end`, in code units of the formula's text. */
export type Range = { readonly start: number; readonly end: number }

/** Where a stretch stands for a reader: line and column from 1, counted in characters. */
export function placeOf(source: string, range: Range): Place {
  return placesIn(source)(range)
}

/** The same for many stretches of one text: it is walked through once, when first needed. */
export function placesIn(source: string): (range: Range) => Place {
  let known: { line: Int32Array; column: Int32Array } | undefined
  return ({ start, end }) => {
    known ??= walk(source)
    const [first, last] = [Math.min(start, source.length), Math.min(end, source.length)]
    const [line = 1, column = 1] = [known.line[first], known.column[first]]
    const isOneLine = line === known.line[last]
    const length = isOneLine ? (known.column[last] ?? 1) - column : last - first
    return { line, column, length: Math.max(1, length) }
  }
}

function walk(source: string) {
  const line = new Int32Array(source.length + 1)
  const column = new Int32Array(source.length + 1)
  let [row, place] = [1, 1]
  for (let at = 0; at <= source.length; at += 1) {
    line[at] = row
    column[at] = place
    const code = source.charCodeAt(at)
    if (code === 10) [row, place] = [row + 1, 1]
    // the first half of a pair is no character of its own
    else if (!(code >= 0xd800 && code < 0xdc00)) place += 1
  }
  return { line, column }
}
