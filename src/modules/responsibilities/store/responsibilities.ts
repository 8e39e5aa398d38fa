import type { Day } from '#core/calendar'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { LocalText } from '#core/local-text'
import type { WorkKind } from '../shapes.ts'
import { fromJson } from './json.ts'
import { readable } from './readable.ts'

export type Responsibility = {
  readonly id: string
  readonly code: string
  readonly unitId: string | null
  readonly kind: WorkKind
}

/** A responsibility within reach of a permission; undefined for what is not there or not to be seen. */
export async function findResponsibility(
  ctx: Context,
  id: string,
  permission = 'responsibilities.read',
): Promise<Responsibility | undefined> {
  const row = await ctx.db
    .selectFrom('responsibility as r')
    .select(['r.id', 'r.code', 'r.unit_id', 'r.kind'])
    .where('r.tenant_id', '=', ctx.tenantId)
    .where(readable(ctx, permission))
    .where('r.id', '=', id)
    .executeTakeFirst()
  return row && { id: row.id, code: row.code, unitId: row.unit_id, kind: row.kind as WorkKind }
}

/** The same, kept from being changed by others until the transaction ends. */
export async function lockResponsibility(ctx: Context, id: string): Promise<void> {
  await ctx.db
    .selectFrom('responsibility')
    .select('id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

export async function takenCodes(ctx: Context, beginning: string): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('responsibility')
    .select('code')
    .where('tenant_id', '=', ctx.tenantId)
    .where((eb) => eb(eb.fn<string>('lower', ['code']), 'like', `${beginning.toLowerCase()}%`))
    .execute()
  return new Set(rows.map((row) => row.code.toLowerCase()))
}

export async function insertResponsibility(ctx: Context, row: Omit<Responsibility, 'id'>): Promise<string> {
  const id = ctx.newId()
  await ctx.db
    .insertInto('responsibility')
    .values({ tenant_id: ctx.tenantId, id, code: row.code, unit_id: row.unitId, kind: row.kind, created_at: ctx.now })
    .execute()
  return id
}

export async function updateResponsibility(ctx: Context, { id, code, unitId, kind }: Responsibility): Promise<void> {
  await ctx.db
    .updateTable('responsibility')
    .set({ code, unit_id: unitId, kind })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

export async function deleteResponsibility(ctx: Context, id: string): Promise<void> {
  await ctx.db.deleteFrom('responsibility').where('tenant_id', '=', ctx.tenantId).where('id', '=', id).execute()
}

/** Name of a unit on a day; its latest or earliest name when it is not there that day, undefined for no unit. */
export async function unitName(ctx: Context, unitId: string, day: Day): Promise<LocalText | undefined> {
  const row = await ctx.db
    .selectFrom('unit_version as u')
    .select('u.name')
    .where('u.tenant_id', '=', ctx.tenantId)
    .where('u.unit_id', '=', unitId)
    .orderBy((eb) => eb.case().when(validOn('u', day)).then(1).else(0).end(), 'desc')
    .orderBy('u.valid_from', 'desc')
    .executeTakeFirst()
  return row && fromJson<LocalText>(row.name)
}
