import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import type { routes } from '../contract.ts'
import { listAlarmsOf } from '../store/list.ts'

type Routes = typeof routes

/** The alarms of a state that one may see, with how many there are of each kind. */
export async function listAlarms(
  ctx: Context,
  input: Input<Routes['listAlarms']>,
): Promise<Output<Routes['listAlarms']>> {
  const { state, kind: kinds, responsibilityId, mine, text, limit, offset } = input
  if (mine && !ctx.actor.personId) return { total: 0, counts: [], items: [] }
  const unitIds = input.unitId && (await ctx.house.scopes.subtree(ctx.db, input.unitId, ctx.today))
  const assignedTo = mine ? (ctx.actor.personId ?? undefined) : undefined
  const ask = { state, kinds, unitIds, responsibilityId, assignedTo, text, limit, offset }
  const { total, counts, rows } = await listAlarmsOf(ctx, ask)
  return {
    total,
    counts,
    items: rows.map(({ facts, placeId, ...row }) => ({
      ...row,
      totalPermille: facts.totalPermille ?? null,
      indicator: facts.indicator ?? null,
      days: facts.days ?? null,
      permissions: facts.permissions ?? [],
      mayDecide: ctx.may('alarms.decide', { unitId: placeId }),
    })),
  }
}
