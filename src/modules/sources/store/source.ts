import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { Rhythm } from '#core/freshness'
import type { Context } from '#kernel/context'
import type { Mapping, SourceKind } from '../contract.ts'
import type { Cursor } from '../reader/page.ts'

export type Trouble = { readonly code: string; readonly facts: Readonly<Record<string, unknown>> }

/** Sources with what a list shows of them. */
function sourceRows(ctx: Context) {
  return ctx.db
    .selectFrom('source as s')
    .selectAll('s')
    .select(
      sql<Day | null>`(select max(a.day) from fact_arrival a where a.tenant_id = s.tenant_id and a.source = 'source:' || s.code)`.as(
        'last_day',
      ),
    )
    .select(
      sql<number>`(select count(*) from source_reject r where r.tenant_id = s.tenant_id and r.source_id = s.id
        and r.state = 'kept')::int`.as('rejects'),
    )
    .select(
      sql<Trouble | null>`(select r.problem from source_run r where r.tenant_id = s.tenant_id and r.source_id = s.id
        order by r.started_at desc, r.id desc limit 1)`.as('trouble'),
    )
    .where('s.tenant_id', '=', ctx.tenantId)
}

export type SourceRow = Omit<
  Awaited<ReturnType<ReturnType<typeof sourceRows>['executeTakeFirstOrThrow']>>,
  'kind' | 'mapping' | 'cursor' | 'rhythm'
> & { kind: SourceKind; mapping: Mapping | null; cursor: Cursor | null; rhythm: Rhythm }

export async function allSources(ctx: Context): Promise<SourceRow[]> {
  const rows = await sourceRows(ctx).orderBy('s.name').limit(500).execute()
  return rows as unknown as SourceRow[]
}

export async function findSource(ctx: Context, sourceId: string): Promise<SourceRow | undefined> {
  const row = await sourceRows(ctx).where('s.id', '=', sourceId).executeTakeFirst()
  return row as unknown as SourceRow | undefined
}

/** Waits for who changes or reads it now. */
export async function lockSource(ctx: Context, sourceId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('source')
    .select('id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', sourceId)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

export type SourceContent = {
  readonly name: string
  readonly address: Record<string, unknown>
  readonly takes: string
  readonly everyMinutes: number | null
  readonly rhythm: Rhythm
  readonly ownerId: string | null
}

/** @returns false when the code is taken */
export async function insertSource(
  ctx: Context,
  source: SourceContent & { id: string; code: string; kind: string },
): Promise<boolean> {
  const result = await ctx.db
    .insertInto('source')
    .values({
      tenant_id: ctx.tenantId,
      id: source.id,
      code: source.code,
      kind: source.kind,
      ...columnsOf(source),
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'code']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function updateSource(
  ctx: Context,
  sourceId: string,
  content: SourceContent & { mapping: Mapping | null; startsAgain: boolean },
): Promise<void> {
  await ctx.db
    .updateTable('source')
    .set({
      ...columnsOf(content),
      mapping: content.mapping ? JSON.stringify(content.mapping) : null,
      version: sql<number>`version + 1`,
      ...(content.startsAgain ? { cursor: null } : {}),
    })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', sourceId)
    .execute()
}

export async function setState(ctx: Context, sourceId: string, state: string, nextRunAt: Date | null): Promise<void> {
  await ctx.db
    .updateTable('source')
    .set({ state, next_run_at: nextRunAt, version: sql<number>`version + 1` })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', sourceId)
    .execute()
}

export async function noteSilenceTold(ctx: Context, sourceId: string, lastDay: Day | null): Promise<void> {
  await ctx.db
    .updateTable('source')
    .set({ silent_told_for: lastDay })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', sourceId)
    .execute()
}

/** The days of the last weeks on which its facts happened. */
export async function daysOf(ctx: Context, code: string, since: Day): Promise<Set<Day>> {
  const rows = await ctx.db
    .selectFrom('fact_arrival')
    .select('day')
    .distinct()
    .where('tenant_id', '=', ctx.tenantId)
    .where('source', '=', `source:${code}`)
    .where('day', '>=', since)
    .execute()
  return new Set(rows.map((row) => row.day))
}

/** What has to be asked now and is not being asked already. */
export async function dueSources(ctx: Context): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('source')
    .select('id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('state', '=', 'on')
    .where('kind', '<>', 'webhook')
    .where('next_run_at', '<=', ctx.now)
    .where((eb) => eb.or([eb('running_until', 'is', null), eb('running_until', '<', ctx.now)]))
    .orderBy('next_run_at')
    .limit(100)
    .execute()
  return rows.map((row) => row.id)
}

function columnsOf(content: SourceContent) {
  return {
    name: content.name,
    address: JSON.stringify(content.address),
    takes: content.takes,
    every_minutes: content.everyMinutes,
    rhythm: content.rhythm,
    owner_id: content.ownerId,
  }
}
