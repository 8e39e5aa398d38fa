import { sql } from 'kysely'
import type { SettingValue } from '#core/manifest'
import type { Context } from '#kernel/context'

export async function settingRows(ctx: Context): Promise<{ key: string; value: unknown; changedAt: Date }[]> {
  return ctx.db
    .selectFrom('setting')
    .select(['key', 'value', 'changed_at as changedAt'])
    .where('tenant_id', '=', ctx.tenantId)
    .execute()
}

/** `value` may be anything JSON holds: the demo keeps a list where settings keep one value. */
export async function writeSetting(ctx: Context, key: string, value: SettingValue | object): Promise<void> {
  const row = { value: JSON.stringify(value), changed_at: ctx.now }
  await ctx.db
    .insertInto('setting')
    .values({ tenant_id: ctx.tenantId, key, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'key']).doUpdateSet(row))
    .execute()
}

export async function readStored(ctx: Context, key: string): Promise<unknown> {
  const row = await ctx.db
    .selectFrom('setting')
    .select('value')
    .where('tenant_id', '=', ctx.tenantId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.value
}

export async function offModules(ctx: Context): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('module_switch')
    .select('module')
    .where('tenant_id', '=', ctx.tenantId)
    .where('is_on', '=', false)
    .execute()
  return new Set(rows.map((row) => row.module))
}

export async function writeSwitch(ctx: Context, module: string, isOn: boolean): Promise<void> {
  await sql`insert into module_switch (tenant_id, module, is_on, changed_at) values (${ctx.tenantId}, ${module}, ${isOn}, ${ctx.now})
    on conflict (tenant_id, module) do update set is_on = excluded.is_on, changed_at = excluded.changed_at`.execute(
    ctx.db,
  )
}
