import type { Input } from '#core/contract'
import type { Context } from '#kernel/context'
import { changedMeanwhile, forbidden, notFound } from '#kernel/problems'
import { pick } from '#core/local-text'
import { differences, targetChanges } from '../compare.ts'
import type { routes } from '../contract.ts'
import {
  alreadyRunning,
  codeTaken,
  laterVersion,
  nothingChanged,
  pastDay,
  retired,
  stillDraft,
  stillHeld,
  stillPart,
} from '../problems.ts'
import { slug } from '../rules.ts'
import type { Version, VersionDraft, VersionHead } from '../shapes.ts'
import { holdingsDuring } from '../store/holdings.ts'
import {
  deleteResponsibility,
  findResponsibility,
  insertResponsibility,
  lockResponsibility,
  takenCodes,
  unitName,
  updateResponsibility,
  type Responsibility,
} from '../store/responsibilities.ts'
import { composedOf } from '../store/parts.ts'
import { versionHeads, versionsById } from '../store/versions.ts'
import { deleteVersion, endVersion, insertVersion, rewriteVersion } from '../store/write-version.ts'
import { soundVersion } from './sound-version.ts'
import { tellTargetsChanged } from './tell-targets-changed.ts'

type Routes = typeof routes
type Made = { responsibilityId: string; versionId: string }
type New = Input<Routes['createResponsibility']> & { attribution?: string }

/** A responsibility with its first version, or a draft. It may begin in the past: there was nothing before it. */
export async function createResponsibility(ctx: Context, input: New): Promise<Made> {
  const { code: wanted, unitId, kind, isDraft, from: wantedFrom, attribution = '', ...draft } = input
  const from = isDraft ? null : (wantedFrom ?? ctx.today)
  await mustMayIn(ctx, unitId)
  const code = wanted ?? (await freeCode(ctx, draft.name))
  if (wanted && (await takenCodes(ctx, wanted)).has(wanted.toLowerCase())) throw codeTaken({ taken: wanted })
  const version = { ...(await soundVersion(ctx, draft, undefined, null)), attribution }
  const responsibilityId = await insertResponsibility(ctx, { code, unitId, kind })
  const versionId = await insertVersion(ctx, { responsibilityId, number: 1, from }, version)
  await told(ctx, 'create', responsibilityId, { code, unitId, kind, from, name: draft.name })
  if (from) await ctx.emit('responsibilities.version-appended', { responsibilityId, versionId, from })
  return { responsibilityId, versionId }
}

/** Another code, unit or kind of work; what it says changes by versions alone. */
export async function changeResponsibility(
  ctx: Context,
  { responsibilityId, code, unitId, kind }: Input<Routes['changeResponsibility']>,
): Promise<{ responsibilityId: string }> {
  const before = await mayChange(ctx, responsibilityId)
  if (unitId !== before.unitId) await mustMayIn(ctx, unitId)
  const renamed = code.toLowerCase() !== before.code.toLowerCase()
  if (renamed && (await takenCodes(ctx, code)).has(code.toLowerCase())) throw codeTaken({ taken: code })
  const after = { id: responsibilityId, code, unitId, kind: kind ?? before.kind }
  await updateResponsibility(ctx, after)
  await told(ctx, 'change', responsibilityId, after, before)
  return { responsibilityId }
}

/** What a responsibility says from a day on; the version before it ends that day. */
export async function appendVersion(ctx: Context, input: Input<Routes['appendVersion']>): Promise<Made> {
  const { responsibilityId, from, basedOn, ...draft } = input
  await mayChange(ctx, responsibilityId)
  const [latest] = await versionHeads(ctx, responsibilityId)
  if (!latest) throw notFound({ what: 'responsibility-version' })
  if (latest.validFrom === null) throw stillDraft({})
  if (latest.validUntil !== null) throw retired({ from: latest.validUntil })
  if (from < ctx.today) throw pastDay({ from, today: ctx.today })
  if (from <= latest.validFrom) throw laterVersion({ from, latest: latest.validFrom })
  if (basedOn && basedOn !== latest.id) {
    const yours = (await versionsById(ctx, [basedOn])).get(basedOn)?.number ?? 0
    throw changedMeanwhile({ yours, current: latest.number })
  }
  const before = await wholeVersion(ctx, latest.id)
  const sound = await soundVersion(ctx, draft, before, responsibilityId)
  await endVersion(ctx, latest.id, from)
  const versionId = await insertVersion(ctx, { responsibilityId, number: latest.number + 1, from }, sound)
  const after = await wholeVersion(ctx, versionId)
  const changes = differences(before, after)
  if (changes.length === 0) throw nothingChanged({})
  await told(ctx, 'append-version', responsibilityId, { versionId, number: after.number, from, changes })
  await ctx.emit('responsibilities.version-appended', { responsibilityId, versionId, from })
  await tellTargetsChanged(ctx, after, targetChanges(before.indicators, after.indicators))
  return { responsibilityId, versionId }
}

/** Rewrites a draft, or a version that has not run yet or whose first day it is. */
export async function correctVersion(ctx: Context, input: Input<Routes['correctVersion']>): Promise<Made> {
  const { responsibilityId, versionId, ...draft } = input
  const { version } = await notYetRun(ctx, responsibilityId, versionId)
  const before = await wholeVersion(ctx, version.id)
  await rewriteVersion(ctx, versionId, await soundVersion(ctx, draft, before, responsibilityId))
  const after = await wholeVersion(ctx, versionId)
  const changes = differences(before, after)
  await told(ctx, 'correct-version', responsibilityId, { versionId, number: version.number, changes })
  if (version.validFrom === null) return { responsibilityId, versionId }
  await ctx.emit('responsibilities.version-corrected', { responsibilityId, versionId, from: version.validFrom })
  await tellTargetsChanged(ctx, after, targetChanges(before.indicators, after.indicators))
  return { responsibilityId, versionId }
}

/** Takes a version back that has not run yet; the one before it goes on. With its only version a responsibility is gone. */
export async function withdrawVersion(
  ctx: Context,
  { responsibilityId, versionId }: Input<Routes['withdrawVersion']>,
): Promise<{ responsibilityId: string }> {
  const { version, previous } = await notYetRun(ctx, responsibilityId, versionId)
  const held = await holdingsDuring(ctx, { responsibilityId }, { from: '0001-01-01', until: null })
  if (!previous && held.length > 0) throw stillHeld({ count: held.length })
  const [whole] = previous ? [] : await composedOf(ctx, responsibilityId, ctx.today)
  if (whole) throw stillPart({ name: pick(whole.name, ctx.language) })
  await deleteVersion(ctx, versionId)
  if (previous) await endVersion(ctx, previous.id, version.validUntil)
  else await deleteResponsibility(ctx, responsibilityId)
  await told(ctx, 'withdraw-version', responsibilityId, undefined, { versionId, number: version.number })
  await ctx.emit('responsibilities.version-withdrawn', { responsibilityId, versionId, from: version.validFrom })
  return { responsibilityId }
}

/** The responsibility, locked, for who may change it: not there and not to be seen look alike. */
export async function mayChange(ctx: Context, id: string): Promise<Responsibility> {
  const found = await findResponsibility(ctx, id)
  if (!found) throw notFound({ what: 'responsibility' })
  const permission = 'responsibilities.edit'
  if (!ctx.may(permission, { unitId: found.unitId })) throw forbidden({ permission })
  await lockResponsibility(ctx, id)
  return found
}

/** A unit one may write in; without a unit (the whole firm) the right must reach everywhere. */
async function mustMayIn(ctx: Context, unitId: string | null): Promise<void> {
  if (unitId && !(await unitName(ctx, unitId, ctx.today))) throw notFound({ what: 'unit' })
  const permission = 'responsibilities.edit'
  if (ctx.may(permission, { unitId })) return
  if (unitId && !ctx.may('responsibilities.read', { unitId })) throw notFound({ what: 'unit' })
  throw forbidden({ permission })
}

async function notYetRun(
  ctx: Context,
  responsibilityId: string,
  versionId: string,
): Promise<{ version: VersionHead; previous: VersionHead | undefined }> {
  await mayChange(ctx, responsibilityId)
  const heads = await versionHeads(ctx, responsibilityId)
  const index = heads.findIndex((head) => head.id === versionId)
  const version = heads[index]
  if (!version) throw notFound({ what: 'responsibility-version' })
  if (version.validFrom !== null && version.validFrom < ctx.today)
    throw alreadyRunning({ number: version.number, from: version.validFrom })
  return { version, previous: heads[index + 1] }
}

async function wholeVersion(ctx: Context, id: string): Promise<Version> {
  const version = (await versionsById(ctx, [id])).get(id)
  if (!version) throw notFound({ what: 'responsibility-version' })
  return version
}

async function freeCode(ctx: Context, name: VersionDraft['name']): Promise<string> {
  const stem = slug(name['en'] ?? '') || 'r'
  const taken = await takenCodes(ctx, stem)
  if (stem !== 'r' && !taken.has(stem)) return stem
  for (let number = stem === 'r' ? 1 : 2; ; number += 1) {
    if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`
  }
}

export async function told(ctx: Context, verb: string, id: string, after?: unknown, before?: unknown): Promise<void> {
  await ctx.audit({ action: `responsibilities.${verb}`, target: `responsibility/${id}`, before, after })
  await ctx.announce('responsibilities')
}
