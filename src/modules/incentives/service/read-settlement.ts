import type { Input, Output } from '#core/contract'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import type { routes, SettlementRow } from '../contract.ts'
import { monthOf } from '../rules/months.ts'
import { knownPeople } from '../store/people.ts'
import { planRows } from '../store/plans.ts'
import { entries } from '../store/settlements.ts'
import { monthsKnown } from './months.ts'
import { auditRead } from './audit-read.ts'
import { reckoned } from './reckon.ts'
import { isWorthKeeping } from './settle.ts'

type Routes = typeof routes
type One = { planId: string; personId: string; origin: string; milli: number | null; fen: number }

/** A month as it was settled, or as it would be now: of the people one may see, and sums of those only. */
export async function readSettlement(
  ctx: Context,
  { period, planId, text, limit, offset }: Input<Routes['readSettlement']>,
): Promise<Output<Routes['readSettlement']>> {
  const found = (await monthsKnown(ctx)).find((one) => one.period === period)
  const state = period < monthOf(ctx.today) ? ('due' as const) : ('running' as const)
  const month = found ?? { period, state, settledAt: null, settler: null }
  const { all, unknown } = await entriesOf(ctx, period, month.state === 'settled')
  const ids = [...new Set(all.map(({ personId }) => personId))]
  const known = await knownPeople(ctx, 'incentives.read', ids, ctx.today)
  const visible = all.filter(({ personId }) => known.has(personId))
  const names = new Map((await planRows(ctx, 500)).map(({ id, name }) => [id, name]))
  const wanted = visible.filter((one) => !planId || one.planId === planId)
  const rows = [...Map.groupBy(wanted, ({ personId }) => personId)].flatMap(([id, own]): SettlementRow[] => {
    const person = known.get(id)
    if (!person || !matches(person, text)) return []
    const { name, number, unitName } = person
    const plans = own.map((one) => ({ planId: one.planId, origin: one.origin, milli: one.milli, fen: one.fen }))
    const late = sum(own.filter(({ origin }) => origin !== period))
    return [{ personId: id, name, number, unitName, fen: sum(own), differenceFen: late, plans }]
  })
  if (rows.some(({ personId }) => personId !== ctx.actor.personId)) await auditRead(ctx, 'incentive-settlement', period)
  rows.sort((a, b) => b.fen - a.fen || (a.number < b.number ? -1 : 1))
  return {
    month,
    totalFen: rows.reduce((whole, { fen }) => whole + fen, 0),
    differenceFen: rows.reduce((whole, { differenceFen }) => whole + differenceFen, 0),
    total: rows.length,
    plans: [...Map.groupBy(visible, (one) => one.planId)].map(([id, own]) => ({
      id,
      name: (names.get(id) ?? {}) as LocalText & Record<string, string>,
      fen: sum(own),
      people: new Set(own.map(({ personId }) => personId)).size,
    })),
    rows: rows.slice(offset, offset + limit),
    unknown: ctx.may('incentives.settle') ? unknown : [],
  }
}

async function entriesOf(ctx: Context, period: string, isSettled: boolean): Promise<{ all: One[]; unknown: string[] }> {
  if (isSettled) return { all: await entries(ctx, { period }), unknown: [] }
  const live = await reckoned(ctx, period)
  return { all: live.entries.filter(isWorthKeeping), unknown: live.unknown }
}

function matches({ name, number }: { name: string; number: string }, text?: string): boolean {
  const wanted = text?.toLowerCase() ?? ''
  return name.toLowerCase().includes(wanted) || number.toLowerCase().includes(wanted)
}

function sum(all: readonly { readonly fen: number }[]): number {
  return all.reduce((whole, { fen }) => whole + fen, 0)
}
