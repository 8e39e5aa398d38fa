import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { Basis } from '#core/incentive'
import type { Days } from '#core/indicator'
import type { Context } from '#kernel/context'

export type PlanFact = {
  readonly id: string
  readonly day: Day
  readonly personId: string | null
  readonly dimensions: Readonly<Record<string, string>>
  readonly measure: number | null
  /** The day it was taken back; null while it stands. */
  readonly reversedOn: Day | null
}

/**
 * The facts a plan looks at in some months, in one statement: reversed ones with the day they were taken back. Those of
 * some people only, where nobody else's count for them.
 */
export async function planFacts(
  ctx: Context,
  basis: Extract<Basis, { kind: 'facts' }>,
  days: Days,
  personIds?: readonly string[],
): Promise<PlanFact[]> {
  const filters = basis.where.map(
    ({ dimension, is, not }) =>
      sql`and coalesce(f.dimensions ->> ${dimension} = any(${is}::text[]), false) <> ${not}::boolean`,
  )
  const measured = basis.take === 'sum' || basis.take === 'average'
  const measure = measured ? sql`(f.measures -> ${basis.of ?? ''})::float8` : sql`null::float8`
  const has = measured ? sql`and f.measures ? ${basis.of ?? ''}` : sql``
  const whose = personIds ? sql`and f.person_id = any(${[...personIds]}::uuid[])` : sql``
  const { rows } = await sql<PlanFact>`
    select f.id, f.day, f.person_id as "personId", f.dimensions, ${measure} as measure, r.day as "reversedOn"
    from fact f
    left join fact r on r.tenant_id = f.tenant_id and r.reverses_id = f.id
    where f.tenant_id = ${ctx.tenantId} and f.kind = ${basis.fact} and f.day >= ${days.from} and f.day < ${days.until}
      and f.reverses_id is null ${has} ${whose} ${filters.length > 0 ? sql.join(filters, sql` `) : sql``}
    order by f.day, f.id`.execute(ctx.db)
  return rows
}

/** Facts by id, as a page shows them. */
export async function shownFacts(ctx: Context, ids: readonly string[]) {
  if (ids.length === 0) return []
  return ctx.db
    .selectFrom('fact as f')
    .leftJoin('subject as s', (on) => on.onRef('s.tenant_id', '=', 'f.tenant_id').onRef('s.id', '=', 'f.subject_id'))
    .select(['f.id', 'f.day', 'f.kind', 's.name as subjectName', 'f.note', 'f.source'])
    .select([
      sql<Record<string, string>>`f.dimensions`.as('dimensions'),
      sql<Record<string, number>>`f.measures`.as('measures'),
      sql<string | null>`(select e.task_id from task_entry e where e.tenant_id = f.tenant_id
        and e.id = case when f.source = 'tasks' then left(f.source_key, 36)::uuid end)`.as('taskId'),
    ])
    .where('f.tenant_id', '=', ctx.tenantId)
    .where(sql<boolean>`f.id = any(${[...ids]}::uuid[])`)
    .execute()
}
