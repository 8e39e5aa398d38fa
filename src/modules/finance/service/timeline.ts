import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import { changedMeanwhile, notFound } from '#kernel/problems'
import { beginsLater } from '../problems.ts'

type Table = 'cost_centre' | 'cost_share'

/** Clears the way for what begins on a day: what runs then ends, what would begin later goes. */
export async function makeRoom(
  ctx: Context,
  table: Table,
  owner: 'unit_id' | 'person_id',
  id: string,
  from: string,
): Promise<void> {
  const same = sql`tenant_id = ${ctx.tenantId} and ${sql.ref(owner)} = ${id}`
  await sql`delete from ${sql.table(table)} where ${same} and valid_from >= ${from}`.execute(ctx.db)
  await sql`update ${sql.table(table)} set valid_until = ${from}, version = version + 1
    where ${same} and (valid_until is null or valid_until > ${from})`.execute(ctx.db)
}

export async function endOn(
  ctx: Context,
  table: Table,
  { id, version, until }: { id: string; version: number; until: string },
) {
  const row = await ctx.db
    .selectFrom(table)
    .select(['version', 'valid_from'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound({ what: table })
  if (row.version !== version) throw changedMeanwhile({ yours: version, current: row.version })
  if (row.valid_from >= until) throw beginsLater({ from: row.valid_from })
  await ctx.db
    .updateTable(table)
    .set({ valid_until: until, version: version + 1 })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  await ctx.audit({ action: `finance.end-${table.replace('_', '-')}`, target: `${table}/${id}`, after: { until } })
  await ctx.announce('finance')
  return { id, version: version + 1 }
}
