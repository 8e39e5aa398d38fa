import { sql } from 'kysely'
import type { Change } from '#core/reorganisation'
import type { Context } from '#kernel/context'

export type KeptChange = { readonly id: string; readonly change: Change; readonly writtenBy: string | null }

export async function changesOf(ctx: Context, draftId: string): Promise<KeptChange[]> {
  const rows = await ctx.db
    .selectFrom('draft_change')
    .select(['id', 'change', 'written_by'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('draft_id', '=', draftId)
    .orderBy('sort_order')
    .execute()
  return rows.map((row) => ({ id: row.id, change: row.change as Change, writtenBy: row.written_by }))
}

/** Puts changes at the end, in one statement. */
export async function insertChanges(ctx: Context, draftId: string, changes: readonly Change[]): Promise<string[]> {
  const rows = changes.map((change, index) => ({ id: ctx.newId(), index, change }))
  await sql`
    insert into draft_change (tenant_id, id, draft_id, sort_order, change, written_by, written_at)
    select ${ctx.tenantId}::uuid, r.id, ${draftId}::uuid, r.index + coalesce((
      select max(sort_order) + 1 from draft_change where tenant_id = ${ctx.tenantId} and draft_id = ${draftId}), 0),
      r.change, ${ctx.actor.accountId}::uuid, ${ctx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(id uuid, index int, change jsonb)`.execute(ctx.db)
  return rows.map((row) => row.id)
}

export async function updateChange(ctx: Context, draftId: string, id: string, change: Change): Promise<void> {
  await ctx.db
    .updateTable('draft_change')
    .set({ change: JSON.stringify(change), written_by: ctx.actor.accountId, written_at: ctx.now })
    .where('tenant_id', '=', ctx.tenantId)
    .where('draft_id', '=', draftId)
    .where('id', '=', id)
    .execute()
}

export async function deleteChange(ctx: Context, draftId: string, id: string): Promise<void> {
  await ctx.db
    .deleteFrom('draft_change')
    .where('tenant_id', '=', ctx.tenantId)
    .where('draft_id', '=', draftId)
    .where('id', '=', id)
    .execute()
}

/** The whole list in its new order, in one statement. */
export async function reorderChanges(ctx: Context, draftId: string, ids: readonly string[]): Promise<void> {
  await sql`
    update draft_change c set sort_order = o.place
    from unnest(${[...ids]}::uuid[]) with ordinality o(id, place)
    where c.tenant_id = ${ctx.tenantId} and c.draft_id = ${draftId} and c.id = o.id`.execute(ctx.db)
}
