import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import type { CountedRow, routes } from '../contract.ts'
import { monthOf } from '../rules/months.ts'
import { knownPeople } from '../store/people.ts'
import { planRows } from '../store/plans.ts'
import { reckoned } from './reckon.ts'

type Routes = typeof routes

/** How far people are by what a plan counts. Amounts are pay and stand nowhere here. */
export async function listCounts(
  ctx: Context,
  { period = monthOf(ctx.today), limit, offset }: Input<Routes['listCounts']>,
): Promise<Output<Routes['listCounts']>> {
  const { entries } = await reckoned(ctx, period)
  const own = entries.filter(({ origin, milli }) => origin === period && milli !== null)
  const ids = [...new Set(own.map(({ personId }) => personId))]
  const known = await knownPeople(ctx, 'incentives.read-counts', ids, ctx.today)
  const names = new Map((await planRows(ctx, 500)).map(({ id, name }) => [id, name as Record<string, string>]))
  const rows = own.flatMap(({ personId, planId, milli, facts, version }): CountedRow[] => {
    const person = known.get(personId)
    if (!person) return []
    const { basis } = version.terms
    const take = basis.kind === 'facts' ? basis.take : 'indicator'
    const { name, number } = person
    return [
      {
        personId,
        name,
        number,
        planId,
        planName: names.get(planId) ?? {},
        milli: milli ?? 0,
        pieces: facts.length,
        take,
      },
    ]
  })
  rows.sort((a, b) => (a.planId === b.planId ? b.milli - a.milli : a.planId < b.planId ? -1 : 1))
  return { period, total: rows.length, rows: rows.slice(offset, offset + limit) }
}
