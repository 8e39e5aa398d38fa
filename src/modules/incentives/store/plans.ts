import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import { PlanTerms } from '#core/incentive'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'

export type PlanRow = { id: string; code: string; name: LocalText; note: string; version: number }
export type TermsRow = {
  id: string
  planId: string
  state: 'draft' | 'on'
  from: Day | null
  until: Day | null
  switchedOnAt: Date | null
  switcher: string | null
  terms: PlanTerms
}

export async function planRows(ctx: Context, limit: number, planId?: string): Promise<PlanRow[]> {
  let query = ctx.db
    .selectFrom('incentive_plan as p')
    .select(['p.id', 'p.code', 'p.note', 'p.version', sql<LocalText>`p.name`.as('name')])
    .where('p.tenant_id', '=', ctx.tenantId)
  if (planId) query = query.where('p.id', '=', planId)
  return query.orderBy('p.code').limit(limit).execute()
}

/** All versions of some plans, or of all, the newest first; drafts before them. */
export async function termsRows(ctx: Context, planIds?: readonly string[]): Promise<TermsRow[]> {
  let query = ctx.db
    .selectFrom('incentive_terms as t')
    .select(['t.id', 't.plan_id as planId', 't.valid_from as from', 't.valid_until as until', 't.switcher', 't.terms'])
    .select(['t.switched_on_at as switchedOnAt', sql<'draft' | 'on'>`t.state`.as('state')])
    .where('t.tenant_id', '=', ctx.tenantId)
  if (planIds) query = query.where(sql<boolean>`t.plan_id = any(${[...planIds]}::uuid[])`)
  const rows = await query.orderBy(sql`t.valid_from desc nulls first`).execute()
  return rows.map((row) => ({ ...row, terms: PlanTerms.parse(row.terms) }))
}

/** What the units, positions and responsibilities in terms are called. */
export async function namesOf(ctx: Context, ids: readonly string[]): Promise<Record<string, LocalText>> {
  if (ids.length === 0) return {}
  const { rows } = await sql<{ id: string; name: LocalText }>`
    select distinct on (id) id, name from (
      select unit_id as id, name, valid_from from unit_version where tenant_id = ${ctx.tenantId} and unit_id = any(${[...ids]}::uuid[])
      union all select position_id, title, valid_from from position_version where tenant_id = ${ctx.tenantId} and position_id = any(${[...ids]}::uuid[])
      union all select responsibility_id, name, valid_from from responsibility_version where tenant_id = ${ctx.tenantId} and responsibility_id = any(${[...ids]}::uuid[])
    ) named order by id, valid_from <= ${ctx.today} desc, valid_from desc`.execute(ctx.db)
  return Object.fromEntries(rows.map((row) => [row.id, row.name]))
}
