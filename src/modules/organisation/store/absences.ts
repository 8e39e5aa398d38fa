import type { Context } from '#kernel/context'
import type { Absence } from '../contract.ts'

/** The long absences of a person, the newest first. */
export async function absencesOf(ctx: Context, personId: string): Promise<Absence[]> {
  const rows = await ctx.db
    .selectFrom('absence')
    .select(columns)
    .where('tenant_id', '=', ctx.tenantId)
    .where('person_id', '=', personId)
    .orderBy('valid_from', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as Absence['kind'] }))
}

export async function absenceById(ctx: Context, id: string): Promise<Absence | undefined> {
  const row = await ctx.db
    .selectFrom('absence')
    .select(columns)
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, kind: row.kind as Absence['kind'] }
}

export async function insertAbsence(ctx: Context, { id, personId, kind, from, until }: Absence): Promise<void> {
  const row = { tenant_id: ctx.tenantId, id, person_id: personId, kind, valid_from: from, valid_until: until }
  await ctx.db.insertInto('absence').values(row).execute()
}

export async function updateAbsence(ctx: Context, { id, kind, from, until }: Absence): Promise<void> {
  await ctx.db
    .updateTable('absence')
    .set({ kind, valid_from: from, valid_until: until })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

export async function deleteAbsence(ctx: Context, id: string): Promise<void> {
  await ctx.db.deleteFrom('absence').where('tenant_id', '=', ctx.tenantId).where('id', '=', id).execute()
}

const columns = ['id', 'person_id as personId', 'kind', 'valid_from as from', 'valid_until as until'] as const
