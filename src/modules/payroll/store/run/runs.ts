import { sql, type RawBuilder } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import type { Progress, RunTotals } from '../../contract/run-shapes.ts'
import type { GroupProration } from '../../rules/part-pay.ts'
import type { Jurisdiction, RunKind } from '../../rules/person-month.ts'

export type RunState = 'draft' | 'calculating' | 'calculated' | 'submitted' | 'published' | 'cancelled'
export type StoredRun = {
  readonly id: string
  readonly groupId: string
  readonly groupName: LocalText
  readonly employerUnitId: string
  readonly jurisdiction: Jurisdiction
  readonly city: string | null
  readonly proration: GroupProration
  readonly period: string
  readonly kind: RunKind
  readonly number: number
  readonly title: string
  readonly paidOn: Day
  readonly state: RunState
  readonly isLocked: boolean
  readonly progress: Progress | null
  readonly totals: RunTotals | Record<never, never>
  readonly calculation: number
  readonly afterPersonId: string | null
  readonly madeById: string | null
  readonly submittedById: string | null
  readonly madeBy: string | null
  readonly submittedBy: string | null
  readonly publishedBy: string | null
  readonly calculatedAt: Date | null
  readonly publishedAt: Date | null
  readonly blocking: number
  readonly warnings: number
  readonly openWarnings: number
  readonly version: number
}
export type RunFilter = {
  readonly groupId?: string | undefined
  readonly period?: string | undefined
  readonly year?: number | undefined
  readonly state?: string | undefined
  readonly limit: number
  readonly offset: number
}

/** Runs of the employers the asker may read the pay of, the newest first. */
export async function runs(ctx: Context, filter: RunFilter): Promise<{ total: number; rows: StoredRun[] }> {
  const parts = [
    filter.groupId && sql`r.group_id = ${filter.groupId}`,
    filter.period && sql`r.period = ${filter.period}`,
    filter.year && sql`r.period like ${`${filter.year}-%`}`,
    filter.state ? sql`r.state = ${filter.state}` : sql`r.state <> 'cancelled'`,
  ].filter((part) => typeof part === 'object')
  const where = sql`${visible(ctx)} and ${sql.join(parts, sql` and `)}`
  const { rows } = await sql<StoredRun>`${columns} where ${where}
    order by r.period desc, r.created_at desc, r.id desc limit ${filter.limit} offset ${filter.offset}`.execute(ctx.db)
  const counted = await sql<{ total: number }>`select count(*)::int as total from pay_run r
    join pay_group g on g.tenant_id = r.tenant_id and g.id = r.group_id where ${where}`.execute(ctx.db)
  return { total: counted.rows[0]?.total ?? 0, rows }
}

export async function runById(ctx: Context, runId: string): Promise<StoredRun | undefined> {
  const { rows } = await sql<StoredRun>`${columns} where ${visible(ctx)} and r.id = ${runId}`.execute(ctx.db)
  return rows[0]
}

/** Held until the transaction ends: two never change a run at once. */
export async function lockRun(ctx: Context, runId: string, how: 'update' | 'share' = 'update'): Promise<void> {
  const strength = how === 'update' ? sql`for update` : sql`for no key update`
  await sql`select 1 from pay_run where tenant_id = ${ctx.tenantId} and id = ${runId} ${strength}`.execute(ctx.db)
}

export type NewRun = {
  readonly groupId: string
  readonly period: string
  readonly kind: RunKind
  readonly title: string
  readonly paidOn: Day
}

export async function insertRun(ctx: Context, run: NewRun): Promise<string> {
  const id = ctx.newId()
  await sql`insert into pay_run (tenant_id, id, group_id, period, kind, number, title, paid_on, made_by_id, created_at)
    select ${ctx.tenantId}, ${id}, ${run.groupId}, ${run.period}, ${run.kind}, coalesce(max(number), 0) + 1, ${run.title}, ${run.paidOn},
      ${ctx.actor.accountId}, ${ctx.now}
    from pay_run where tenant_id = ${ctx.tenantId} and group_id = ${run.groupId} and period = ${run.period} and kind = ${run.kind}`.execute(
    ctx.db,
  )
  return id
}

export type RunChange = {
  readonly state?: RunState
  readonly is_locked?: boolean
  readonly progress?: string | null
  readonly totals?: string
  readonly parameters?: string
  readonly calculation?: number
  readonly after_person_id?: string | null
  readonly submitted_by_id?: string | null
  readonly published_by_id?: string
  readonly calculated_at?: Date | null
  readonly published_at?: Date
}

/** Changes a run that is held; the version grows. */
export async function changeRun(ctx: Context, runId: string, change: RunChange): Promise<number> {
  const { version } = await ctx.db
    .updateTable('pay_run')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', runId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** A step of computing: not a change anybody could be surprised by, so the version stays. */
export async function noteProgress(ctx: Context, runId: string, progress: Progress, after: string): Promise<void> {
  await ctx.db
    .updateTable('pay_run')
    .set({ progress: JSON.stringify(progress), after_person_id: after })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', runId)
    .execute()
}

export async function unfinishedRuns(ctx: Context): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('pay_run')
    .select('id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('state', '=', 'calculating')
    .execute()
  return rows.map(({ id }) => id)
}

/** True when nobody else computes this run; held until the transaction of the worker ends or its process dies. */
export async function takeRun(ctx: Context, runId: string): Promise<boolean> {
  const { rows } = await sql<{ isMine: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`payroll.run:${runId}`}, 0)) as "isMine"`.execute(ctx.db)
  return rows[0]?.isMine ?? false
}

/** The regular run of the group published last before a period: what this one is held against. */
export async function runBefore(ctx: Context, groupId: string, period: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('pay_run')
    .select('id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('group_id', '=', groupId)
    .where('kind', '=', 'regular')
    .where('state', '=', 'published')
    .where('period', '<', period)
    .orderBy('period', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

function visible(ctx: Context): RawBuilder<unknown> {
  return sql`r.tenant_id = ${ctx.tenantId} and ${ctx.visible('payroll.read', { unit: 'g.employer_unit_id' })}`
}

const nameOf = (column: string) =>
  sql`(select a.name from account a where a.tenant_id = r.tenant_id and a.id = ${sql.ref(column)})`

const columns = sql`select r.id, r.group_id as "groupId", g.name as "groupName", g.employer_unit_id as "employerUnitId", g.jurisdiction,
  g.city, g.proration, r.period, r.kind, r.number, r.title, r.paid_on as "paidOn", r.state, r.is_locked as "isLocked", r.progress,
  r.totals, r.calculation, r.after_person_id as "afterPersonId", r.made_by_id as "madeById", r.submitted_by_id as "submittedById",
  ${nameOf('r.made_by_id')} as "madeBy", ${nameOf('r.submitted_by_id')} as "submittedBy", ${nameOf('r.published_by_id')} as "publishedBy",
  r.calculated_at as "calculatedAt", r.published_at as "publishedAt", r.version,
  c.blocking, c.warnings, c."openWarnings"
  from pay_run r join pay_group g on g.tenant_id = r.tenant_id and g.id = r.group_id
  cross join lateral (select (count(*) filter (where f.severity = 'blocking'))::int as blocking,
    (count(*) filter (where f.severity = 'warning'))::int as warnings,
    (count(*) filter (where f.severity = 'warning' and f.accepted_at is null))::int as "openWarnings"
    from pay_finding f where f.tenant_id = r.tenant_id and f.run_id = r.id) c`
