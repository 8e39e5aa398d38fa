import type { PayLine } from '#core/payroll'

type Named = ReadonlyMap<string, { readonly place: number; readonly isOnSlip: boolean }>

export type ShownLine = PayLine & { readonly isShown: boolean }

/**
 * The lines of a slip in reading order: what is earned, what the employee bears, what the employer pays, what is only told.
 * An item that is not for the slip is shown nonetheless while it moves money, so that what is seen always adds up; one that
 * only a shown formula leads to comes along unshown, to be opened from there. The rest stays away.
 */
export function slipLines(lines: readonly PayLine[], items: Named): ShownLine[] {
  const placeOf = (line: PayLine) => items.get(line.code)?.place ?? Number.MAX_SAFE_INTEGER
  const isShown = (line: PayLine) =>
    (items.get(line.code)?.isOnSlip ?? true) || (line.side !== 'information' && line.fen !== 0)
  const reached = reachedFrom(lines.filter(isShown), lines)
  return lines
    .filter((line) => isShown(line) || reached.has(line.code))
    .map((line) => ({ ...line, isShown: isShown(line) }))
    .toSorted((a, b) => sides.indexOf(a.side) - sides.indexOf(b.side) || placeOf(a) - placeOf(b))
}

/** What is nothing now and was nothing before only stands in the way. */
export function isWorthARow(line: {
  readonly isShown: boolean
  readonly fen: number
  readonly beforeFen: number | null
}): boolean {
  return line.isShown && (line.fen !== 0 || (line.beforeFen ?? 0) !== 0)
}

/** Codes that formulas lead to, from some lines on and further. */
function reachedFrom(from: readonly PayLine[], lines: readonly PayLine[]): ReadonlySet<string> {
  const byCode = new Map(lines.map((line) => [line.code, line]))
  const reached = new Set<string>()
  const open = [...from]
  for (let line = open.pop(); line; line = open.pop()) {
    for (const name of namesUsed([line])) {
      const used = byCode.get(name)
      if (!used || reached.has(name)) continue
      reached.add(name)
      open.push(used)
    }
  }
  return reached
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
