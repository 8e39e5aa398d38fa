import { addDays } from '#core/calendar'
import type { Input, Output } from '#core/contract'
import { dayIn, instantOf } from '#kernel/clock'
import type { Context } from '#kernel/context'
import { changedMeanwhile, notFound } from '#kernel/problems'
import { visiblePeople } from '#modules/organisation'
import type { routes } from '../contract.ts'
import { noAccount, onlyOneThing, onlyToOneself, tooManySchedules } from '../problems.ts'
import { dueDay, type When } from '../rules/rhythm.ts'
import { ownDeliveries } from '../store/deliveries.ts'
import { accountsOf, recipientsOf, writeRecipients } from '../store/recipients.ts'
import {
  findSchedule,
  insertSchedule,
  ownSchedules,
  removeSchedule,
  updateSchedule,
  type ScheduleContent,
  type ScheduleRow,
} from '../store/schedules.ts'
import { openDashboard } from './dashboards.ts'

type Routes = typeof routes
type Content = Omit<Input<Routes['createSchedule']>, never>
const mostOwn = 50

export async function listSchedules(ctx: Context): Promise<Output<Routes['listSchedules']>> {
  const rows = await ownSchedules(ctx)
  const recipients = await recipientsOf(
    ctx,
    rows.map((row) => row.id),
  )
  const by = Map.groupBy(recipients, (one) => one.scheduleId)
  return {
    canMail: ctx.house.mailer !== undefined,
    schedules: rows.map(({ accountId: _owner, nextAt, ...row }) => ({
      ...row,
      nextAt: nextAt.toISOString(),
      recipients: (by.get(row.id) ?? []).map(({ personId, name }) => ({ personId, name })),
    })),
  }
}

export async function createSchedule(
  ctx: Context,
  input: Input<Routes['createSchedule']>,
): Promise<Output<Routes['createSchedule']>> {
  if ((await ownSchedules(ctx)).length >= mostOwn) throw tooManySchedules({ limit: mostOwn })
  const content = await contentOf(ctx, input)
  const accountIds = await receivers(ctx, input)
  const scheduleId = ctx.newId()
  await insertSchedule(ctx, scheduleId, content)
  await writeRecipients(ctx, scheduleId, accountIds)
  await ctx.audit({ action: 'reports.create-schedule', target: `report-schedule/${scheduleId}`, after: input })
  await ctx.announce('reports')
  return { scheduleId, version: 1 }
}

export async function changeSchedule(
  ctx: Context,
  { scheduleId, version, ...input }: Input<Routes['changeSchedule']>,
): Promise<Output<Routes['changeSchedule']>> {
  const before = await ownSchedule(ctx, scheduleId)
  const content = await contentOf(ctx, input)
  const accountIds = await receivers(ctx, input)
  if (before.version !== version || !(await updateSchedule(ctx, scheduleId, version, content)))
    throw changedMeanwhile({ yours: version, current: before.version })
  await writeRecipients(ctx, scheduleId, accountIds)
  await ctx.audit({ action: 'reports.change-schedule', target: `report-schedule/${scheduleId}`, before, after: input })
  await ctx.announce('reports')
  return { scheduleId, version: version + 1 }
}

export async function deleteSchedule(
  ctx: Context,
  { scheduleId }: Input<Routes['deleteSchedule']>,
): Promise<{ scheduleId: string }> {
  const before = await ownSchedule(ctx, scheduleId)
  await removeSchedule(ctx, scheduleId)
  await ctx.audit({ action: 'reports.delete-schedule', target: `report-schedule/${scheduleId}`, before })
  await ctx.announce('reports')
  return { scheduleId }
}

export async function listDeliveries(
  ctx: Context,
  input: Input<Routes['listDeliveries']>,
): Promise<Output<Routes['listDeliveries']>> {
  return ownDeliveries(ctx, input)
}

/** A schedule of the actor's own; another's looks the same as none. */
export async function ownSchedule(ctx: Context, scheduleId: string): Promise<ScheduleRow> {
  const row = await findSchedule(ctx, scheduleId)
  if (!row || row.accountId !== ctx.actor.accountId) throw notFound({ what: 'report-schedule' })
  return row
}

/** When a report is due next: its time of the first day it falls on that is still ahead. */
export function nextAfter(ctx: Context, when: When & { readonly time: string }, after: Date): Date {
  const today = dayIn(ctx.timeZone, after)
  const first = instantOf(ctx.timeZone, dueDay(when, today), when.time)
  return first > after ? first : instantOf(ctx.timeZone, dueDay(when, addDays(today, 1)), when.time)
}

async function contentOf(ctx: Context, input: Content): Promise<ScheduleContent> {
  const { dashboardId = null, part = null, format, rhythm, onDay, time, byMail, isOn } = input
  if ((dashboardId === null) === (part === null)) throw onlyOneThing({})
  const dashboard = dashboardId ? await openDashboard(ctx, dashboardId) : null
  if (format === 'csv' && (dashboard?.parts.length ?? 1) > 1) throw onlyOneThing({})
  const nextAt = nextAfter(ctx, { rhythm, onDay, time }, ctx.now)
  return { dashboardId, part, format, rhythm, onDay, time, byMail, isOn, nextAt }
}

/** Oneself unless others are named; those only by who may share, and only people the actor may see. */
async function receivers(ctx: Context, { personIds }: Content): Promise<string[]> {
  const { accountId, personId } = ctx.actor
  if (!accountId) throw notFound({ what: 'account' })
  const others = personIds.filter((id) => id !== personId)
  if (others.length > 0 && !ctx.may('reports.share')) throw onlyToOneself({})
  if (personIds.length === 0) return [accountId]
  const seen = await ctx.db
    .selectFrom('person as p')
    .select(['p.id', 'p.name'])
    .where('p.tenant_id', '=', ctx.tenantId)
    .where('p.id', 'in', personIds)
    .where((eb) => eb.or([visiblePeople(ctx, 'reports.share'), eb('p.id', '=', personId)]))
    .execute()
  if (seen.length < new Set(personIds).size) throw notFound({ what: 'person' })
  const accounts = await accountsOf(ctx, personIds)
  const without = seen.find((person) => !accounts.has(person.id))
  if (without) throw noAccount({ name: without.name })
  return [...accounts.values()]
}
