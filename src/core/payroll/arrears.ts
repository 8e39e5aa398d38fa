import { fenText, type Fen } from './money.ts'
import type { PayLine } from './explained.ts'

/** A closed slip's lines as they were paid, and as they would be computed now. */
export type Recomputed = {
  readonly period: string
  readonly paid: readonly PayLine[]
  readonly now: readonly PayLine[]
}

export type Arrear = { readonly period: string; readonly code: string; readonly fen: Fen; readonly line: PayLine }

/**
 * What a back-dated change owes (or reclaims), line by line, as rows to pay with the next slip: the closed period itself
 * is never rewritten. Lines that did not change give no row, so proposing twice proposes the same.
 */
export function arrears(slips: readonly Recomputed[]): Arrear[] {
  return slips.flatMap(({ period, paid, now }) => {
    const before = new Map(paid.map((line) => [line.code, line]))
    const after = new Map(now.map((line) => [line.code, line]))
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((code) => {
      const [old, current] = [before.get(code), after.get(code)]
      const fen = (current?.fen ?? 0) - (old?.fen ?? 0)
      const like = current ?? old
      return fen === 0 || !like ? [] : [{ period, code, fen, line: differenceLine(like, period, old, current, fen) }]
    })
  })
}

function differenceLine(
  like: PayLine,
  period: string,
  old: PayLine | undefined,
  now: PayLine | undefined,
  fen: Fen,
): PayLine {
  const facts = { period, paid: fenText(old?.fen ?? 0), owed: fenText(now?.fen ?? 0), rule: like.reason.rule }
  return { code: like.code, side: like.side, fen, reason: { rule: 'arrears', source: like.reason.source, facts } }
}
