import { sql, type RawBuilder } from 'kysely'
import type { Context } from './context.ts'

/** A row of a table with `valid_from` and `valid_until`, under the names of its columns. */
export type DatedRow = {
  readonly id: string
  readonly valid_from: string
  readonly valid_until: string | null
  readonly [column: string]: unknown
}
export type DatedChange = { readonly before: DatedRow | null; readonly after: DatedRow | null }

/**
 * Writes thousands of dated rows with a handful of statements, in an order in which no two rows of a timeline ever share
 * a day: rows that go, rows that get shorter, the other changed ones, new ones. With `owner` (the column that says whose
 * timeline it is) a new version takes the columns it does not name from the version before it.
 */
export async function writeDated(
  ctx: Context,
  { table, owner }: { table: string; owner?: string },
  changes: readonly DatedChange[],
): Promise<void> {
  const gone = changes.flatMap(({ before, after }) => (before && !after ? [before.id] : []))
  const changed = changes.flatMap(({ before, after }) => (before && after ? [{ before, after }] : []))
  const added = changes.flatMap(({ before, after }) => (after && !before ? [after] : []))
  if (gone.length > 0)
    await sql`delete from ${sql.table(table)} where tenant_id = ${ctx.tenantId} and id = any(${gone}::uuid[])`.execute(
      ctx.db,
    )
  const shorter = changed.filter(({ before, after }) => isWithin(after, before))
  const others = changed.filter((change) => !shorter.includes(change))
  for (const part of [shorter, others])
    await update(
      ctx,
      table,
      part.map(({ after }) => after),
    )
  await insert(ctx, table, owner, added)
}

function isWithin(inner: DatedRow, outer: DatedRow): boolean {
  return (
    inner.valid_from >= outer.valid_from &&
    (outer.valid_until === null || (inner.valid_until !== null && inner.valid_until <= outer.valid_until))
  )
}

async function update(ctx: Context, table: string, rows: readonly DatedRow[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const sets = Object.keys(first)
    .filter((column) => column !== 'id')
    .map((column) => sql`${sql.ref(column)} = r.${sql.ref(column)}`)
  await sql`update ${sql.table(table)} t set ${sql.join(sets)} from ${recordset(table, rows)} r
    where t.tenant_id = ${ctx.tenantId} and t.id = r.id`.execute(ctx.db)
}

async function insert(
  ctx: Context,
  table: string,
  owner: string | undefined,
  rows: readonly DatedRow[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const own = rows.map((row) => ({ tenant_id: ctx.tenantId, ...row }))
  if (owner) {
    await sql`
      insert into ${sql.table(table)} select n.*
      from jsonb_array_elements(${JSON.stringify(own)}::jsonb) e(row)
      join lateral (
        select t from ${sql.table(table)} t
        where t.tenant_id = ${ctx.tenantId} and t.${sql.ref(owner)} = (e.row->>${owner})::uuid
          and t.valid_from < (e.row->>'valid_from')::date
        order by t.valid_from desc limit 1
      ) b(version) on true
      cross join lateral jsonb_populate_record(b.version, e.row) n`.execute(ctx.db)
  }
  const columns = Object.keys(own[0] ?? {}).map((column) => sql.ref(column))
  const fresh = owner
    ? sql`where not exists (select from ${sql.table(table)} t where t.tenant_id = ${ctx.tenantId} and t.id = r.id)`
    : sql``
  await sql`insert into ${sql.table(table)} (${sql.join(columns)})
    select ${sql.join(columns.map((column) => sql`r.${column}`))} from ${recordset(table, own)} r ${fresh}`.execute(
    ctx.db,
  )
}

function recordset(table: string, rows: readonly object[]): RawBuilder<unknown> {
  return sql`jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`
}
