import type { Context } from '#kernel/context'

export type SubjectName = { readonly id: string; readonly type: string; readonly key: string; readonly name: string }

/** What subjects are called, for who may see the thing that names them already; unknown ids have no entry. */
export async function subjectNames(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, SubjectName>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('subject')
    .select(['id', 'type', 'key', 'name'])
    .where('tenant_id', '=', ctx.tenantId)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...ids]))))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Of the ids those of subjects the actor may see. */
export async function visibleSubjectIds(ctx: Context, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await ctx.db
    .selectFrom('subject as s')
    .select('s.id')
    .where('s.tenant_id', '=', ctx.tenantId)
    .where(ctx.visible('subjects.read', { person: 's.owner_id', unit: 's.unit_id' }))
    .where((eb) => eb('s.id', '=', eb.fn.any(eb.val([...ids]))))
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** Ids by natural key of those that are there, whoever may see them. */
export async function idsByKey(
  ctx: Context,
  asked: readonly { type: string; key: string }[],
): Promise<{ id: string; type: string; key: string }[]> {
  const found: { id: string; type: string; key: string }[] = []
  for (const [type, group] of Map.groupBy(asked, (one) => one.type)) {
    const rows = await ctx.db
      .selectFrom('subject')
      .select(['id', 'type', 'key'])
      .where('tenant_id', '=', ctx.tenantId)
      .where('type', '=', type)
      .where((eb) => eb('key', '=', eb.fn.any(eb.val(group.map((one) => one.key)))))
      .execute()
    found.push(...rows)
  }
  return found
}
