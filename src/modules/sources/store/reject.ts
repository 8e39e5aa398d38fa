import { sql } from 'kysely'
import type { Context } from '#kernel/context'

export type NewReject = {
  readonly payload: unknown
  readonly code: string
  readonly facts: Readonly<Record<string, string>>
}
/** So many are kept apart for a source; the oldest give way. */
const mostKept = 5000
const mostBytes = 20_000

export async function keepRejects(
  ctx: Context,
  sourceId: string,
  runId: string,
  rejects: readonly NewReject[],
): Promise<void> {
  if (rejects.length === 0) return
  const rows = rejects.map(({ payload, code, facts }) => {
    const text = JSON.stringify(payload)
    const isLong = Buffer.byteLength(text) > mostBytes
    return { id: ctx.newId(), payload: isLong ? { cut: text.slice(0, mostBytes / 4) } : payload, code, facts }
  })
  await sql`
    insert into source_reject (tenant_id, id, source_id, run_id, at, payload, code, facts)
    select ${ctx.tenantId}, n.id, ${sourceId}, ${runId}, ${ctx.now}, n.payload, n.code, n.facts
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, payload jsonb, code text, facts jsonb)`.execute(
    ctx.db,
  )
  await sql`
    delete from source_reject where tenant_id = ${ctx.tenantId} and source_id = ${sourceId} and id in (
      select id from source_reject where tenant_id = ${ctx.tenantId} and source_id = ${sourceId} and state = 'kept'
      order by at desc, id desc offset ${mostKept})`.execute(ctx.db)
}

export async function rejectsOf(
  ctx: Context,
  sourceId: string,
  { state, limit, offset }: { state: string; limit: number; offset: number },
) {
  const rejects = ctx.db
    .selectFrom('source_reject')
    .where('tenant_id', '=', ctx.tenantId)
    .where('source_id', '=', sourceId)
    .where('state', '=', state)
  const { total } = await rejects.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const rows = await rejects.selectAll().orderBy('at', 'desc').orderBy('id').limit(limit).offset(offset).execute()
  return { rows, total }
}

/** Kept rows to try again, the oldest first, held until the transaction ends. */
export async function keptRejects(ctx: Context, sourceId: string, ids: readonly string[] | undefined, limit: number) {
  let query = ctx.db
    .selectFrom('source_reject')
    .select(['id', 'payload'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('source_id', '=', sourceId)
    .where('state', '=', 'kept')
    .orderBy('at')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
  if (ids) query = query.where((eb) => eb('id', '=', eb.fn.any(eb.val([...ids]))))
  return query.execute()
}

export async function settleRejects(ctx: Context, ids: readonly string[], state: 'taken' | 'dropped'): Promise<number> {
  if (ids.length === 0) return 0
  const result = await ctx.db
    .updateTable('source_reject')
    .set({ state, settled_at: ctx.now })
    .where('tenant_id', '=', ctx.tenantId)
    .where('state', '=', 'kept')
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...ids]))))
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Why they are refused now. */
export async function restateRejects(
  ctx: Context,
  rejects: readonly { id: string; code: string; facts: Readonly<Record<string, string>> }[],
): Promise<void> {
  if (rejects.length === 0) return
  await sql`
    update source_reject r set code = n.code, facts = n.facts
    from jsonb_to_recordset(${JSON.stringify(rejects)}::jsonb) as n(id uuid, code text, facts jsonb)
    where r.tenant_id = ${ctx.tenantId} and r.id = n.id`.execute(ctx.db)
}

const [settledDays, keptDays, runDays] = [30, 180, 90]

/** Forgets what is long past: settled and old rows, old runs, secrets that are no longer good. */
export async function prune(ctx: Context): Promise<void> {
  const ago = (days: number) => new Date(ctx.now.getTime() - days * 86_400_000)
  await sql`delete from source_reject where tenant_id = ${ctx.tenantId}
    and (settled_at < ${ago(settledDays)} or at < ${ago(keptDays)})`.execute(ctx.db)
  await sql`delete from source_run where tenant_id = ${ctx.tenantId} and started_at < ${ago(runDays)}`.execute(ctx.db)
  await sql`delete from source_secret where tenant_id = ${ctx.tenantId} and valid_until < ${ctx.now}`.execute(ctx.db)
}
