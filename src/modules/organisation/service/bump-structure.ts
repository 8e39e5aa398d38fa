import { sql } from 'kysely'
import type { Context } from '#kernel/context'

/** Must follow every change of units, lines, assignments or roles: rights kept in memory are those of a version. */
export async function bumpStructure(ctx: Context): Promise<void> {
  await ctx.db
    .updateTable('tenant')
    .set({ structure_version: sql`structure_version + 1` })
    .where('id', '=', ctx.tenantId)
    .execute()
}
