import { createHash } from 'node:crypto'
import { plainCadence } from '#core/cadence'
import type { Day } from '#core/calendar'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { heldByPositions, versionsAsHeld } from '#modules/responsibilities'
import type { Content, HeldContent } from '../content.ts'
import { canonical, joinedRequirements } from '../rules.ts'
import type { ProfileVersion } from '../shapes.ts'
import { needOn, type Need } from '../store/needs.ts'
import { positionFacts, sharedWork } from '../store/position.ts'
import { profileVersions } from '../store/profiles.ts'

export type Generated = {
  readonly unitId: string
  readonly content: Content
  readonly contentHash: string
  readonly need: Need | undefined
  readonly profile: ProfileVersion | undefined
}

/** What a position's description says on a day, out of what it holds and asks for. */
export async function generate(ctx: Context, positionId: string, day: Day): Promise<Generated> {
  const facts = await positionFacts(ctx, positionId, day)
  if (!facts) throw notFound({ what: 'position' })
  const held = await heldByPositions(ctx, [positionId], day)
  const versions = await versionsAsHeld(ctx, held, day)
  const duties = held.flatMap((one, at): (HeldContent & { attribution: string })[] => {
    const version = versions[at]?.whole
    if (!version) return []
    return [
      {
        name: version.name,
        code: one.code,
        racis: one.racis,
        weightPermille: one.weightPermille,
        purpose: version.purpose,
        activities: version.activities,
        inputs: version.inputs,
        outputs: version.outputs,
        capabilities: version.capabilities,
        processRules: version.processRules,
        indicators: version.indicators.map(({ name, unit, direction, target, weightPermille, period }) => ({
          name,
          unit,
          direction,
          target,
          weightPermille,
          period,
        })),
        duties: version.duties.map(({ name, cadence, steps }) => ({ name, cadence: plainCadence(cadence), steps })),
        rights: version.rights,
        attribution: version.attribution,
      },
    ]
  })
  const need = await needOn(ctx, positionId, day)
  const profile = need?.profileId ? await runningProfile(ctx, need.profileId, day) : undefined
  const worksWith = await sharedWork(
    ctx,
    positionId,
    held.map((one) => one.responsibilityId),
    day,
  )
  const { unitId, ...around } = facts
  const content: Content = {
    ...around,
    profile: profile ? { name: profile.name, summary: profile.summary } : null,
    duties: duties.map(({ attribution: _line, ...one }) => one),
    requirements: joinedRequirements(profile?.requirements ?? [], need?.requirements ?? []),
    worksWith,
    attributions: [...new Set([...duties.map((one) => one.attribution), profile?.attribution ?? ''])].filter(Boolean),
  }
  return { unitId, content, contentHash: hashOf(content), need, profile }
}

/** The version of a profile that runs on a day; before its first day there is none. */
export async function runningProfile(ctx: Context, profileId: string, day: Day): Promise<ProfileVersion | undefined> {
  const versions = await profileVersions(ctx, profileId)
  return versions.find((one) => one.validFrom <= day && (one.validUntil === null || one.validUntil > day))
}

function hashOf(content: Content): string {
  return createHash('sha256').update(canonical(content)).digest('hex')
}
