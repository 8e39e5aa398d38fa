import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { differences } from '../compare.ts'
import type { routes } from '../contract.ts'
import { alarmsOf, stateOn } from '../rules.ts'
import type { Version } from '../shapes.ts'
import { holdersOn } from '../store/holders.ts'
import { listOn } from '../store/list.ts'
import { findResponsibility, unitName, type Responsibility } from '../store/responsibilities.ts'
import { responsibilityNames } from '../store/names.ts'
import { versionHeads, versionsById } from '../store/versions.ts'
import { wholeVersion } from './whole-versions.ts'

type Routes = typeof routes

export async function listResponsibilities(
  ctx: Context,
  input: Input<Routes['listResponsibilities']>,
): Promise<Output<Routes['listResponsibilities']>> {
  const day = input.day ?? ctx.today
  const unitIds = input.unitId && (await ctx.house.scopes.subtree(ctx.db, input.unitId, day))
  const { state: states, kind: kinds } = input
  const { total, rows } = await listOn(ctx, { ...input, day, unitIds, states, kinds })
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
  const state = stateOn(versions, day)
  const running = versions.find(
    ({ validFrom, validUntil }) =>
      validFrom === null || (validFrom <= day && (validUntil === null || validUntil > day)),
  )
  const [holders, version, name] = await Promise.all([
    holdersOn(ctx, [found.id], day),
    running ? wholeVersion(ctx, running.id, found.unitId, day) : undefined,
    found.unitId ? unitName(ctx, found.unitId, day) : undefined,
  ])
  const about = { unitId: found.unitId }
  return {
    id: found.id,
    code: found.code,
    kind: found.kind,
    unitId: found.unitId,
    unitName: name ?? null,
    day,
    state,
    retiredFrom: versions[0]?.validUntil ?? null,
    version: version?.own ?? null,
    whole: version?.whole ?? null,
    versions,
    holders,
    alarms: state === 'in-force' ? alarmsOf(holders) : [],
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
