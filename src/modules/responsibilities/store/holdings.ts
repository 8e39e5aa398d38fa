import { sql } from 'kysely'
import type { Day, Period } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validDuring, validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { Raci } from '../shapes.ts'
import { among } from './among.ts'
import { fromJson } from './json.ts'

export type HolderRow = {
  readonly responsibilityId: string
  readonly holdingId: string
  readonly raci: Raci
  readonly weightPermille: number
  readonly validFrom: Day
  readonly validUntil: Day | null
  readonly positionId: string
  readonly positionTitle: LocalText
  readonly unitId: string
  readonly unitName: LocalText
  readonly people: { personId: string; name: string }[]
}

/** Which positions hold responsibilities on a day, with the people on them; accountable first. */
export async function holdersOn(
  ctx: Context,
  responsibilityIds: readonly string[],
  day: Day,
  raci?: Raci,
): Promise<HolderRow[]> {
  let query = ctx.db
    .selectFrom('holding as h')
    .innerJoin('position_version as p', (on) =>
      on.onRef('p.tenant_id', '=', 'h.tenant_id').onRef('p.position_id', '=', 'h.position_id'),
    )
    .innerJoin('unit_version as u', (on) =>
      on.onRef('u.tenant_id', '=', 'p.tenant_id').onRef('u.unit_id', '=', 'p.unit_id'),
    )
    .select(['h.responsibility_id', 'h.id', 'h.raci', 'h.weight_permille', 'h.valid_from', 'h.valid_until'])
    .select(['h.position_id', 'p.title', 'p.unit_id', 'u.name'])
    .select(
      sql<{ personId: string; name: string }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('personId', n.id, 'name', n.name) order by n.name)
        from assignment a join person n on n.tenant_id = a.tenant_id and n.id = a.person_id
        where a.tenant_id = h.tenant_id and a.position_id = h.position_id and ${validOn('a', day)}), '[]')`.as(
        'people',
      ),
    )
    .where('h.tenant_id', '=', ctx.tenantId)
    .where(among('h.responsibility_id', responsibilityIds))
    .where(validOn('h', day))
    .where(validOn('p', day))
    .where(validOn('u', day))
    .orderBy(sql`array_position(array['accountable','responsible','consulted','informed'], h.raci)`)
    .orderBy('h.valid_from')
    .orderBy('h.id')
  if (raci) query = query.where('h.raci', '=', raci)
  const rows = await query.execute()
  return rows.map((row) => ({
    responsibilityId: row.responsibility_id,
    holdingId: row.id,
    raci: row.raci as Raci,
    weightPermille: row.weight_permille,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    positionId: row.position_id,
    positionTitle: fromJson(row.title),
    unitId: row.unit_id,
    unitName: fromJson(row.name),
    people: row.people,
  }))
}

export type Holding = Period & {
  readonly id: string
  readonly responsibilityId: string
  readonly positionId: string
  readonly raci: Raci
  readonly weightPermille: number
}

/** Holdings of a responsibility or of a position that run on some day of a period. */
export async function holdingsDuring(
  ctx: Context,
  of: { responsibilityId: string } | { positionId: string },
  period: Period,
): Promise<Holding[]> {
  const rows = await ctx.db
    .selectFrom('holding as h')
    .selectAll()
    .where('h.tenant_id', '=', ctx.tenantId)
    .where('responsibilityId' in of ? 'h.responsibility_id' : 'h.position_id', '=', Object.values(of)[0] ?? '')
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

/** Unit and title of a position on a day. */
export async function positionOn(
  ctx: Context,
  positionId: string,
  day: Day,
): Promise<{ unitId: string; title: LocalText } | undefined> {
  const row = await ctx.db
    .selectFrom('position_version as p')
    .select(['p.unit_id', 'p.title'])
    .where('p.tenant_id', '=', ctx.tenantId)
    .where('p.position_id', '=', positionId)
    .where(validOn('p', day))
    .executeTakeFirst()
  return row && { unitId: row.unit_id, title: fromJson(row.title) }
}

/** Two assignments to one position wait for each other, so that they can't both find the same room on it. */
export async function lockPosition(ctx: Context, positionId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`holding ${ctx.tenantId} ${positionId}`}, 0))`.execute(
    ctx.db,
  )
}

function holdingOf(row: {
  id: string
  responsibility_id: string
  position_id: string
  raci: string
  weight_permille: number
  valid_from: string
  valid_until: string | null
}): Holding {
  return {
    id: row.id,
    responsibilityId: row.responsibility_id,
    positionId: row.position_id,
    raci: row.raci as Raci,
    weightPermille: row.weight_permille,
    from: row.valid_from,
    until: row.valid_until,
  }
}
