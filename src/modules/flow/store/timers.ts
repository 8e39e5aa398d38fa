import { sql } from 'kysely'
import type { Deadline, FlowEvent, Pause, Span } from '#core/flow'
import type { Context } from '#kernel/context'

/** How a timer was reckoned, so that it can be again. */
export type TimerRule = {
  readonly deadline?: Pick<Deadline, 'limit' | 'roundTo'>
  readonly at?: Span
  readonly span?: Span
  /** When its clock stood still. */
  readonly pauses?: readonly Pause[]
}
export type TimerRow = {
  readonly instanceId: string
  readonly timer: string
  readonly node: string
  readonly fireAt: Date
  readonly rule: TimerRule | null
  readonly event: FlowEvent | null
  readonly begunAt: Date
  readonly pausedAt: Date | null
  readonly calendarVersion: string
}

export async function putTimers(ctx: Context, rows: readonly TimerRow[]): Promise<void> {
  if (rows.length === 0) return
  const json = rows.map((row) => ({ ...row, fireAt: row.fireAt.toISOString(), begunAt: row.begunAt.toISOString() }))
  await sql`insert into flow_timer (tenant_id, instance_id, timer, node, fire_at, rule, event, begun_at, calendar_version)
    select ${ctx.tenantId}::uuid, r."instanceId", r.timer, r.node, r."fireAt", r.rule, r.event, r."begunAt", r."calendarVersion"
    from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as r ("instanceId" uuid, timer text, node text, "fireAt" timestamptz, rule jsonb, event jsonb,
      "begunAt" timestamptz, "calendarVersion" text)
    on conflict (tenant_id, instance_id, timer) do update set fire_at = excluded.fire_at, rule = excluded.rule, event = excluded.event,
      begun_at = excluded.begun_at, calendar_version = excluded.calendar_version, paused_at = null, tries = 0, trouble = null`.execute(
    ctx.db,
  )
}

export async function dropTimers(ctx: Context, instanceId: string, timers: readonly string[]): Promise<void> {
  if (timers.length === 0) return
  await ctx.db
    .deleteFrom('flow_timer')
    .where('tenant_id', '=', ctx.tenantId)
    .where('instance_id', '=', instanceId)
    .where((eb) => eb('timer', '=', eb.fn.any(eb.val([...timers]))))
    .execute()
}

export async function timersOf(ctx: Context, instanceId: string): Promise<TimerRow[]> {
  return (await select(ctx).where('instance_id', '=', instanceId).execute()) as TimerRow[]
}

export async function findTimer(ctx: Context, instanceId: string, timer: string): Promise<TimerRow | undefined> {
  const row = await select(ctx).where('instance_id', '=', instanceId).where('timer', '=', timer).executeTakeFirst()
  return row as TimerRow | undefined
}

/** What is due, the longest due first. */
export async function dueTimers(ctx: Context, limit: number): Promise<{ instanceId: string; timer: string }[]> {
  return ctx.db
    .selectFrom('flow_timer')
    .select(['instance_id as instanceId', 'timer'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('fire_at', '<=', ctx.now)
    .where('paused_at', 'is', null)
    .where('trouble', 'is', null)
    .orderBy('fire_at')
    .orderBy('timer')
    .limit(limit)
    .execute()
}

/** Open timers that follow a working calendar other than this one. */
export async function timersReckonedBefore(ctx: Context, version: string, limit: number): Promise<TimerRow[]> {
  return (await select(ctx)
    .where('calendar_version', '<>', version)
    .where('calendar_version', '<>', '')
    .where('paused_at', 'is', null)
    .orderBy('instance_id')
    .limit(limit)
    .execute()) as TimerRow[]
}

export async function pauseTimers(ctx: Context, instanceId: string, timers: readonly string[]): Promise<void> {
  if (timers.length === 0) return
  await ctx.db
    .updateTable('flow_timer')
    .set({ paused_at: ctx.now })
    .where('tenant_id', '=', ctx.tenantId)
    .where('instance_id', '=', instanceId)
    .where((eb) => eb('timer', '=', eb.fn.any(eb.val([...timers]))))
    .execute()
}

/** A timer that could not be fired is tried again later, and given up in the end, for people to see to. */
export async function noteFailure(
  ctx: Context,
  { instanceId, timer }: { instanceId: string; timer: string },
  trouble: string,
): Promise<void> {
  await sql`update flow_timer set tries = tries + 1, fire_at = ${ctx.now}::timestamptz + make_interval(mins => (1 << least(tries, 10))),
      trouble = case when tries >= 8 then ${trouble} end
    where tenant_id = ${ctx.tenantId} and instance_id = ${instanceId} and timer = ${timer}`.execute(ctx.db)
}

function select(ctx: Context) {
  return ctx.db
    .selectFrom('flow_timer')
    .select([
      'instance_id as instanceId',
      'timer',
      'node',
      'fire_at as fireAt',
      'rule',
      'event',
      'begun_at as begunAt',
      'paused_at as pausedAt',
      'calendar_version as calendarVersion',
    ])
    .where('tenant_id', '=', ctx.tenantId)
}
