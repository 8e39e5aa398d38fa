import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import type { FormValues } from '#core/form'

export type Evidence = {
  readonly id: string
  readonly instanceId: string
  readonly number: string | null
  readonly at: Date
  readonly by: string[]
  readonly facts: FormValues
  readonly voidedAt: Date | null
  readonly consumedAt: Date | null
}
export type About = { readonly gate: string; readonly subjectType: string; readonly subjectKey: string }

export async function insertEvidence(
  ctx: Context,
  one: About & { instanceId: string; node: string; print: string; facts: FormValues; by: readonly string[] },
): Promise<void> {
  await voidEvidence(ctx, one.instanceId, 'changed', one.gate)
  await ctx.db
    .insertInto('flow_evidence')
    .values({
      tenant_id: ctx.tenantId,
      id: ctx.newId(),
      gate: one.gate,
      subject_type: one.subjectType,
      subject_key: one.subjectKey,
      instance_id: one.instanceId,
      node: one.node,
      print: one.print,
      facts: JSON.stringify(one.facts),
      by: JSON.stringify(one.by),
      at: ctx.now,
    })
    .execute()
}

/** Of one gate, or (without it) all that a request left and that is not used up. */
export async function voidEvidence(
  ctx: Context,
  instanceId: string,
  reason: 'changed' | 'returned' | 'withdrawn',
  gate?: string,
): Promise<void> {
  let query = ctx.db
    .updateTable('flow_evidence')
    .set({ voided_at: ctx.now, void_reason: reason })
    .where('tenant_id', '=', ctx.tenantId)
    .where('instance_id', '=', instanceId)
    .where('voided_at', 'is', null)
  query = gate === undefined ? query.where('consumed_at', 'is', null) : query.where('gate', '=', gate)
  await query.execute()
}

/** The best evidence there is: valid before used before void, the newest of each first. Held for this transaction. */
export async function lockEvidence(ctx: Context, { gate, subjectType, subjectKey }: About): Promise<Evidence[]> {
  const { rows } =
    await sql<Evidence>`select e.id, e.instance_id as "instanceId", i.number, e.at, e.by, e.facts, e.voided_at as "voidedAt",
      e.consumed_at as "consumedAt"
    from flow_evidence e join flow_instance i on i.tenant_id = e.tenant_id and i.id = e.instance_id
    where e.tenant_id = ${ctx.tenantId} and e.gate = ${gate} and e.subject_type = ${subjectType} and e.subject_key = ${subjectKey}
    order by e.voided_at is not null, e.consumed_at is not null, e.at desc, e.id limit 20`.execute(ctx.db)
  return rows
}

/** Uses it up; false when somebody was faster or it is void by now. */
export async function consumeEvidence(ctx: Context, id: string, by: string): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('flow_evidence')
    .set({ consumed_at: ctx.now, consumed_by: by })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .where('voided_at', 'is', null)
    .where('consumed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Requests about the same thing look again whether their gate is open. */
export async function wakeOthers(ctx: Context, about: About, instanceId: string): Promise<void> {
  await sql`insert into flow_timer (tenant_id, instance_id, timer, node, fire_at, event, begun_at)
    select i.tenant_id, i.id, ${`gate:${about.gate}`}, '', ${ctx.now}, '{"do":"data-changed"}', ${ctx.now} from flow_instance i
    where i.tenant_id = ${ctx.tenantId} and i.subject_type = ${about.subjectType} and i.subject_key = ${about.subjectKey}
      and i.status in ('running', 'incident') and i.id <> ${instanceId}
    on conflict do nothing`.execute(ctx.db)
}
