import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { DottedLine } from '../contract.ts'

export type DottedRow = Omit<DottedLine, 'positionTitle' | 'toPositionTitle'>

/** Every second line from or to a position, the newest first, with the titles of today or the nearest day. */
export async function dottedLinesAt(ctx: Context, positionId: string): Promise<DottedLine[]> {
  const titleOf = (column: string) => sql`(
    select v.title from position_version v where v.tenant_id = d.tenant_id and v.position_id = ${sql.ref(column)}
    order by ${validOn('v', ctx.today)} desc, v.valid_from desc limit 1)`
  const { rows } = await sql<DottedLine>`
    select d.id, d.position_id as "positionId", ${titleOf('d.position_id')} as "positionTitle",
      d.to_position_id as "toPositionId", ${titleOf('d.to_position_id')} as "toPositionTitle",
      d.kind, d.reason, d.valid_from as from, d.valid_until as until
    from dotted_line d where d.tenant_id = ${ctx.tenantId} and ${positionId}::uuid in (d.position_id, d.to_position_id)
    order by d.valid_from desc, d.id`.execute(ctx.db)
  return rows
}

export async function dottedLineById(ctx: Context, id: string): Promise<DottedRow | undefined> {
  const row = await ctx.db
    .selectFrom('dotted_line')
    .select([
      'id',
      'position_id as positionId',
      'to_position_id as toPositionId',
      'kind',
      'reason',
      'valid_from as from',
      'valid_until as until',
    ])
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, kind: row.kind as DottedLine['kind'] }
}

export async function insertDottedLine(ctx: Context, line: DottedRow): Promise<void> {
  await ctx.db
    .insertInto('dotted_line')
    .values({ tenant_id: ctx.tenantId, id: line.id, position_id: line.positionId, ...rowOf(line) })
    .execute()
}

export async function updateDottedLine(ctx: Context, line: DottedRow): Promise<void> {
  await ctx.db
    .updateTable('dotted_line')
    .set(rowOf(line))
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', line.id)
    .execute()
}

export async function deleteDottedLine(ctx: Context, id: string): Promise<void> {
  await ctx.db.deleteFrom('dotted_line').where('tenant_id', '=', ctx.tenantId).where('id', '=', id).execute()
}

export type DottedLineOn = { readonly positionId: string; readonly toPositionId: string; readonly reason: string }

/** The second lines of a day that begin or end at one of these positions; without positions all of them. */
export async function dottedLinesOn(ctx: Context, day: Day, positionIds?: readonly string[]): Promise<DottedLineOn[]> {
  const among = positionIds
    ? sql`and (d.position_id = any(${[...positionIds]}::uuid[]) or d.to_position_id = any(${[...positionIds]}::uuid[]))`
    : sql``
  const { rows } = await sql<DottedLineOn>`
    select d.position_id as "positionId", d.to_position_id as "toPositionId", d.reason
    from dotted_line d where d.tenant_id = ${ctx.tenantId} and ${validOn('d', day)} ${among}
    order by d.id`.execute(ctx.db)
  return rows
}

function rowOf({ toPositionId, kind, reason, from, until }: DottedRow) {
  return { to_position_id: toPositionId, kind, reason, valid_from: from, valid_until: until }
}
