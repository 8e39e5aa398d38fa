import type { Day } from '#core/calendar'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { Requirement } from '../shapes.ts'

export type Need = { readonly profileId: string | null; readonly requirements: Requirement[]; readonly from: Day }

/** What a position asks for on a day: the profile it follows and its own additions. */
export async function needOn(ctx: Context, positionId: string, day: Day): Promise<Need | undefined> {
  const row = await ctx.db
    .selectFrom('position_need as d')
    .select(['d.profile_id', 'd.requirements', 'd.valid_from'])
    .where('d.tenant_id', '=', ctx.tenantId)
    .where('d.position_id', '=', positionId)
    .where(validOn('d', day))
    .executeTakeFirst()
  return row && { profileId: row.profile_id, requirements: row.requirements as Requirement[], from: row.valid_from }
}

/** From a day on; what would begin on that day or later is replaced, what runs ends. */
export async function setNeed(ctx: Context, positionId: string, need: Omit<Need, 'from'>, from: Day): Promise<void> {
  const own = { tenant_id: ctx.tenantId }
  await ctx.db
    .deleteFrom('position_need')
    .where('tenant_id', '=', ctx.tenantId)
    .where('position_id', '=', positionId)
    .where('valid_from', '>=', from)
    .execute()
  await ctx.db
    .updateTable('position_need as d')
    .set({ valid_until: from })
    .where('d.tenant_id', '=', ctx.tenantId)
    .where('d.position_id', '=', positionId)
    .where(validOn('d', from))
    .execute()
  await ctx.db
    .insertInto('position_need')
    .values({
      ...own,
      id: ctx.newId(),
      position_id: positionId,
      profile_id: need.profileId,
      requirements: JSON.stringify(need.requirements),
      valid_from: from,
    })
    .execute()
}
