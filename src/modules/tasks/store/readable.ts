import { sql, type Expression, type SqlBool } from 'kysely'
import type { Context } from '#kernel/context'

/** Tasks `t` the actor may read: by right, or because somebody called them in: a helper or one named in a comment. */
export function readable(ctx: Context): Expression<SqlBool> {
  const seen = ctx.visible('tasks.read', { person: 't.person_id', unit: 't.unit_id' })
  const { personId } = ctx.actor
  if (!personId) return seen
  return sql<SqlBool>`(${seen} or exists (select from task_guest g where g.tenant_id = t.tenant_id and g.task_id = t.id
    and g.person_id = ${personId}))`
}

/** Tasks `t` the actor may work on: one's own, and those one helps with. */
export function workable(ctx: Context): Expression<SqlBool> {
  const seen = ctx.visible('tasks.do', { person: 't.person_id', unit: 't.unit_id' })
  const { personId } = ctx.actor
  if (!personId) return seen
  return sql<SqlBool>`(${seen} or ${helps(personId)})`
}

export function helps(personId: string): Expression<SqlBool> {
  return sql<SqlBool>`exists (select from task_guest g where g.tenant_id = t.tenant_id and g.task_id = t.id
    and g.person_id = ${personId} and g.kind = 'helper')`
}
