import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { Days } from '#core/indicator'
import { validOn } from '#kernel/as-of'
import { instantOf } from '#kernel/clock'
import type { Context } from '#kernel/context'

export type Away = { readonly personId: string; readonly kind: string; readonly until: Day | null }

/** Who of these people is away on a day, and until when. */
export async function awayOn(ctx: Context, personIds: readonly string[], day: Day): Promise<Map<string, Away>> {
  const rows = await ctx.db
    .selectFrom('absence as b')
    .select(['b.person_id as personId', 'b.kind', 'b.valid_until as until'])
    .where('b.tenant_id', '=', ctx.tenantId)
    .where(sql<boolean>`b.person_id = any(${[...personIds]}::uuid[])`)
    .where(validOn('b', day))
    .execute()
  return new Map(rows.map((row) => [row.personId, row]))
}

export type WorkCount = {
  readonly personId: string
  readonly responsibilityId: string | null
  readonly open: number
  readonly late: number
  readonly waiting: number
  readonly excused: number
}

/** Open tasks of people by responsibility, those late, those that wait for somebody's answer, and those excused in a period. */
export async function workOf(ctx: Context, personIds: readonly string[], period: Days): Promise<WorkCount[]> {
  const from = instantOf(ctx.timeZone, period.from)
  const until = instantOf(ctx.timeZone, period.until)
  const plea = sql`exists (select from task_plea q where q.tenant_id = t.tenant_id and q.task_id = t.id and q.state = 'open')`
  return ctx.db
    .selectFrom('task as t')
    .select(['t.person_id as personId', 't.responsibility_id as responsibilityId'])
    .select([
      sql<number>`count(*) filter (where t.status = 'open')`.as('open'),
      sql<number>`count(*) filter (where t.status = 'open' and t.due_at < ${ctx.now})`.as('late'),
      sql<number>`count(*) filter (where t.status = 'open' and ${plea})`.as('waiting'),
      sql<number>`count(*) filter (where t.excused_at is not null)`.as('excused'),
    ])
    .where('t.tenant_id', '=', ctx.tenantId)
    .where(sql<boolean>`t.person_id = any(${[...personIds]}::uuid[])`)
    .where((eb) =>
      eb.or([
        eb('t.status', '=', 'open'),
        eb.and([eb('t.excused_at', 'is not', null), eb('t.due_at', '>=', from), eb('t.due_at', '<', until)]),
      ]),
    )
    .where(ctx.visible('tasks.read', { person: 't.person_id', unit: 't.unit_id' }))
    .groupBy(['t.person_id', 't.responsibility_id'])
    .execute()
}
