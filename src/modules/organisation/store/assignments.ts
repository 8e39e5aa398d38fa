import type { Day } from '#core/calendar'
import type { Context } from '#kernel/context'
import type { Share } from '../rules.ts'

export type Seating = Share & {
  readonly positionId: string
  readonly personId: string
  readonly overReason?: string | null | undefined
}

/** All seats of a person, oldest first. */
export async function seatsOf(ctx: Context, personId: string): Promise<Seating[]> {
  return ctx.db
    .selectFrom('assignment')
    .select(seatColumns)
    .where('tenant_id', '=', ctx.tenantId)
    .where('person_id', '=', personId)
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
}

export async function seatById(ctx: Context, id: string): Promise<Seating | undefined> {
  return ctx.db
    .selectFrom('assignment')
    .select(seatColumns)
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function insertSeat(ctx: Context, seat: Seating): Promise<void> {
  await ctx.db
    .insertInto('assignment')
    .values({ tenant_id: ctx.tenantId, id: seat.id, person_id: seat.personId, ...rowOf(seat) })
    .execute()
}

export async function updateSeat(ctx: Context, seat: Seating): Promise<void> {
  await ctx.db
    .updateTable('assignment')
    .set(rowOf(seat))
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', seat.id)
    .execute()
}

export async function endSeat(ctx: Context, id: string, until: Day | null): Promise<void> {
  await ctx.db
    .updateTable('assignment')
    .set({ valid_until: until })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

export async function deleteSeat(ctx: Context, id: string): Promise<void> {
  await ctx.db.deleteFrom('assignment').where('tenant_id', '=', ctx.tenantId).where('id', '=', id).execute()
}

const seatColumns = [
  'id',
  'person_id as personId',
  'position_id as positionId',
  'kind',
  'share_permille as sharePermille',
  'over_reason as overReason',
  'valid_from as from',
  'valid_until as until',
] as const

function rowOf(seat: Seating) {
  return {
    position_id: seat.positionId,
    kind: seat.kind,
    share_permille: seat.sharePermille,
    over_reason: seat.overReason ?? null,
    valid_from: seat.from,
    valid_until: seat.until,
  }
}
