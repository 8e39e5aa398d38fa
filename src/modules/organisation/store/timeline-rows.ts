import { sql } from 'kysely'
import type { Effect, PositionVersion, Row, Seat, UnitVersion } from '#core/reorganisation'
import type { Context } from '#kernel/context'
import { writeDated, type DatedChange, type DatedRow } from '#kernel/write-dated'
import { nextCode } from './codes.ts'

/** Writes versions of units and positions, and seats, thousands at a time; new units and positions get their codes. */
export async function writeTimelines(
  ctx: Context,
  effects: readonly Effect[],
  codes: Readonly<Record<string, string>>,
): Promise<void> {
  const of = (table: Effect['table'], rowOf: (row: never) => DatedRow): DatedChange[] =>
    effects
      .filter((effect) => effect.table === table)
      .map(({ before, after }) => ({ before: before && rowOf(before as never), after: after && rowOf(after as never) }))
  const ids = (table: Effect['table'], key: 'unitId' | 'positionId', side: 'before' | 'after') =>
    new Set(effects.flatMap((one) => (one.table === table && one[side] ? [keyed(one[side], key)] : [])))
  await insertNew(ctx, 'unit', ids('units', 'unitId', 'after'), codes)
  await insertNew(ctx, 'position', ids('positions', 'positionId', 'after'), codes)
  await writeDated(ctx, { table: 'unit_version', owner: 'unit_id' }, of('units', unitRow))
  await writeDated(ctx, { table: 'position_version', owner: 'position_id' }, of('positions', positionRow))
  await writeDated(ctx, { table: 'assignment' }, of('seats', seatRow))
  await deleteBare(ctx, 'position', ids('positions', 'positionId', 'before'))
  await deleteBare(ctx, 'unit', ids('units', 'unitId', 'before'))
}

function keyed(row: Row, key: 'unitId' | 'positionId'): string {
  return (row as unknown as Record<string, string>)[key] ?? ''
}

async function insertNew(
  ctx: Context,
  table: 'unit' | 'position',
  ids: ReadonlySet<string>,
  codes: Readonly<Record<string, string>>,
): Promise<void> {
  const { rows: known } = await sql<{ id: string }>`
    select id from ${sql.table(table)} where tenant_id = ${ctx.tenantId} and id = any(${[...ids]}::uuid[])`.execute(
    ctx.db,
  )
  const fresh = [...ids].filter((id) => !known.some((row) => row.id === id))
  if (fresh.length === 0) return
  const first = await nextCode(ctx, table)
  const [letter, start] = [first.slice(0, 1), Number(first.slice(1))]
  const unnamed = fresh.filter((id) => !codes[id])
  const rows = fresh.map((id) => ({
    id,
    code: codes[id] ?? `${letter}${String(start + unnamed.indexOf(id)).padStart(4, '0')}`,
  }))
  await sql`insert into ${sql.table(table)} (tenant_id, id, code, created_at)
    select ${ctx.tenantId}::uuid, r.id, r.code, ${ctx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(id uuid, code text)`.execute(ctx.db)
}

/** Things whose last version was taken back have never been. */
async function deleteBare(ctx: Context, table: 'unit' | 'position', ids: ReadonlySet<string>): Promise<void> {
  if (ids.size === 0) return
  const [versions, owner] = table === 'unit' ? ['unit_version', 'unit_id'] : ['position_version', 'position_id']
  await sql`delete from ${sql.table(table)} t where t.tenant_id = ${ctx.tenantId} and t.id = any(${[...ids]}::uuid[])
    and not exists (select from ${sql.table(versions ?? '')} v where v.tenant_id = t.tenant_id and v.${sql.ref(owner ?? '')} = t.id)`.execute(
    ctx.db,
  )
}

function unitRow({ id, unitId, name, kind, parentId, sortOrder, from, until }: UnitVersion): DatedRow {
  const content = { name, kind, parent_id: parentId, sort_order: sortOrder }
  return { id, unit_id: unitId, ...content, valid_from: from, valid_until: until }
}

function positionRow(row: PositionVersion): DatedRow {
  const { id, positionId, unitId, title, headcount, reportsToId, isLead, from, until } = row
  const content = { unit_id: unitId, title, headcount, reports_to_id: reportsToId, is_lead: isLead }
  return { id, position_id: positionId, ...content, valid_from: from, valid_until: until }
}

function seatRow({ id, personId, positionId, kind, sharePermille, overReason, from, until }: Seat): DatedRow {
  const content = { kind, share_permille: sharePermille, over_reason: overReason }
  return { id, person_id: personId, position_id: positionId, ...content, valid_from: from, valid_until: until }
}
