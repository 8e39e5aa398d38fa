import type { Context } from '#kernel/context'

export type FileRow = {
  name: string
  mediaType: string
  uploadedBy: string | null
  ownerType: string | null
  ownerId: string | null
}

export async function findFile(ctx: Context, id: string): Promise<FileRow | undefined> {
  return ctx.db
    .selectFrom('file')
    .select([
      'name',
      'media_type as mediaType',
      'uploaded_by as uploadedBy',
      'owner_type as ownerType',
      'owner_id as ownerId',
    ])
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Files of the actor that belong to nothing yet. */
export async function countUnattached(ctx: Context): Promise<number> {
  const row = await ctx.db
    .selectFrom('file')
    .select((eb) => eb.fn.countAll<number>().as('files'))
    .where('tenant_id', '=', ctx.tenantId)
    .where('uploaded_by', '=', ctx.actor.accountId)
    .where('owner_type', 'is', null)
    .executeTakeFirstOrThrow()
  return row.files
}

/** Gives the actor's own unattached files an owner; returns how many it found. */
export async function ownFiles(
  ctx: Context,
  ids: readonly string[],
  owner: { type: string; id: string },
): Promise<number> {
  const result = await ctx.db
    .updateTable('file')
    .set({ owner_type: owner.type, owner_id: owner.id })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', 'in', [...ids])
    .where('owner_type', 'is', null)
    .where('uploaded_by', 'is not distinct from', ctx.actor.accountId)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export async function deleteUnattached(ctx: Context, before: Date): Promise<string[]> {
  const rows = await ctx.db
    .deleteFrom('file')
    .where('tenant_id', '=', ctx.tenantId)
    .where('owner_type', 'is', null)
    .where('uploaded_at', '<', before)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('file')
        .select('id')
        .where('tenant_id', '=', ctx.tenantId)
        .where('owner_type', 'is', null)
        .where('uploaded_at', '<', before)
        .orderBy('uploaded_at')
        .limit(5000),
    )
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}
