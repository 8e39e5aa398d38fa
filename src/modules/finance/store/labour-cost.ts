import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'

export type CostSlip = {
  readonly slipId: string
  readonly personId: string
  readonly personName: string
  readonly unitId: string | null
  readonly employerUnitId: string
  readonly period: string
  readonly costFen: number
}

/** What published slips of some months cost the employer: pay and the employer's part. */
export async function costSlips(ctx: Context, from: string, to: string): Promise<CostSlip[]> {
  const { rows } = await sql<CostSlip>`
    select s.id as "slipId", s.person_id as "personId", ${nameIn(ctx, 'p')} as "personName", s.unit_id as "unitId",
      g.employer_unit_id as "employerUnitId", s.period, s.employer_cost_fen as "costFen"
    from pay_slip s
    join pay_run r on r.tenant_id = s.tenant_id and r.id = s.run_id and r.state = 'published'
    join pay_group g on g.tenant_id = r.tenant_id and g.id = r.group_id
    join person p on p.tenant_id = s.tenant_id and p.id = s.person_id
    where s.tenant_id = ${ctx.tenantId} and s.period between ${from} and ${to} and s.state in ('published', 'held')
    order by s.period, p.number`.execute(ctx.db)
  return rows
}

export async function lastPaidPeriod(ctx: Context): Promise<string | null> {
  const { rows } = await sql<{ period: string | null }>`
    select max(period) as period from pay_run where tenant_id = ${ctx.tenantId} and state = 'published'`.execute(ctx.db)
  return rows[0]?.period ?? null
}

export type UnitNode = {
  readonly id: string
  readonly parentId: string | null
  readonly name: LocalText
  readonly sortOrder: number
}

export async function unitsOn(ctx: Context, day: Day): Promise<UnitNode[]> {
  const { rows } = await sql<UnitNode>`
    select v.unit_id as id, v.parent_id as "parentId", v.name, v.sort_order as "sortOrder" from unit_version v
    where v.tenant_id = ${ctx.tenantId} and ${validOn('v', day)} order by v.sort_order, v.unit_id`.execute(ctx.db)
  return rows
}

export type Held = {
  readonly personId: string
  readonly responsibilityId: string
  readonly name: LocalText
  readonly weight: number
}

/** What people carry out by their main seats on a day, with its part of their work in permille. */
export async function carriedBy(ctx: Context, personIds: readonly string[], day: Day): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select a.person_id as "personId", h.responsibility_id as "responsibilityId", v.name, max(h.weight_permille) as weight
    from assignment a
    join holding h on h.tenant_id = a.tenant_id and h.position_id = a.position_id and ${validOn('h', day)}
    join responsibility_version v on v.tenant_id = h.tenant_id and v.responsibility_id = h.responsibility_id and ${validOn('v', day)}
    where a.tenant_id = ${ctx.tenantId} and a.person_id = any(${[...personIds]}::uuid[]) and a.kind = 'main' and ${validOn('a', day)}
      and h.weight_permille > 0
    group by 1, 2, 3 order by 1, 2`.execute(ctx.db)
  return rows
}

export type Budget = {
  readonly unitId: string
  readonly responsibilityId: string | null
  readonly period: string
  readonly fen: number
}

export async function budgetsOf(ctx: Context, from: string, to: string): Promise<Budget[]> {
  const { rows } = await sql<Budget>`
    select unit_id as "unitId", responsibility_id as "responsibilityId", period, fen from labour_budget
    where tenant_id = ${ctx.tenantId} and period between ${from} and ${to}`.execute(ctx.db)
  return rows
}
