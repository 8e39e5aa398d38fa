import { sql } from 'kysely'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { languages } from '#kernel/i18n'
import { nameIn } from '#modules/organisation'
import type { Person } from '../contract.ts'
import { isUuid } from './resolve.ts'

/** What people are called in the reader's language. */
export async function personNames(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter(isUuid)
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`select p.id, ${nameIn(ctx)} as name from person p
    where p.tenant_id = ${ctx.tenantId} and p.id = any(${wanted}::uuid[])`.execute(ctx.db)
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** What one person is called in every language of the product. */
export async function namesInAll(ctx: Context, id: string): Promise<Record<string, string>> {
  const { rows } = await sql<{ name: string; latin: string | null }>`select p.name, p.latin_name as latin from person p
    where p.tenant_id = ${ctx.tenantId} and p.id = ${id}`.execute(ctx.db)
  const { name = '', latin = null } = rows[0] ?? {}
  return Object.fromEntries(languages.map((language) => [language, language === 'en' ? (latin ?? name) : name]))
}

export type Book = (id: string) => Person

/** A book of names: whoever is not in it is shown without one. */
export async function bookOf(ctx: Context, ids: readonly (string | null | undefined)[]): Promise<Book> {
  const names = await personNames(
    ctx,
    ids.filter((id) => typeof id === 'string'),
  )
  return (id) => ({ id, name: names.get(id) ?? '' })
}

export async function unitNames(
  ctx: Context,
  ids: readonly (string | null)[],
): Promise<Map<string, Record<string, string>>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{
    id: string
    name: Record<string, string>
  }>`select u.unit_id as id, u.name from unit_version u
    where u.tenant_id = ${ctx.tenantId} and u.unit_id = any(${wanted}::uuid[]) and ${validOn('u', ctx.today)}`.execute(
    ctx.db,
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}
