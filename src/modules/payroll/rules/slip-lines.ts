import type { PayLine } from '#core/payroll'

type Named = ReadonlyMap<string, { readonly place: number; readonly isOnSlip: boolean }>

/**
 * The lines a slip shows, in reading order: what is earned, what the employee bears, what the employer pays, what is only
 * told. An item that is not for the slip is left out only while it moves no money, so that what is seen always adds up.
 */
export function shownLines(lines: readonly PayLine[], items: Named): PayLine[] {
  const placeOf = (line: PayLine) => items.get(line.code)?.place ?? Number.MAX_SAFE_INTEGER
  const isShown = (line: PayLine) =>
    (items.get(line.code)?.isOnSlip ?? true) || (line.side !== 'information' && line.fen !== 0)
  return lines
    .filter(isShown)
    .toSorted((a, b) => sides.indexOf(a.side) - sides.indexOf(b.side) || placeOf(a) - placeOf(b))
}

/** Names that a line's reason refers to: what its formula used. */
export function namesUsed(lines: readonly PayLine[]): string[] {
  const notNames = new Set(['formula', 'unrounded'])
  return [
    ...new Set(
      lines.flatMap(({ code, reason }) =>
        reason.rule === 'item' ? [code, ...Object.keys(reason.facts).filter((name) => !notNames.has(name))] : [code],
      ),
    ),
  ]
}

const sides: readonly PayLine['side'][] = ['earning', 'employee', 'employer', 'information']
