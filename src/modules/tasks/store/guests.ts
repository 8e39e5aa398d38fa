import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'

/** Lets people read one task; a helper may hand in too. */
export async function letIn(
  ctx: Context,
  taskId: string,
  personIds: readonly string[],
  kind: 'helper' | 'mentioned',
): Promise<void> {
  if (personIds.length === 0) return
  await ctx.db
    .insertInto('task_guest')
    .values(
      personIds.map((personId) => ({
        tenant_id: ctx.tenantId,
        task_id: taskId,
        person_id: personId,
        kind,
        since: ctx.now,
      })),
    )
    .onConflict((on) => on.columns(['tenant_id', 'task_id', 'person_id', 'kind']).doNothing())
    .execute()
}

export async function helpersOf(ctx: Context, taskId: string): Promise<{ id: string; name: string }[]> {
  return ctx.db
    .selectFrom('task_guest as g')
    .innerJoin('person as p', (on) => on.onRef('p.tenant_id', '=', 'g.tenant_id').onRef('p.id', '=', 'g.person_id'))
    .where('g.tenant_id', '=', ctx.tenantId)
    .where('g.task_id', '=', taskId)
    .where('g.kind', '=', 'helper')
    .orderBy('g.since')
    .select(['p.id', nameIn(ctx).as('name')])
    .execute()
}

/** Of the ids those of people with a seat today: who can be called in. */
export async function seatedAmong(ctx: Context, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await ctx.db
    .selectFrom('assignment')
    .where('tenant_id', '=', ctx.tenantId)
    .where((eb) => eb('person_id', '=', eb.fn.any(eb.val([...personIds]))))
    .where('valid_from', '<=', ctx.today)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', ctx.today)]))
    .select('person_id')
    .distinct()
    .execute()
  return new Set(rows.map((row) => row.person_id))
}
