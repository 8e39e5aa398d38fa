import { sql } from 'kysely'
import { pick } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'
import { isUuid } from './resolve.ts'

export type NamedThings = {
  readonly people: readonly string[]
  readonly units: readonly string[]
  readonly positions: readonly string[]
  readonly responsibilities: readonly string[]
  readonly roles: readonly string[]
  readonly flows: readonly string[]
}

/** Which of the things a definition names are there, each with what it is called; ids, codes and keys alike. */
export async function namesOfThings(ctx: Context, things: NamedThings): Promise<Map<string, string>> {
  const { tenantId, today, language } = ctx
  const text = (list: readonly string[]) => sql`${[...list]}::text[]`
  const { rows } = await sql<{ key: string; name: string | null; words: Record<string, string> | null }>`
    select p.id::text as key, ${nameIn(ctx)} as name, null::jsonb as words from person p
      where p.tenant_id = ${tenantId} and p.id = any(${things.people.filter(isUuid)}::uuid[])
    union all select k.key, null, v.name from unit u join unit_version v on v.tenant_id = u.tenant_id and v.unit_id = u.id and ${validOn('v', today)}
      cross join lateral (select unnest(array[u.id::text, u.code]) as key) k where u.tenant_id = ${tenantId} and k.key = any(${text(things.units)})
    union all select k.key, null, v.title from position u join position_version v on v.tenant_id = u.tenant_id and v.position_id = u.id and ${validOn('v', today)}
      cross join lateral (select unnest(array[u.id::text, u.code]) as key) k where u.tenant_id = ${tenantId} and k.key = any(${text(things.positions)})
    union all select k.key, null, v.name from responsibility u join responsibility_version v on v.tenant_id = u.tenant_id and v.responsibility_id = u.id and ${validOn('v', today)}
      cross join lateral (select unnest(array[u.id::text, u.code]) as key) k where u.tenant_id = ${tenantId} and k.key = any(${text(things.responsibilities)})
    union all select k.key, coalesce(u.name, u.key), null from role u
      cross join lateral (select unnest(array[u.id::text, u.key]) as key) k where u.tenant_id = ${tenantId} and k.key = any(${text(things.roles)})
    union all select k.key, null, u.name from flow u
      cross join lateral (select unnest(array[u.id::text, u.key]) as key) k where u.tenant_id = ${tenantId} and k.key = any(${text(things.flows)})`.execute(
    ctx.db,
  )
  return new Map(rows.map((row) => [row.key, row.name ?? pick(row.words, language)]))
}
