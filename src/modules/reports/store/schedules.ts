import { sql } from 'kysely'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import type { FileFormat, PartAsk, Rhythm } from '../contract.ts'

export type ScheduleRow = {
  readonly id: string
  readonly accountId: string
  readonly dashboardId: string | null
  readonly part: PartAsk | null
  readonly format: FileFormat
  readonly rhythm: Rhythm
  readonly onDay: number
  readonly time: string
  readonly byMail: boolean
  readonly isOn: boolean
  readonly nextAt: Date
  readonly version: number
}
export type ScheduleContent = Omit<ScheduleRow, 'id' | 'accountId' | 'version'>
export type NamedSchedule = ScheduleRow & { readonly dashboardName: LocalText | null }

function rows(ctx: Context) {
  return ctx.db
    .selectFrom('report_schedule as s')
    .select(['s.id', 's.account_id as accountId', 's.dashboard_id as dashboardId', 's.at_time as time', 's.version'])
    .select(['s.on_day as onDay', 's.by_mail as byMail', 's.is_on as isOn', 's.next_at as nextAt'])
    .select([
      sql<PartAsk | null>`s.part`.as('part'),
      sql<FileFormat>`s.format`.as('format'),
      sql<Rhythm>`s.rhythm`.as('rhythm'),
    ])
    .where('s.tenant_id', '=', ctx.tenantId)
}

export async function ownSchedules(ctx: Context): Promise<NamedSchedule[]> {
  return rows(ctx)
    .leftJoin('dashboard as d', (on) =>
      on.onRef('d.tenant_id', '=', 's.tenant_id').onRef('d.id', '=', 's.dashboard_id'),
    )
    .select(sql<LocalText | null>`d.name`.as('dashboardName'))
    .where('s.account_id', '=', ctx.actor.accountId)
    .orderBy('s.created_at', 'desc')
    .limit(200)
    .execute()
}

export async function findSchedule(ctx: Context, id: string): Promise<ScheduleRow | undefined> {
  return rows(ctx).where('s.id', '=', id).executeTakeFirst()
}

/** Schedules whose time has come, kept from others who look at the same moment. */
export async function dueSchedules(ctx: Context): Promise<ScheduleRow[]> {
  return rows(ctx)
    .where('s.is_on', '=', true)
    .where('s.next_at', '<=', ctx.now)
    .orderBy('s.next_at')
    .limit(200)
    .forUpdate('s')
    .skipLocked()
    .execute()
}

export async function insertSchedule(ctx: Context, id: string, content: ScheduleContent): Promise<void> {
  const own = { tenant_id: ctx.tenantId, id, account_id: ctx.actor.accountId ?? '', created_at: ctx.now }
  await ctx.db
    .insertInto('report_schedule')
    .values({ ...own, ...columnsOf(content) })
    .execute()
}

/** False when another has written it since `version`. */
export async function updateSchedule(
  ctx: Context,
  id: string,
  version: number,
  content: ScheduleContent,
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('report_schedule')
    .set({ ...columnsOf(content), version: version + 1 })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function moveOn(ctx: Context, id: string, nextAt: Date): Promise<void> {
  await ctx.db
    .updateTable('report_schedule')
    .set({ next_at: nextAt })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

export async function removeSchedule(ctx: Context, id: string): Promise<void> {
  await ctx.db.deleteFrom('report_schedule').where('tenant_id', '=', ctx.tenantId).where('id', '=', id).execute()
}

function columnsOf(content: ScheduleContent) {
  return {
    dashboard_id: content.dashboardId,
    part: content.part ? JSON.stringify(content.part) : null,
    format: content.format,
    rhythm: content.rhythm,
    on_day: content.onDay,
    at_time: content.time,
    by_mail: content.byMail,
    is_on: content.isOn,
    next_at: content.nextAt,
  }
}
