import { sql } from 'kysely'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'

/** What registered kinds are called; others go by their key. */
export async function kindNames(
  ctx: Context,
  keys: readonly string[],
): Promise<Record<string, Record<string, string>>> {
  if (keys.length === 0) return {}
  const rows = await ctx.db
    .selectFrom('fact_kind')
    .select(['key', sql<LocalText>`name`.as('name')])
    .where('tenant_id', '=', ctx.tenantId)
    .where(sql<boolean>`key = any(${[...keys]})`)
    .execute()
  return Object.fromEntries(rows.map(({ key, name }) => [key, name as Record<string, string>]))
}
