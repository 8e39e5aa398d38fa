import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'

export type PublishedRun = {
  readonly id: string
  readonly groupId: string
  readonly period: string
  readonly kind: string
  readonly number: number
  readonly title: string
  readonly paidOn: Day
  readonly groupName: LocalText
  readonly groupCode: string
  readonly employerUnitId: string
  readonly employerName: LocalText | null
}

/** Published runs of the employers whose books the asker sees, the latest first. */
export function publishedRuns(ctx: Context, permission = 'finance.read') {
  return ctx.db
    .selectFrom('pay_run as r')
    .innerJoin('pay_group as g', (join) =>
      join.onRef('g.tenant_id', '=', 'r.tenant_id').onRef('g.id', '=', 'r.group_id'),
    )
    .leftJoin('unit_version as e', (join) =>
      join
        .onRef('e.tenant_id', '=', 'g.tenant_id')
        .onRef('e.unit_id', '=', 'g.employer_unit_id')
        .on(validOn('e', ctx.today)),
    )
    .where('r.tenant_id', '=', ctx.tenantId)
    .where(ctx.visible(permission, { unit: 'g.employer_unit_id' }))
    .where('r.state', '=', 'published')
    .select([
      'r.id',
      'r.group_id as groupId',
      'r.period',
      'r.kind',
      'r.number',
      'r.title',
      'r.paid_on as paidOn',
      sql<LocalText>`g.name`.as('groupName'),
      'g.code as groupCode',
      'g.employer_unit_id as employerUnitId',
      sql<LocalText | null>`e.name`.as('employerName'),
    ])
    .orderBy('r.paid_on', 'desc')
    .orderBy('r.id', 'desc')
}

export async function findPublishedRun(ctx: Context, id: string): Promise<PublishedRun | undefined> {
  return publishedRuns(ctx).where('r.id', '=', id).executeTakeFirst()
}

export type RunSums = {
  readonly runId: string
  readonly people: number
  readonly held: number
  readonly netFen: number
}

export async function sumsOfRuns(ctx: Context, runIds: readonly string[]): Promise<Map<string, RunSums>> {
  const { rows } = await sql<RunSums>`
    select run_id as "runId", count(*)::int as people, count(*) filter (where state = 'held')::int as held,
      coalesce(sum(net_fen), 0)::bigint as "netFen"
    from pay_slip where tenant_id = ${ctx.tenantId} and run_id = any(${[...runIds]}::uuid[]) and state in ('published', 'held')
    group by run_id`.execute(ctx.db)
  return new Map(rows.map((row) => [row.runId, row]))
}
