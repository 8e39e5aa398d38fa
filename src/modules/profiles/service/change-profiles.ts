import type { Day } from '#core/calendar'
import type { Input } from '#core/contract'
import type { Context } from '#kernel/context'
import { changedMeanwhile, forbidden, notFound } from '#kernel/problems'
import type { routes } from '../contract.ts'
import { alreadyRunning, codeTaken, laterVersion, noSuchGrade, nothingChanged, pastDay } from '../problems.ts'
import { canonical } from '../rules.ts'
import type { ProfileDraft } from '../shapes.ts'
import {
  deleteVersion,
  endVersion,
  insertProfile,
  insertVersion,
  knowsGrade,
  lockProfile,
  profileVersions,
  rewriteVersion,
  takenCodes,
  type NewVersion,
} from '../store/profiles.ts'

type Routes = typeof routes
type Made = { profileId: string; versionId: string }

/** A profile with its first version. It may begin in the past: there was nothing before it. */
export async function createProfile(
  ctx: Context,
  { code: wanted, from = ctx.today, ...draft }: Input<Routes['createProfile']> & { attribution?: string },
): Promise<Made> {
  mustMay(ctx)
  const version = await sound(ctx, draft, draft.attribution ?? '')
  const taken = await takenCodes(ctx)
  if (wanted && taken.has(wanted.toLowerCase())) throw codeTaken({ taken: wanted })
  const profileId = await insertProfile(ctx, wanted ?? freeCode(draft.name['en'] ?? '', taken))
  const versionId = await insertVersion(ctx, { profileId, number: 1, from }, version)
  await told(ctx, 'create-profile', profileId, { versionId, from, ...version })
  return { profileId, versionId }
}

/** What it says from a day on. The last version, as long as it has not run, is written anew instead of piling up another. */
export async function changeProfile(
  ctx: Context,
  { profileId, from, basedOn, ...draft }: Input<Routes['changeProfile']>,
): Promise<Made> {
  await lockProfile(ctx, profileId)
  const [latest, previous] = await profileVersions(ctx, profileId)
  if (!latest) throw notFound({ what: 'job-profile' })
  mustMay(ctx)
  if (from < ctx.today) throw pastDay({ from, today: ctx.today })
  if (basedOn !== latest.id) throw changedMeanwhile({ yours: 0, current: latest.number })
  const version = await sound(ctx, draft, latest.attribution)
  if (says(version) === says(latest) && from >= latest.validFrom) throw nothingChanged({})
  const hasRun = latest.validFrom < ctx.today
  if (hasRun || from > latest.validFrom) {
    if (from <= latest.validFrom) throw laterVersion({ from, latest: latest.validFrom })
    await endVersion(ctx, latest.id, from)
    const versionId = await insertVersion(ctx, { profileId, number: latest.number + 1, from }, version)
    await told(ctx, 'change-profile', profileId, { versionId, from, ...version }, latest)
    return { profileId, versionId }
  }
  if (previous && from <= previous.validFrom) throw laterVersion({ from, latest: previous.validFrom })
  if (previous) await endVersion(ctx, previous.id, from)
  await rewriteVersion(ctx, latest.id, from, version)
  await told(ctx, 'correct-profile', profileId, { versionId: latest.id, from, ...version }, latest)
  return { profileId, versionId: latest.id }
}

export async function withdrawProfile(
  ctx: Context,
  { profileId, versionId }: Input<Routes['withdrawProfile']>,
): Promise<{ profileId: string }> {
  await lockProfile(ctx, profileId)
  const [latest, previous] = await profileVersions(ctx, profileId)
  if (latest?.id !== versionId) throw notFound({ what: 'job-profile' })
  mustMay(ctx)
  if (!previous || latest.validFrom <= ctx.today)
    throw alreadyRunning({ number: latest.number, from: latest.validFrom })
  await deleteVersion(ctx, versionId)
  await endVersion(ctx, previous.id, latest.validUntil)
  await told(ctx, 'withdraw-profile', profileId, undefined, latest)
  return { profileId }
}

/** Profiles are the whole firm's: writing them takes a right that reaches everywhere. */
export function mustMay(ctx: Context): void {
  if (!ctx.may('profiles.edit', { unitId: null })) throw forbidden({ permission: 'profiles.edit' })
}

async function sound(ctx: Context, draft: ProfileDraft, attribution: string): Promise<NewVersion> {
  if (!(await knowsGrade(ctx, draft))) throw noSuchGrade({})
  const { name, summary = {}, jobFamilyId, gradeId, requirements, changeNote } = draft
  return { name, summary, jobFamilyId, gradeId, requirements, changeNote, attribution }
}

function says({ name, summary, jobFamilyId, gradeId, requirements }: NewVersion): string {
  return canonical({ name, summary, jobFamilyId, gradeId, requirements })
}

function freeCode(name: string, taken: ReadonlySet<string>): string {
  const stem = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
  if (stem && !taken.has(stem)) return stem
  for (let number = stem ? 2 : 1; ; number += 1) {
    const code = `${stem || 'profile'}-${number}`
    if (!taken.has(code)) return code
  }
}

async function told(
  ctx: Context,
  verb: string,
  profileId: string,
  after?: { from?: Day } & Record<string, unknown>,
  before?: unknown,
): Promise<void> {
  await ctx.audit({ action: `profiles.${verb}`, target: `job-profile/${profileId}`, before, after })
  await ctx.emit('profiles.profile-changed', { profileId })
  await ctx.announce('profiles')
}
