import type { Day, Period } from '#core/calendar'
import { validDuring, validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'

export type AssignmentKind = 'main' | 'concurrent' | 'acting'

/** A person on a position on a day. */
export type Seat = {
  readonly positionId: string
  readonly personId: string
  readonly kind: AssignmentKind
  /** Part of the working time, in permille. */
  readonly sharePermille: number
}

/** Who sits on these positions on a day; a vacancy has no row. */
export async function holdersOf(ctx: Context, positionIds: readonly string[], day: Day): Promise<Seat[]> {
  const rows = await seatsOn(ctx, positionIds)
    .select(['positionId', 'personId', 'kind', 'sharePermille'])
    .where(validOn('seat', day))
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as AssignmentKind }))
}

/** The same with the days of each assignment, for all that run on some day of the period. */
export async function assignedBetween(
  ctx: Context,
  positionIds: readonly string[],
  period: Period,
): Promise<(Seat & Period)[]> {
  const rows = await seatsOn(ctx, positionIds)
    .select(['positionId', 'personId', 'kind', 'sharePermille', 'valid_from as from', 'valid_until as until'])
    .where(validDuring('seat', period))
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as AssignmentKind }))
}

export type HeldPosition = Omit<Seat, 'personId'> & { readonly unitId: string }

/** The positions a person holds on a day, the main one first. A position closed that day is not among them. */
export async function positionsOf(ctx: Context, personId: string, day: Day): Promise<HeldPosition[]> {
  const rows = await ctx.db
    .selectFrom('assignment as a')
    .innerJoin('position_version as p', (join) =>
      join.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.position_id', '=', 'a.position_id').on(validOn('p', day)),
    )
    .select([
      'a.position_id as positionId',
      'p.unit_id as unitId',
      'a.kind as kind',
      'a.share_permille as sharePermille',
    ])
    .where('a.tenant_id', '=', ctx.tenantId)
    .where('a.person_id', '=', personId)
    .where(validOn('a', day))
    .orderBy((eb) => eb('a.kind', '=', 'main'), 'desc')
    .orderBy('a.share_permille', 'desc')
    .orderBy('a.id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as AssignmentKind }))
}

function seatsOn(ctx: Context, positionIds: readonly string[]) {
  return ctx.db
    .selectFrom((eb) =>
      eb
        .selectFrom('assignment as a')
        .select([
          'a.position_id as positionId',
          'a.person_id as personId',
          'a.kind as kind',
          'a.share_permille as sharePermille',
          'a.valid_from',
          'a.valid_until',
        ])
        .where('a.tenant_id', '=', ctx.tenantId)
        .where((inner) => inner('a.position_id', '=', inner.fn.any(inner.val([...positionIds]))))
        .as('seat'),
    )
    .orderBy('positionId')
    .orderBy((eb) => eb('kind', '=', 'main'), 'desc')
    .orderBy('personId')
}
