import type { Input } from '#core/contract'
import type { Context } from '#kernel/context'
import { forbidden, notFound } from '#kernel/problems'
import { libraryProfile } from '#modules/responsibilities'
import type { routes } from '../contract.ts'
import { pastDay } from '../problems.ts'
import { lockPosition } from '../store/lock.ts'
import { needOn, setNeed } from '../store/needs.ts'
import { positionFacts } from '../store/position.ts'
import { createProfile, mustMay } from './change-profiles.ts'
import { generate, runningProfile } from './content.ts'

type Routes = typeof routes
type Made = { profileId: string; versionId: string }

/** Skills of a profile taken over at most, the most important first. */
const skillLimit = 40

/** A profile of an occupation of the library; a position may follow it at once. */
export async function takeProfile(
  ctx: Context,
  { libraryCode, name, importantFrom, positionId, from = ctx.today }: Input<Routes['takeProfile']>,
): Promise<Made> {
  mustMay(ctx)
  const taken = await libraryProfile(ctx, libraryCode)
  if (!taken) throw notFound({ what: 'library-profile' })
  const skills = taken.skills.filter((skill) => skill.importance >= importantFrom).slice(0, skillLimit)
  const made = await createProfile(ctx, {
    name: name ?? { en: taken.title },
    summary: { en: taken.description.slice(0, 2000) },
    jobFamilyId: null,
    gradeId: null,
    requirements: skills.map((skill) => ({
      kind: 'skill',
      name: { en: skill.skill },
      level: Math.round(skill.level * 10) / 10,
      strength: 'must',
      // importance runs from 1 to 5, weights from 0 to 100
      weight: Math.round(((skill.importance - 1) / 4) * 100),
    })),
    changeNote: `${taken.source.name} ${taken.code}`,
    attribution: taken.source.attribution,
    from,
  })
  if (positionId) await follow(ctx, { positionId, profileId: made.profileId, requirements: undefined, from })
  return made
}

/** A profile of what a position asks for today. */
export async function copyProfile(
  ctx: Context,
  { positionId, name, from = ctx.today }: Input<Routes['copyProfile']>,
): Promise<Made> {
  const { content, profile } = await generate(ctx, positionId, ctx.today)
  mustMay(ctx)
  return createProfile(ctx, {
    name: name ?? content.title,
    ...(Object.keys(profile?.summary ?? {}).length > 0 ? { summary: profile?.summary } : {}),
    jobFamilyId: profile?.jobFamilyId ?? null,
    gradeId: profile?.gradeId ?? null,
    requirements: content.requirements.map(({ isOwn: _isOwn, ...one }) => one),
    changeNote: content.code,
    attribution: profile?.attribution ?? '',
    from,
  })
}

export async function followProfile(
  ctx: Context,
  { positionId, profileId, requirements, from = ctx.today }: Input<Routes['followProfile']>,
): Promise<{ positionId: string }> {
  await follow(ctx, { positionId, profileId, requirements, from })
  return { positionId }
}

async function follow(
  ctx: Context,
  {
    positionId,
    profileId,
    requirements,
    from,
  }: Required<Omit<Input<Routes['followProfile']>, 'requirements'>> & {
    requirements: Input<Routes['followProfile']>['requirements'] | undefined
    from: string
  },
): Promise<void> {
  await lockPosition(ctx, positionId)
  const facts = await positionFacts(ctx, positionId, from)
  if (!facts) throw notFound({ what: 'position' })
  if (!ctx.may('profiles.edit', { unitId: facts.unitId })) throw forbidden({ permission: 'profiles.edit' })
  if (from < ctx.today) throw pastDay({ from, today: ctx.today })
  if (profileId && !(await runningProfile(ctx, profileId, from))) throw notFound({ what: 'job-profile' })
  const before = await needOn(ctx, positionId, from)
  const after = { profileId, requirements: requirements ?? before?.requirements ?? [] }
  await setNeed(ctx, positionId, after, from)
  await ctx.audit({
    action: 'profiles.follow-profile',
    target: `position/${positionId}`,
    before,
    after: { ...after, from },
  })
  await ctx.emit('profiles.need-changed', { positionId, profileId, from })
  await ctx.announce('profiles')
}
