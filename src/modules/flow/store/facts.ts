import { sql } from 'kysely'
import type { Delegation } from '#core/flow'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { Subject } from '../contract.ts'

/** What is known of people an event may concern. */
export type Known = {
  readonly inactive: string[]
  readonly delegations: Delegation[]
}

/** Who has left or is locked out, and who acts for whom now; one statement. */
export async function whatIsKnownOf(ctx: Context, personIds: readonly string[]): Promise<Known> {
  const { rows } = await sql<{ inactive: string[] | null; delegations: StoredDelegation[] | null }>`
    select
      (select json_agg(p.id) from person p
        left join personnel_file f on f.tenant_id = p.tenant_id and f.person_id = p.id
        where p.tenant_id = ${ctx.tenantId} and p.id = any(${[...personIds]}::uuid[])
          and (f.left_on <= ${ctx.today} or exists (select from account a where a.tenant_id = p.tenant_id and a.person_id = p.id)
            and not exists (select from account a where a.tenant_id = p.tenant_id and a.person_id = p.id and not a.is_disabled))) as inactive,
      (select json_agg(json_build_object('id', d.id, 'from', d.from_id, 'to', d.to_id,
          'start', floor(extract(epoch from d.start_at) * 1000), 'until', floor(extract(epoch from d.until_at) * 1000),
          'flows', d.flow_ids, 'atMost', d.at_most, 'mode', d.mode) order by d.created_at, d.id)
        from flow_delegation d where d.tenant_id = ${ctx.tenantId} and d.status <> 'closed' and d.start_at <= ${ctx.now} and d.until_at > ${ctx.now}
          and (d.from_id = any(${[...personIds]}::uuid[]) or d.to_id = any(${[...personIds]}::uuid[]))) as delegations`.execute(
    ctx.db,
  )
  return { inactive: rows[0]?.inactive ?? [], delegations: rows[0]?.delegations ?? [] }
}

type StoredDelegation = Delegation

/** People who look after flows of the whole firm: whoever has `flow.manage` for all, and can sign in. */
export async function managers(ctx: Context): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.person_id as id from role_grant g
    join account_role h on h.tenant_id = g.tenant_id and h.role_id = g.role_id and ${validOn('h', ctx.today)}
    join account a on a.tenant_id = h.tenant_id and a.id = h.account_id and not a.is_disabled and a.person_id is not null
    where g.tenant_id = ${ctx.tenantId} and g.permission = 'flow.manage' and g.scope = 'tenant' and g.effect = 'allow'
    order by a.person_id limit 20`.execute(ctx.db)
  return rows.map((row) => row.id)
}

/** Gates for which somebody else's request about the same thing has left valid evidence. */
export async function gatesPassed(ctx: Context, subject: Subject | null, instanceId: string): Promise<string[]> {
  if (!subject) return []
  const rows = await ctx.db
    .selectFrom('flow_evidence')
    .select('gate')
    .distinct()
    .where('tenant_id', '=', ctx.tenantId)
    .where('subject_type', '=', subject.type)
    .where('subject_key', '=', subject.key)
    .where('instance_id', '<>', instanceId)
    .where('voided_at', 'is', null)
    .execute()
  return rows.map((row) => row.gate)
}
