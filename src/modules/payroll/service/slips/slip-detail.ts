import type { Context } from '#kernel/context'
import type { SlipDetail } from '../../contract.ts'
import { namesUsed, slipLines } from '../../rules/slip-lines.ts'
import { openQuestionsOf } from '../../store/questions.ts'
import { itemNames, slipBefore, type StoredSlip } from '../../store/slips.ts'

/** A stored slip as its reader sees it: lines named, in order, beside those of the month before. */
export async function detailOf(ctx: Context, slip: StoredSlip): Promise<SlipDetail> {
  const items = await itemNames(ctx, slip.groupId, namesUsed(slip.lines), slip.paidOn)
  const before = await slipBefore(ctx, slip)
  const beforeOf = new Map(before?.lines.map((line) => [`${line.side} ${line.code}`, line.fen]))
  const lines = slipLines(slip.lines, items).map((line) => ({
    ...line,
    name: items.get(line.code)?.name ?? null,
    beforeFen: before ? (beforeOf.get(`${line.side} ${line.code}`) ?? 0) : null,
  }))
  const own = new Set(lines.map(({ code }) => code))
  const { personId: _person, groupId: _group, jurisdiction, ...told } = slip
  return {
    ...told,
    inputs: [...slip.inputs],
    openQuestions: await openQuestionsOf(ctx, slip.id),
    currency: currencies[jurisdiction] ?? 'CNY',
    before: before ? { id: before.id, period: before.period, sums: before.sums } : null,
    lines,
    names: Object.fromEntries([...items].filter(([code]) => !own.has(code)).map(([code, { name }]) => [code, name])),
  }
}

const currencies: Readonly<Record<string, string>> = { cn: 'CNY', sg: 'SGD', hk: 'HKD', us: 'USD' }
