import type { Fen } from '#core/payroll'

type Line = { readonly code: string; readonly side: string; readonly fen: Fen }

/** What makes net pay differ from last month: the lines that changed it, the largest first. Positive: more for the person. */
export function differences(now: readonly Line[], last: readonly Line[], most = 3): { code: string; fen: Fen }[] {
  const sums = new Map<string, Fen>()
  const count = (lines: readonly Line[], sign: number) => {
    for (const { code, side, fen } of lines) {
      const weight = side === 'earning' ? sign : side === 'employee' ? -sign : 0
      if (weight !== 0) sums.set(code, (sums.get(code) ?? 0) + weight * fen)
    }
  }
  count(now, 1)
  count(last, -1)
  return [...sums]
    .map(([code, fen]) => ({ code, fen }))
    .filter(({ fen }) => fen !== 0)
    .toSorted((a, b) => Math.abs(b.fen) - Math.abs(a.fen) || (a.code < b.code ? -1 : 1))
    .slice(0, most)
}
