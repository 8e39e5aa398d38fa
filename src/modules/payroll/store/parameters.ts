import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import type { Piece } from '../rules/parameters.ts'

/** What the firm keeps itself. */
export async function ownPieces(ctx: Context): Promise<Piece[]> {
  const rows = await ctx.db
    .selectFrom('pay_parameter')
    .select([
      'id',
      'version',
      'jurisdiction',
      'city',
      'kind',
      'content',
      'source',
      'missing',
      'valid_from as from',
      'valid_until as until',
    ])
    .where('tenant_id', '=', ctx.tenantId)
    .orderBy('valid_from')
    .execute()
  return rows.map((row) => ({ ...row, content: row.content as Piece['content'] }))
}

export type PieceContent = Omit<Piece, 'id' | 'version'>

export async function insertPiece(ctx: Context, id: string, piece: PieceContent): Promise<void> {
  const { jurisdiction, city, kind } = piece
  await ctx.db
    .insertInto('pay_parameter')
    .values({ tenant_id: ctx.tenantId, id, jurisdiction, city, kind, ...rowOf(ctx, piece) })
    .execute()
}

/** @returns whether the version still was what the caller had seen */
export async function updatePiece(ctx: Context, id: string, version: number, piece: PieceContent): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('pay_parameter')
    .set({ ...rowOf(ctx, piece), version: version + 1 })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function deletePiece(ctx: Context, id: string): Promise<void> {
  await ctx.db.deleteFrom('pay_parameter').where('tenant_id', '=', ctx.tenantId).where('id', '=', id).execute()
}

/** A published run has recorded that it computed with it. */
export async function isRecorded(ctx: Context, id: string): Promise<boolean> {
  const { rows } = await sql`select from pay_run where tenant_id = ${ctx.tenantId} and state = 'published'
    and position(${id} in parameters::text) > 0 limit 1`.execute(ctx.db)
  return rows.length > 0
}

function rowOf(ctx: Context, { content, source, missing, from, until }: PieceContent) {
  return {
    content: JSON.stringify(content),
    source,
    missing: [...missing],
    valid_from: from,
    valid_until: until,
    changed_at: ctx.now,
  }
}
