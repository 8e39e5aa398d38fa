import { sql } from 'kysely'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'

export async function nameOfPerson(ctx: Context, personId: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('person')
    .select('name')
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', personId)
    .executeTakeFirst()
  return row?.name
}

export async function unitIsKnown(ctx: Context, unitId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('unit')
    .select('id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', unitId)
    .executeTakeFirst()
  return row !== undefined
}

/** The unit of each person's main seat today; who sits nowhere has none. */
export async function mainUnits(ctx: Context, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ personId: string; unitId: string }>`
    select distinct on (a.person_id) a.person_id as "personId", v.unit_id as "unitId"
    from assignment a join position_version v on v.tenant_id = a.tenant_id and v.position_id = a.position_id and ${validOn('v', ctx.today)}
    where a.tenant_id = ${ctx.tenantId} and a.person_id = any(${[...personIds]}::uuid[]) and ${validOn('a', ctx.today)}
    order by a.person_id, a.kind = 'main' desc, a.id`.execute(ctx.db)
  return new Map(rows.map((row) => [row.personId, row.unitId]))
}
