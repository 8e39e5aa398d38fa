import type { Day } from '#core/calendar'
import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { differences } from '../compare.ts'
import type { routes } from '../contract.ts'
import { alarmsOf } from '../rules.ts'
import type { Version } from '../shapes.ts'
import { holdersOn } from '../store/holdings.ts'
import { listOn } from '../store/list.ts'
import { findResponsibility, unitName, type Responsibility } from '../store/responsibilities.ts'
import { responsibilityNames } from '../store/names.ts'
import { versionHeads, versionsById } from '../store/versions.ts'

type Routes = typeof routes

export async function listResponsibilities(
  ctx: Context,
  input: Input<Routes['listResponsibilities']>,
): Promise<Output<Routes['listResponsibilities']>> {
  const day = input.day ?? ctx.today
  const unitIds = input.unitId && (await ctx.house.scopes.subtree(ctx.db, input.unitId, day))
  const { total, rows } = await listOn(ctx, { ...input, day, unitIds })
  const accountable = await holdersOn(
    ctx,
    rows.map((row) => row.id),
    day,
    'accountable',
  )
  return {
    day,
    total,
    items: rows.map(({ alarm, ...row }) => ({
      ...row,
      accountable: accountable.find((holder) => holder.responsibilityId === row.id) ?? null,
      alarms: alarm ? [alarm] : [],
    })),
  }
}

export async function readResponsibility(
  ctx: Context,
  input: Input<Routes['readResponsibility']>,
): Promise<Output<Routes['readResponsibility']>> {
  const found = await seen(ctx, input.responsibilityId)
  const day = input.day ?? ctx.today
  const versions = await versionHeads(ctx, found.id)
  const running = versions.find((v) => v.validFrom <= day && (v.validUntil === null || v.validUntil > day))
  const [holders, version, name] = await Promise.all([
    holdersOn(ctx, [found.id], day),
    running ? versionsById(ctx, [running.id]) : undefined,
    found.unitId ? unitName(ctx, found.unitId, day) : undefined,
  ])
  const about = { unitId: found.unitId }
  return {
    id: found.id,
    code: found.code,
    unitId: found.unitId,
    unitName: name ?? null,
    day,
    version: (running && version?.get(running.id)) ?? null,
    versions,
    holders,
    alarms: running ? alarmsOf(holders) : [],
    may: { edit: ctx.may('responsibilities.edit', about), assign: ctx.may('responsibilities.assign', about) },
  }
}

export async function readVersion(ctx: Context, input: Input<Routes['readVersion']>): Promise<Version> {
  await seen(ctx, input.responsibilityId)
  return versionOf(ctx, input.responsibilityId, input.versionId)
}

export async function compareVersions(
  ctx: Context,
  input: Input<Routes['compareVersions']>,
): Promise<Output<Routes['compareVersions']>> {
  await seen(ctx, input.responsibilityId)
  const before = await versionOf(ctx, input.responsibilityId, input.before)
  const after = await versionOf(ctx, input.responsibilityId, input.after)
  return { before, after, changes: differences(before, after) }
}

export async function listAlarms(
  ctx: Context,
  input: Input<Routes['listAlarms']>,
): Promise<Output<Routes['listAlarms']>> {
  const day: Day = input.day ?? ctx.today
  const { total, rows } = await listOn(ctx, { day, alarm: input.kind, onlyAlarms: true, limit: 500, offset: 0 })
  const ids = rows.map((row) => row.id)
  const holders = await holdersOn(ctx, ids, day, 'accountable')
  return {
    day,
    total,
    items: rows.flatMap((row) => {
      const holder = holders.find((one) => one.responsibilityId === row.id)
      if (!row.alarm) return []
      return {
        kind: row.alarm,
        responsibilityId: row.id,
        code: row.code,
        name: row.name,
        unitId: row.unitId,
        unitName: row.unitName,
        positionId: holder?.positionId ?? null,
        positionTitle: holder?.positionTitle ?? null,
        people: holder?.people ?? [],
      }
    }),
  }
}

export async function readResponsibilityNames(
  ctx: Context,
  input: Input<Routes['readResponsibilityNames']>,
): Promise<Output<Routes['readResponsibilityNames']>> {
  const names = await responsibilityNames(ctx, input.ids, { onlyVisible: true })
  return [...names].map(([id, known]) => ({ id, ...known }))
}

async function seen(ctx: Context, id: string): Promise<Responsibility> {
  const found = await findResponsibility(ctx, id)
  if (!found) throw notFound({ what: 'responsibility' })
  return found
}

async function versionOf(ctx: Context, responsibilityId: string, versionId: string): Promise<Version> {
  const version = (await versionsById(ctx, [versionId])).get(versionId)
  if (version?.responsibilityId !== responsibilityId) throw notFound({ what: 'responsibility-version' })
  return version
}
