import { sql } from 'kysely'
import type { Day, Period } from '#core/calendar'
import { validDuring } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { Raci } from '../shapes.ts'

/** Exactly one of position, unit and person holds. */
export type Holding = Period & {
  readonly id: string
  readonly responsibilityId: string
  readonly positionId: string | null
  readonly unitId: string | null
  readonly personId: string | null
  /** It holds for this unit and all below it alone; null = everywhere. */
  readonly forUnitId: string | null
  readonly raci: Raci
  readonly weightPermille: number
}

/** Holdings of a responsibility, or of who holds, that run on some day of a period. */
export async function holdingsDuring(
  ctx: Context,
  of: { responsibilityId: string } | { holderId: string },
  period: Period,
): Promise<Holding[]> {
  const rows = await ctx.db
    .selectFrom('holding as h')
    .selectAll()
    .where('h.tenant_id', '=', ctx.tenantId)
    .where(
      'responsibilityId' in of
        ? sql<boolean>`h.responsibility_id = ${of.responsibilityId}`
        : sql<boolean>`(h.position_id = ${of.holderId} or h.unit_id = ${of.holderId} or h.person_id = ${of.holderId})`,
    )
    .where(validDuring('h', period))
    .orderBy('h.valid_from')
    .execute()
  return rows.map(holdingOf)
}

export async function findHolding(ctx: Context, id: string): Promise<Holding | undefined> {
  const row = await ctx.db
    .selectFrom('holding as h')
    .selectAll()
    .where('h.tenant_id', '=', ctx.tenantId)
    .where('h.id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && holdingOf(row)
}

export async function insertHolding(ctx: Context, holding: Holding): Promise<void> {
  await ctx.db
    .insertInto('holding')
    .values({
      tenant_id: ctx.tenantId,
      id: holding.id,
      responsibility_id: holding.responsibilityId,
      position_id: holding.positionId,
      unit_id: holding.unitId,
      person_id: holding.personId,
      for_unit_id: holding.forUnitId,
      raci: holding.raci,
      weight_permille: holding.weightPermille,
      valid_from: holding.from,
      valid_until: holding.until,
    })
    .execute()
}

export async function endHolding(ctx: Context, id: string, until: Day): Promise<void> {
  await ctx.db
    .updateTable('holding')
    .set({ valid_until: until })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

export async function deleteHolding(ctx: Context, id: string): Promise<void> {
  await ctx.db.deleteFrom('holding').where('tenant_id', '=', ctx.tenantId).where('id', '=', id).execute()
}

/** Two assignments to one holder wait for each other, so that they can't both find the same room on it. */
export async function lockHolder(ctx: Context, holderId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`holding ${ctx.tenantId} ${holderId}`}, 0))`.execute(ctx.db)
}

function holdingOf(row: {
  id: string
  responsibility_id: string
  position_id: string | null
  unit_id: string | null
  person_id: string | null
  for_unit_id: string | null
  raci: string
  weight_permille: number
  valid_from: string
  valid_until: string | null
}): Holding {
  return {
    id: row.id,
    responsibilityId: row.responsibility_id,
    positionId: row.position_id,
    unitId: row.unit_id,
    personId: row.person_id,
    forUnitId: row.for_unit_id,
    raci: row.raci as Raci,
    weightPermille: row.weight_permille,
    from: row.valid_from,
    until: row.valid_until,
  }
}
