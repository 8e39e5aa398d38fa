import { sql, type SqlBool } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { HolderKind } from '../shapes.ts'

export type Who = { readonly kind: HolderKind; readonly id: string }
/** What a holder is called, and the unit it belongs to. */
export type Place = { readonly name: LocalText; readonly placeId: string | null }

/** A position or unit that exists on a day, or a person who has a seat then. */
export async function placeOn(ctx: Context, who: Who, day: Day): Promise<Place | undefined> {
  return find(ctx, who, (alias) => sql<SqlBool>`${validOn(alias, day)}`)
}

/** The same, whenever it was or will be there. */
export async function knownPlace(ctx: Context, who: Who): Promise<Place | undefined> {
  return find(ctx, who, () => sql<SqlBool>`true`)
}

async function find(ctx: Context, { kind, id }: Who, holds: (alias: string) => ReturnType<typeof sql<SqlBool>>) {
  const from = {
    position: sql`select p.title as name, p.unit_id as "placeId", p.valid_from from position_version p
      where p.tenant_id = ${ctx.tenantId} and p.position_id = ${id} and ${holds('p')}`,
    unit: sql`select u.name, u.unit_id as "placeId", u.valid_from from unit_version u
      where u.tenant_id = ${ctx.tenantId} and u.unit_id = ${id} and ${holds('u')}`,
    person: sql`select jsonb_build_object('zh-CN', n.name, 'en', coalesce(n.latin_name, n.name)) as name, p.unit_id as "placeId", a.valid_from
      from person n join assignment a on a.tenant_id = n.tenant_id and a.person_id = n.id and a.kind = 'main' and ${holds('a')}
      join position_version p on p.tenant_id = a.tenant_id and p.position_id = a.position_id and ${holds('p')}
      where n.tenant_id = ${ctx.tenantId} and n.id = ${id}`,
  }[kind]
  const { rows } =
    await sql<Place>`select name, "placeId" from (${from}) found order by valid_from desc limit 1`.execute(ctx.db)
  return rows[0]
}
