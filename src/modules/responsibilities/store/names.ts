import { sql, type SqlBool } from 'kysely'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import { among } from './among.ts'
import { fromJson } from './json.ts'
import { readable } from './readable.ts'

/** Code and name of responsibilities, as they are called today; else by their latest version. */
export async function responsibilityNames(
  ctx: Context,
  ids: readonly string[],
  options: { onlyVisible?: boolean } = {},
): Promise<Map<string, { code: string; name: LocalText }>> {
  if (ids.length === 0) return new Map()
  const visible = options.onlyVisible ? readable(ctx, 'responsibilities.read') : sql<SqlBool>`true`
  const rows = await ctx.db
    .selectFrom('responsibility as r')
    .innerJoin('responsibility_version as v', (on) =>
      on.onRef('v.tenant_id', '=', 'r.tenant_id').onRef('v.responsibility_id', '=', 'r.id'),
    )
    .distinctOn('r.id')
    .select(['r.id', 'r.code', 'v.name'])
    .where('r.tenant_id', '=', ctx.tenantId)
    .where(among('r.id', ids))
    .where(visible)
    .orderBy('r.id')
    .orderBy((eb) => eb('v.valid_from', '<=', ctx.today), 'desc')
    .orderBy('v.valid_from', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.id, { code: row.code, name: fromJson<LocalText>(row.name) }]))
}
