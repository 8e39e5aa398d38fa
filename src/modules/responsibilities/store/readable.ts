import { sql, type Expression, type SqlBool } from 'kysely'
import type { Day } from '#core/calendar'
import type { Context } from '#kernel/context'

/** The first day of a draft's version: no day reaches it. */
export const never = 'infinity'

/** A first day as it is told: a draft has none. */
export function dayOrNull(day: Day): Day | null {
  return day === never ? null : day
}

/** Responsibilities, as `r`, that may be read under a permission; a draft only by those who may edit it. */
export function readable(ctx: Context, permission: string): Expression<SqlBool> {
  const isStated = sql`exists (select from responsibility_version said where said.tenant_id = r.tenant_id
    and said.responsibility_id = r.id and said.valid_from < 'infinity')`
  return sql<SqlBool>`(${ctx.visible(permission, { unit: 'r.unit_id' })}
    and (${ctx.visible('responsibilities.edit', { unit: 'r.unit_id' })} or ${isStated}))`
}
