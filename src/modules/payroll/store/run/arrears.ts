import { sql } from 'kysely'
import type { PayLine } from '#core/payroll'
import type { Context } from '#kernel/context'
import type { PayInput } from '../../rules/person-month.ts'
import { visiblePay } from './inputs.ts'

export type ClosedSlip = {
  readonly personId: string
  readonly personName: string
  readonly personNumber: string
  readonly runId: string
  readonly period: string
  readonly lines: PayLine[]
  readonly inputs: PayInput[]
  /** Differences of this period paid since, in fen. */
  readonly settledFen: number
}

/**
 * Published regular slips of a group since a period whose people had terms or inputs of it changed after they were
 * published: what may owe something. Asked for one person, all of theirs.
 */
export async function closedSlips(
  ctx: Context,
  wanted: { groupId: string; from: string; personId?: string | undefined; limit: number },
): Promise<ClosedSlip[]> {
  const changed = sql`(exists (select 1 from pay_term t where t.tenant_id = s.tenant_id and t.person_id = s.person_id
      and t.group_id = ${wanted.groupId} and t.changed_at > s.published_at and t.valid_from < (s.period || '-01')::date + interval '1 month'
      and (t.valid_until is null or t.valid_until > (s.period || '-01')::date))
    or exists (select 1 from pay_input i where i.tenant_id = s.tenant_id and i.person_id = s.person_id and i.period = s.period
      and i.run_kind = 'regular' and i.used_by_run_id is null and i.source <> 'arrears'))`
  const { rows } = await sql<ClosedSlip>`
    select s.person_id as "personId", p.name as "personName", p.number as "personNumber", s.run_id as "runId", s.period, s.lines, s.inputs,
      coalesce((select sum(i.value) * 100 from pay_input i where i.tenant_id = s.tenant_id and i.person_id = s.person_id
        and i.source = 'arrears' and i.source_key like s.period || ':%'), 0)::bigint as "settledFen"
    from pay_slip s join pay_run r on r.tenant_id = s.tenant_id and r.id = s.run_id
      join person p on p.tenant_id = s.tenant_id and p.id = s.person_id
    where s.tenant_id = ${ctx.tenantId} and s.state = 'published' and not s.is_once and r.group_id = ${wanted.groupId}
      and s.period >= ${wanted.from} and ${visiblePay(ctx)}
      and ${wanted.personId ? sql`s.person_id = ${wanted.personId}` : changed}
    order by p.number, s.period limit ${wanted.limit}`.execute(ctx.db)
  return rows
}

/** Differences of one closed period that were accepted before; the next ones count on from there. */
export async function settledTimes(ctx: Context, personId: string, period: string): Promise<number> {
  const { rows } = await sql<{ times: number }>`select count(*)::int as times from pay_input
    where tenant_id = ${ctx.tenantId} and person_id = ${personId} and source = 'arrears' and source_key like ${`${period}:%`}`.execute(
    ctx.db,
  )
  return rows[0]?.times ?? 0
}
