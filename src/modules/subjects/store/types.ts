import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import type { SubjectType } from '../rules.ts'

/** The types a company added or renamed, the oldest first. */
export async function ownTypes(ctx: Context): Promise<SubjectType[]> {
  const rows = await ctx.db
    .selectFrom('subject_type')
    .select(['key', 'name', 'icon'])
    .where('tenant_id', '=', ctx.tenantId)
    .orderBy('created_at')
    .orderBy('key')
    .execute()
  return rows.map((row) => ({ key: row.key, name: row.name as LocalText, icon: row.icon, isOwn: true }))
}

export async function keepType(ctx: Context, { key, name, icon }: Omit<SubjectType, 'isOwn'>): Promise<void> {
  const said = { name: JSON.stringify(name), icon }
  await ctx.db
    .insertInto('subject_type')
    .values({ tenant_id: ctx.tenantId, key, ...said, created_at: ctx.now })
    .onConflict((on) => on.columns(['tenant_id', 'key']).doUpdateSet(said))
    .execute()
}
