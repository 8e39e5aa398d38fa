import type { Day } from '#core/calendar'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { chooseUnit } from '../problems.ts'
import { membersOn, type Member } from '../store/people.ts'

/** People one report may hold: beyond that it would be slow to make and useless to read. */
export const mostPeople = 5000

/** Everybody the reader may see on a day, or those of a unit and all below it. */
export async function peopleOn(ctx: Context, day: Day, unitId: string | undefined): Promise<Member[]> {
  const unitIds = unitId ? await ctx.house.scopes.subtree(ctx.db, [unitId], day) : undefined
  const members = await membersOn(ctx, day, { unitIds }, mostPeople)
  if (members.length > mostPeople) throw chooseUnit({ limit: mostPeople })
  return members
}

/** One person; who does not exist looks the same as who is out of sight. `me` is the reader. */
export async function personOn(ctx: Context, day: Day, personId: string): Promise<Member> {
  const id = personId === 'me' ? ctx.actor.personId : personId
  const [member] = id ? await membersOn(ctx, day, { personId: id }, 1) : []
  if (!member) throw notFound({ what: 'person' })
  return member
}
