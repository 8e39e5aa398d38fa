import type { Context } from '#kernel/context'
import type { LegalEntity } from '../contract.ts'

export async function legalEntityOf(ctx: Context, unitId: string): Promise<(LegalEntity & { version: number }) | null> {
  const row = await ctx.db
    .selectFrom('legal_entity')
    .select(['registered_name as registeredName', 'credit_code as creditCode', 'place', 'version'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  return row ?? null
}

/** The unit another company of this code is, if any. */
export async function unitByCreditCode(ctx: Context, creditCode: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('legal_entity')
    .select('unit_id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('credit_code', '=', creditCode)
    .executeTakeFirst()
  return row?.unit_id
}

export async function writeLegalEntity(
  ctx: Context,
  unitId: string,
  { registeredName, creditCode, place }: LegalEntity,
  version: number,
): Promise<void> {
  const row = { registered_name: registeredName, credit_code: creditCode, place, version }
  await ctx.db
    .insertInto('legal_entity')
    .values({ tenant_id: ctx.tenantId, unit_id: unitId, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'unit_id']).doUpdateSet(row))
    .execute()
}
