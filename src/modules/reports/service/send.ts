import { Readable } from 'node:stream'
import { loadActor } from '#kernel/actors'
import { createContext, type Context } from '#kernel/context'
import { keepFile, quarantine } from '#kernel/files'
import { Problem } from '#kernel/problem'
import { tellAccounts } from '#modules/base'
import { insertDelivery, isDelivered, type Failure } from '../store/deliveries.ts'
import { accountNow, recipientsOf } from '../store/recipients.ts'
import { dueSchedules, findSchedule, moveOn, type ScheduleRow } from '../store/schedules.ts'
import { openDashboard } from './dashboards.ts'
import { dashboardReport, fileOf, partReport, type Report } from './files.ts'
import { nextAfter, ownSchedule } from './schedules.ts'

const limitBytes = 64 * 1024 * 1024

/** Hands every report whose time has come to jobs, one a recipient. After a rest only the last one is made, not all that were missed. */
export async function send(ctx: Context): Promise<void> {
  for (const schedule of await dueSchedules(ctx)) {
    await handOut(ctx, schedule, schedule.nextAt)
    await moveOn(ctx, schedule.id, nextAfter(ctx, schedule, ctx.now))
  }
}

export async function sendNow(ctx: Context, { scheduleId }: { scheduleId: string }): Promise<{ recipients: number }> {
  const schedule = await ownSchedule(ctx, scheduleId)
  const recipients = await handOut(ctx, schedule, ctx.now)
  await ctx.audit({ action: 'reports.send-now', target: `report-schedule/${scheduleId}`, after: { recipients } })
  return { recipients }
}

async function handOut(ctx: Context, schedule: ScheduleRow, dueAt: Date): Promise<number> {
  const recipients = await recipientsOf(ctx, [schedule.id])
  for (const { accountId } of recipients) {
    const work = { scheduleId: schedule.id, accountId, dueAt: dueAt.toISOString() }
    await ctx.enqueue('reports.make', work, { onceKey: `${schedule.id}:${accountId}:${work.dueAt}` })
  }
  return recipients.length
}

type Making = { scheduleId: string; accountId: string; dueAt: string }

/** Makes a report for one recipient with that one's rights of this moment, keeps it as a file of theirs, and tells them. */
export async function make(ctx: Context, { scheduleId, accountId, dueAt }: Making): Promise<void> {
  const due = new Date(dueAt)
  const schedule = await findSchedule(ctx, scheduleId)
  if (!schedule || (await isDelivered(ctx, scheduleId, accountId, due))) return
  const reader = await readerOf(ctx, accountId)
  if (!reader) return
  const id = ctx.newId()
  const made = await reportFor(reader, schedule)
  const delivery = { id, scheduleId, accountId, dueAt: due }
  if ('failure' in made) {
    await insertDelivery(ctx, { ...delivery, fileId: null, failure: made.failure })
    return
  }
  const file = await fileOf(reader, made, schedule.format)
  const upload = await quarantine(ctx.house.filesDirectory, Readable.from([file.body]), file.name, limitBytes)
  const fileId = await keepFile(ctx, { ...upload, mediaType: file.mediaType }, { type: 'reports.delivery', id })
  await insertDelivery(ctx, { ...delivery, fileId, failure: null })
  await tellAccounts(ctx, [accountId], {
    kind: 'reports.sent',
    facts: { title: made.title, day: reader.today },
    link: '/reports?tab=sent',
    onceKey: `report-${id}`,
  })
  await ctx.emit('reports.sent', { deliveryId: id, scheduleId, accountId })
  await ctx.announce('reports', [accountId])
  if (schedule.byMail) await ctx.enqueue('reports.mail', { deliveryId: id }, { onceKey: `mail-${id}` })
}

/** The same transaction on behalf of somebody else: their rights, their language. Nobody for an account that is closed. */
async function readerOf(ctx: Context, accountId: string): Promise<Context | undefined> {
  const account = await accountNow(ctx, accountId)
  if (!account) return undefined
  const { house, db, tenantId, now, requestId, address } = ctx
  const { authEpoch, structureVersion } = account
  const from = { tenantId, sessionId: null, accountId, authEpoch, structureVersion }
  const { actor, tenant } = await loadActor(house, db, from, now)
  return createContext({ house, db, tenant, actor, now, requestId, address })
}

async function reportFor(reader: Context, schedule: ScheduleRow): Promise<Report | { failure: Failure }> {
  if (!reader.may('reports.read')) return { failure: 'no-right' }
  try {
    if (schedule.part) return await partReport(reader, schedule.part)
    return await dashboardReport(reader, await openDashboard(reader, schedule.dashboardId ?? ''), {})
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { failure: error.code === 'reports.choose-unit' ? 'too-many' : 'not-found' }
  }
}
