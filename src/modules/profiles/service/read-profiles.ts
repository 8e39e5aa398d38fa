import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { grades, jobFamilies } from '#modules/organisation'
import type { routes } from '../contract.ts'
import { profileVersions } from '../store/profiles.ts'
import { followers, profileRows, skillNames, systemPositions } from '../store/system.ts'

type Routes = typeof routes
const positionLimit = 2000

export async function readPositionSystem(
  ctx: Context,
  input: Input<Routes['readPositionSystem']>,
): Promise<Output<Routes['readPositionSystem']>> {
  const day = input.day ?? ctx.today
  const unitIds = input.unitId ? await ctx.house.scopes.subtree(ctx.db, [input.unitId], day) : undefined
  const { total, rows } = await systemPositions(ctx, day, unitIds, positionLimit)
  return { day, total, positions: rows, families: await jobFamilies(ctx), grades: await grades(ctx) }
}

export async function listProfiles(
  ctx: Context,
  input: Input<Routes['listProfiles']>,
): Promise<Output<Routes['listProfiles']>> {
  const day = input.day ?? ctx.today
  return { day, ...(await profileRows(ctx, { ...input, day })) }
}

export async function readProfile(
  ctx: Context,
  { profileId, ...input }: Input<Routes['readProfile']>,
): Promise<Output<Routes['readProfile']>> {
  const day = input.day ?? ctx.today
  const versions = await profileVersions(ctx, profileId)
  const running = versions.find((one) => one.validFrom <= day && (one.validUntil === null || one.validUntil > day))
  const version = running ?? versions.at(-1)
  if (!version) throw notFound({ what: 'job-profile' })
  return {
    id: profileId,
    code: version.code,
    day,
    version,
    versions,
    positions: await followers(ctx, profileId, day),
    mayEdit: ctx.may('profiles.edit', { unitId: null }),
  }
}

export async function findSkills(
  ctx: Context,
  { text }: Input<Routes['findSkills']>,
): Promise<Output<Routes['findSkills']>> {
  return skillNames(ctx, text)
}
