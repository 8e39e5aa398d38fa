import { sql, type RawBuilder } from 'kysely'
import type { State } from '#core/flow'
import type { Context } from '#kernel/context'
import { columns, type Instance } from './instances.ts'

export async function runningOf(
  ctx: Context,
  {
    flowId,
    published,
    trouble,
    limit,
    offset,
  }: { flowId: string; published?: number | undefined; trouble?: boolean | undefined; limit: number; offset: number },
): Promise<{ total: number; rows: Instance[] }> {
  const parts: RawBuilder<unknown>[] = [
    sql`i.tenant_id = ${ctx.tenantId}`,
    sql`i.flow_id = ${flowId}`,
    sql`${ctx.visible('flow.manage', { person: 'i.initiator_id', unit: 'i.unit_id' })}`,
    trouble === true ? sql`i.status = 'incident'` : sql`i.status in ('checking', 'running', 'incident')`,
  ]
  if (published !== undefined) parts.push(sql`i.version = ${published}`)
  const { rows } = await sql<
    Instance & { total: number }
  >`select ${columns}, count(*) over ()::int as total from flow_instance i
    join flow f on f.tenant_id = i.tenant_id and f.id = i.flow_id
    where ${sql.join(parts, sql` and `)} order by i.status = 'incident' desc, i.created_at desc, i.id limit ${limit} offset ${offset}`.execute(
    ctx.db,
  )
  return { total: rows[0]?.total ?? 0, rows }
}

const mostAtOnce = 1000

/** Going over to another version, as rows. */
export const migrateRows = {
  /** Requests that could go over, in the order in which they are held. */
  async candidates(ctx: Context, flowId: string, to: number, only: readonly string[] | undefined): Promise<string[]> {
    const rows = await ctx.db
      .selectFrom('flow_instance as i')
      .select('i.id')
      .where('i.tenant_id', '=', ctx.tenantId)
      .where('i.flow_id', '=', flowId)
      .where('i.version', '<>', to)
      .where('i.status', '<>', 'ended')
      .where(ctx.visible('flow.manage', { person: 'i.initiator_id', unit: 'i.unit_id' }))
      .where((eb) => (only ? eb('i.id', '=', eb.fn.any(eb.val([...only]))) : eb.lit(true)))
      .orderBy('i.id')
      .limit(mostAtOnce)
      .execute()
    return rows.map((row) => row.id)
  },

  async write(
    ctx: Context,
    { id, version, state: before }: Instance,
    { to, map, state }: { to: number; map: Record<string, string>; state: State },
  ): Promise<void> {
    const next = before.status === 'draft' ? state : { ...state, seq: state.seq + 1 }
    await sql`update flow_instance set version = ${to}, state = ${JSON.stringify(next)}::jsonb, rev = rev + 1, changed_at = ${ctx.now}
      where tenant_id = ${ctx.tenantId} and id = ${id}`.execute(ctx.db)
    if (before.status === 'draft') return
    for (const [from, node] of Object.entries(map)) {
      await ctx.db
        .updateTable('flow_task')
        .set({ node })
        .where('tenant_id', '=', ctx.tenantId)
        .where('instance_id', '=', id)
        .where('node', '=', from)
        .where('closed_at', 'is', null)
        .execute()
      await ctx.db
        .updateTable('flow_timer')
        .set({ node })
        .where('tenant_id', '=', ctx.tenantId)
        .where('instance_id', '=', id)
        .where('node', '=', from)
        .execute()
    }
    await ctx.db
      .insertInto('flow_event')
      .values({
        tenant_id: ctx.tenantId,
        instance_id: id,
        seq: next.seq,
        at: ctx.now,
        event: JSON.stringify({ do: 'migrate', from: version, to, map }),
        facts: '{}',
        effects: '[]',
        account_id: ctx.actor.accountId,
        person_id: ctx.actor.personId,
        by_name: ctx.actor.name,
        request_id: ctx.requestId,
      })
      .execute()
  },
}
