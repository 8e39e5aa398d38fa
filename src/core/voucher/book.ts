import type { Fen } from '../payroll/index.ts'
import type { Posting } from './postings.ts'

/** A line of a voucher with what is behind it; `fen` is the sum of its parts. */
export type VoucherLine = {
  readonly account: string
  readonly costCentre: string | null
  readonly side: 'debit' | 'credit'
  readonly fen: Fen
  readonly parts: readonly Posting[]
}

/** No account for an item (in a unit): who set the accounts up has to say. */
export type AccountGap = Pick<Posting, 'use' | 'costClass' | 'code'> & {
  readonly unitId: string | null
  readonly familyId: string | null
  /** How much waits for the account, debit and credit alike. */
  readonly fen: Fen
}
export type Booked = { readonly lines: readonly VoucherLine[]; readonly gaps: readonly AccountGap[] }

/**
 * Gathers postings to lines by account, cost centre and side: debits first, then by account and cost centre. With a gap
 * there is no voucher. Lines that come to nothing are left out; the rest balances because each slip's postings do.
 */
export function bookPostings(
  postings: Iterable<Posting>,
  accountOf: (posting: Posting) => string | undefined,
  costCentreOf: (posting: Posting) => string | null,
): Booked {
  const lines = new Map<string, { line: Omit<VoucherLine, 'fen' | 'parts'>; fen: Fen; parts: Posting[] }>()
  const gaps = new Map<string, AccountGap>()
  for (const posting of postings) {
    const account = accountOf(posting)
    if (account === undefined) {
      noteGap(gaps, posting)
      continue
    }
    const costCentre = costCentreOf(posting)
    const key = `${posting.side} ${account} ${costCentre ?? ''}`
    const line = lines.get(key) ?? { line: { account, costCentre, side: posting.side }, fen: 0, parts: [] }
    line.fen += posting.fen
    line.parts.push(posting)
    lines.set(key, line)
  }
  return {
    lines: [...lines.values()]
      .filter(({ fen }) => fen !== 0)
      .map(({ line, fen, parts }) => ({ ...line, fen, parts }))
      .toSorted(byPlace),
    gaps: [...gaps.values()],
  }
}

/** Debit less credit: 0 of every voucher. */
export function imbalanceOf(lines: readonly Pick<VoucherLine, 'side' | 'fen'>[]): Fen {
  return lines.reduce((sum, { side, fen }) => (side === 'debit' ? sum + fen : sum - fen), 0)
}

function noteGap(gaps: Map<string, AccountGap>, { use, costClass, code, place, fen }: Posting): void {
  const [unitId, familyId] = [place?.unitId ?? null, place?.familyId ?? null]
  const key = `${use} ${code} ${unitId ?? ''} ${familyId ?? ''}`
  const known = gaps.get(key)
  gaps.set(key, { use, costClass, code, unitId, familyId, fen: (known?.fen ?? 0) + fen })
}

function byPlace(a: VoucherLine, b: VoucherLine): number {
  if (a.side !== b.side) return a.side === 'debit' ? -1 : 1
  return compare(a.account, b.account) || compare(a.costCentre ?? '', b.costCentre ?? '')
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
