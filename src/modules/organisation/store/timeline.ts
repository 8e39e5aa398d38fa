import { sql } from 'kysely'
import type { Period } from '#core/calendar'
import type { Context } from '#kernel/context'
import type { Span, TimelineStep } from '../rules.ts'

/** The two things that have a timeline; the rest of their versions differs, their days do not. */
export type Timeline = {
  readonly table: 'unit_version' | 'position_version'
  readonly owner: 'unit_id' | 'position_id'
  /** The column that must never lead back to where it began. */
  readonly above: 'parent_id' | 'reports_to_id'
}
export const unitTimeline: Timeline = { table: 'unit_version', owner: 'unit_id', above: 'parent_id' }
export const positionTimeline: Timeline = { table: 'position_version', owner: 'position_id', above: 'reports_to_id' }

export async function spansOf(ctx: Context, { table, owner }: Timeline, ownerId: string): Promise<Span[]> {
  const { rows } = await sql<Span>`
    select id, valid_from as from, valid_until as until from ${sql.table(table)}
    where tenant_id = ${ctx.tenantId} and ${sql.ref(owner)} = ${ownerId} order by valid_from`.execute(ctx.db)
  return rows
}

/** Carries out a step but for the version it opens, whose content the caller knows. */
export async function stepTimeline(ctx: Context, { table }: Timeline, step: TimelineStep): Promise<void> {
  if (step.removes)
    await sql`delete from ${sql.table(table)} where tenant_id = ${ctx.tenantId} and id = ${step.removes}`.execute(
      ctx.db,
    )
  for (const { id, from, until } of step.moves) {
    await sql`update ${sql.table(table)} set valid_from = ${from}, valid_until = ${until}
      where tenant_id = ${ctx.tenantId} and id = ${id}`.execute(ctx.db)
  }
}

/** True when going up from a thing leads back to it on some day, following every version on the way. */
export async function leadsBack(ctx: Context, { table, owner, above }: Timeline, ownerId: string): Promise<boolean> {
  const { rows } = await sql`
    with recursive up (id, days) as (
      select ${sql.ref(above)}, daterange(valid_from, valid_until) from ${sql.table(table)}
      where tenant_id = ${ctx.tenantId} and ${sql.ref(owner)} = ${ownerId} and ${sql.ref(above)} is not null
      union
      select v.${sql.ref(above)}, up.days * daterange(v.valid_from, v.valid_until)
      from up join ${sql.table(table)} v on v.tenant_id = ${ctx.tenantId} and v.${sql.ref(owner)} = up.id
        and daterange(v.valid_from, v.valid_until) && up.days
      where v.${sql.ref(above)} is not null and up.id <> ${ownerId}
    ) select from up where id = ${ownerId} limit 1`.execute(ctx.db)
  return rows.length > 0
}

/** True when the thing exists on every day of the period. */
export async function isThere(
  ctx: Context,
  { table, owner }: Timeline,
  ownerId: string,
  { from, until }: Period,
): Promise<boolean> {
  const { rows } = await sql<{ covers: boolean | null }>`
    select range_agg(daterange(valid_from, valid_until)) @> daterange(${from}, ${until}) as covers
    from ${sql.table(table)} where tenant_id = ${ctx.tenantId} and ${sql.ref(owner)} = ${ownerId}`.execute(ctx.db)
  return rows[0]?.covers ?? false
}
