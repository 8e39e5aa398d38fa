import { runsOn, type Day } from '#core/calendar'
import type { Context } from '#kernel/context'
import { wholeOf } from '../parts.ts'
import type { Version } from '../shapes.ts'
import { unitLines } from '../store/unit-lines.ts'
import { runningVersions, versionsById } from '../store/versions.ts'

export type WholePlace = { readonly versionId: string; readonly unitId: string | null }

/** Versions with what their parts by reference bring on a day, with the targets of the unit each is held in; in the same order. */
export async function wholeVersions(
  ctx: Context,
  places: readonly WholePlace[],
  day: Day,
): Promise<({ own: Version; whole: Version } | undefined)[]> {
  const versions = await versionsById(ctx, [...new Set(places.map((place) => place.versionId))])
  const parts = await partsOn(ctx, [...versions.values()], day)
  const lines = await unitLines(
    ctx,
    places.flatMap((place) => place.unitId ?? []),
    day,
  )
  return places.map(({ versionId, unitId }) => {
    const own = versions.get(versionId)
    return own && { own, whole: wholeOf(own, parts, lines.get(unitId ?? '') ?? []) }
  })
}

export async function wholeVersion(ctx: Context, versionId: string, unitId: string | null, day: Day) {
  const [found] = await wholeVersions(ctx, [{ versionId, unitId }], day)
  return found
}

/** The version of each part that runs on the day. */
async function partsOn(ctx: Context, versions: readonly Version[], day: Day): Promise<Map<string, Version>> {
  const ids = versions.flatMap((version) =>
    version.parts.filter((part) => part.mode === 'reference').map((part) => part.responsibilityId),
  )
  if (ids.length === 0) return new Map()
  const running = await runningVersions(ctx, [...new Set(ids)], day)
  const said = await versionsById(ctx, [...running.values()])
  return new Map(
    [...said.values()]
      .filter(
        (version) => version.validFrom !== null && runsOn({ from: version.validFrom, until: version.validUntil }, day),
      )
      .map((version) => [version.responsibilityId, version]),
  )
}
