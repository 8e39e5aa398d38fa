import { sql } from 'kysely'
import type { AssignmentCase, Member } from '#core/flow'
import type { Context } from '#kernel/context'
import type { FlowBrief } from '../contract.ts'

export type StoredRule = {
  readonly id: string
  readonly name: Record<string, string>
  readonly cases: AssignmentCase[]
  readonly version: number
  readonly changedByName: string
  readonly changedAt: Date
  readonly turns: readonly { line: string; given: number; last: string }[]
  readonly flows: readonly FlowBrief[]
}

/** At most 200; `id` only that one, and `hold` for this transaction. */
export async function rulesOf(ctx: Context, id?: string, hold = false): Promise<StoredRule[]> {
  const { rows } =
    await sql<StoredRule>`select r.id, r.name, r.cases, r.version, r.changed_by_name as "changedByName", r.changed_at as "changedAt",
      coalesce((select jsonb_agg(jsonb_build_object('line', t.case_id, 'given', t.given, 'last', t.last_id)) from flow_rule_turn t
        where t.tenant_id = r.tenant_id and t.rule_id = r.id), '[]') as turns,
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'key', f.key, 'name', f.name, 'icon', f.icon, 'category', f.category) order by f.key)
        from flow f left join flow_version v on v.tenant_id = f.tenant_id and v.flow_id = f.id and v.version = f.current_version
        where f.tenant_id = r.tenant_id and (f.draft::text like '%' || r.id || '%' or v.definition::text like '%' || r.id || '%')), '[]') as flows
    from flow_rule r where r.tenant_id = ${ctx.tenantId} ${id === undefined ? sql`` : sql`and r.id = ${id}`}
    order by r.id limit 200 ${hold ? sql`for update of r` : sql``}`.execute(ctx.db)
  return rows
}

export async function putRule(
  ctx: Context,
  one: { id: string; name: Readonly<Record<string, string>>; cases: readonly AssignmentCase[]; version: number },
): Promise<void> {
  const content = {
    name: JSON.stringify(one.name),
    cases: JSON.stringify(one.cases),
    version: one.version,
    changed_by_name: ctx.actor.name,
    changed_at: ctx.now,
  }
  await ctx.db
    .insertInto('flow_rule')
    .values({ tenant_id: ctx.tenantId, id: one.id, ...content })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(content))
    .execute()
}

export async function dropRule(ctx: Context, id: string): Promise<void> {
  await ctx.db.deleteFrom('flow_rule').where('tenant_id', '=', ctx.tenantId).where('id', '=', id).execute()
}

/** Who got the last one of a line; held until the end of the transaction, so that two requests never get the same turn. */
export async function lastOf(ctx: Context, ruleId: string, line: string, hold: boolean): Promise<string | null> {
  // a line that has given nothing yet has no row to hold
  if (hold)
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.tenantId} ${ruleId} ${line}`}, 0))`.execute(ctx.db)
  const row = await ctx.db
    .selectFrom('flow_rule_turn')
    .select('last_id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('rule_id', '=', ruleId)
    .where('case_id', '=', line)
    .executeTakeFirst()
  return row?.last_id ?? null
}

export async function noteTurn(ctx: Context, ruleId: string, line: string, personId: string): Promise<void> {
  await sql`insert into flow_rule_turn (tenant_id, rule_id, case_id, last_id, at) values (${ctx.tenantId}, ${ruleId}, ${line}, ${personId}, ${ctx.now})
    on conflict (tenant_id, rule_id, case_id) do update set last_id = excluded.last_id, given = flow_rule_turn.given + 1, at = excluded.at`.execute(
    ctx.db,
  )
}

/** How many to-dos of flows are open with each. */
export async function loadOf(ctx: Context, personIds: readonly string[]): Promise<Member[]> {
  const { rows } =
    await sql<Member>`select p.id, (select count(*)::int from flow_task t where t.tenant_id = ${ctx.tenantId} and t.person_id = p.id
      and t.status in ('open', 'offered')) as "openCount" from unnest(${[...personIds]}::uuid[]) as p (id)`.execute(
      ctx.db,
    )
  return rows
}
