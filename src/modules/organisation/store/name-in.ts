import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#kernel/context'

/** What the person of a row of `person` (by its alias) is called in the reader's language; see `personName`. */
export function nameIn(ctx: Context, alias = 'p'): RawBuilder<string> {
  const name = sql.ref(`${alias}.name`)
  return ctx.language === 'en'
    ? sql<string>`coalesce(${sql.ref(`${alias}.latin_name`)}, ${name})`
    : sql<string>`${name}`
}
