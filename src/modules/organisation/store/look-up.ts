import type { Context } from '#kernel/context'

/** Ids by what imports and other systems call a thing; what is not known has no entry. */
export type Ids = ReadonlyMap<string, string>

export async function peopleByNumber(ctx: Context, numbers: readonly string[]): Promise<Ids> {
  const rows = await ctx.db
    .selectFrom('person')
    .select(['number as key', 'id'])
    .where('tenant_id', '=', ctx.tenantId)
    .where((eb) => eb('number', '=', eb.fn.any(eb.val([...numbers]))))
    .execute()
  return idsOf(rows)
}

export async function unitsByCode(ctx: Context, codes: readonly string[]): Promise<Ids> {
  const rows = await ctx.db
    .selectFrom('unit')
    .select(['code as key', 'id'])
    .where('tenant_id', '=', ctx.tenantId)
    .where((eb) => eb('code', '=', eb.fn.any(eb.val([...codes]))))
    .execute()
  return idsOf(rows)
}

export async function positionsByCode(ctx: Context, codes: readonly string[]): Promise<Ids> {
  const rows = await ctx.db
    .selectFrom('position')
    .select(['code as key', 'id'])
    .where('tenant_id', '=', ctx.tenantId)
    .where((eb) => eb('code', '=', eb.fn.any(eb.val([...codes]))))
    .execute()
  return idsOf(rows)
}

function idsOf(rows: readonly { key: string; id: string }[]): Ids {
  return new Map(rows.map((row) => [row.key, row.id]))
}
