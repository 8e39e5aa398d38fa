import { addDays } from '#core/calendar'
import type { Context } from '#kernel/context'
import { unitLines } from '#modules/responsibilities'
import type { Period } from '../contract.ts'
import { spansOf, type Days } from '../rules/spans.ts'
import { mainSeats, placedIn } from '../store/places.ts'
import type { NewReview } from '../store/reviews.ts'

export type Judged = Omit<NewReview, 'id'>

/** Everybody with a main seat in a period, and by which scheme they are judged on which days; `spans` is empty for whom none judges. */
export async function whoIsJudged(ctx: Context, period: Period, days: Days, unitId: string | null): Promise<Judged[]> {
  const last = addDays(days.until, -1)
  const unitIds = unitId ? await ctx.house.scopes.subtree(ctx.db, [unitId], last) : undefined
  const seats = await mainSeats(ctx, days)
  const { places, versions } = await placedIn(ctx, period, days)
  const lines = await unitLines(
    ctx,
    seats.map((seat) => seat.unitId),
    last,
  )
  return [...Map.groupBy(seats, (seat) => seat.personId)].flatMap(([personId, own]): Judged[] => {
    const home = own.reduce((late, seat) => (seat.until >= late.until ? seat : late))
    // who moved within the period is judged once, where they sat at its end
    if (unitIds && !unitIds.includes(home.unitId)) return []
    const sat = own.map((seat) => ({ ...seat, unitLine: lines.get(seat.unitId) ?? [seat.unitId] }))
    return [{ personId, unitId: home.unitId, positionId: home.positionId, spans: spansOf(sat, places, versions) }]
  })
}
