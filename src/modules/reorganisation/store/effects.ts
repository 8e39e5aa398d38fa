import { sql } from 'kysely'
import type { Effect, Row, Table } from '#core/reorganisation'
import type { Context } from '#kernel/context'

export async function effectsOf(ctx: Context, draftId: string): Promise<Effect[]> {
  const rows = await ctx.db
    .selectFrom('draft_effect')
    .select(['kind', 'before', 'after'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('draft_id', '=', draftId)
    .orderBy('sort_order')
    .execute()
  return rows.map((row) => ({
    table: row.kind as Table,
    before: row.before as Row | null,
    after: row.after as Row | null,
  }))
}

/** Keeps what was written. A draft is applied once: effects of an earlier try are not there. */
export async function insertEffects(ctx: Context, draftId: string, effects: readonly Effect[]): Promise<void> {
  const rows = effects.map((effect, index) => ({ id: ctx.newId(), index, ...effect }))
  await sql`
    insert into draft_effect (tenant_id, id, draft_id, sort_order, kind, before, after)
    select ${ctx.tenantId}::uuid, r.id, ${draftId}::uuid, r.index, r.table,
      nullif(r.before, 'null'::jsonb), nullif(r.after, 'null'::jsonb)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(id uuid, index int, "table" text, before jsonb, after jsonb)`.execute(
    ctx.db,
  )
}
