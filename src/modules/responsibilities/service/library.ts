import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { routes } from '../contract.ts'
import type { Profile } from '../contract/library.ts'
import { findProfiles, librarySources, readProfileRow } from '../library/search.ts'
import { createResponsibility } from './change-responsibilities.ts'
import { assignResponsibility } from './hold-responsibilities.ts'

type Routes = typeof routes

/** Skills of at least this importance (1 to 5) are taken over as required capabilities, the first of them. */
const importantFrom = 3.5
const capabilityLimit = 10
const activityLimit = 60

export async function searchLibrary(
  ctx: Context,
  input: Input<Routes['searchLibrary']>,
): Promise<Output<Routes['searchLibrary']>> {
  const found = await findProfiles(ctx, input)
  return { ...found, sources: await librarySources(ctx) }
}

export async function readProfile(ctx: Context, { profileCode }: Input<Routes['readProfile']>): Promise<Profile> {
  const profile = await readProfileRow(ctx, profileCode)
  if (!profile) throw notFound({ what: 'library-profile' })
  return profile
}

/** Makes a responsibility of a profile's tasks; a position may hold it at once and is then accountable for it. */
export async function takeFromLibrary(
  ctx: Context,
  input: Input<Routes['takeFromLibrary']>,
): Promise<Output<Routes['takeFromLibrary']>> {
  const profile = await readProfile(ctx, input)
  const wanted = input.taskIds ?? profile.tasks.filter((task) => task.isCore).map((task) => task.taskId)
  const chosen = profile.tasks.filter((task) => wanted.includes(task.taskId)).slice(0, activityLimit)
  if (input.taskIds && chosen.length < new Set(input.taskIds).size) throw notFound({ what: 'library-task' })
  const made = await createResponsibility(ctx, {
    unitId: input.unitId,
    from: input.from,
    name: input.name ?? { en: profile.title.slice(0, 100) },
    purpose: { en: profile.description.slice(0, 2000) },
    activities: chosen.map((task) => ({ en: task.task })),
    inputs: [],
    outputs: [],
    capabilities: profile.skills
      .filter((skill) => skill.importance >= importantFrom)
      .slice(0, capabilityLimit)
      .map((skill) => ({ en: skill.skill })),
    processRules: [],
    knowledge: [],
    changeNote: `${profile.source.name} ${profile.code}`,
    indicators: [],
    duties: [],
    rights: [],
    parts: [],
    kind: 'business',
    isDraft: false,
    attribution: profile.source.attribution,
  })
  if (input.positionId)
    await assignResponsibility(ctx, {
      responsibilityId: made.responsibilityId,
      positionId: input.positionId,
      forUnitId: null,
      raci: 'accountable',
      weightPermille: 0,
      from: input.from,
      until: null,
    })
  return made
}
