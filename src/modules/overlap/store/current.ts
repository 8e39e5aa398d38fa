import { sql, type SqlBool } from 'kysely'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import { unitName } from './pairs.ts'

/** The statements of the last comparison that one may see, with whose they are. */
export async function currentStatements(ctx: Context) {
  const rows = await statementRows(ctx)
    .where('s.is_current', '=', true)
    .where(ctx.visible('overlap.read', { unit: 's.unit_id' }))
    .orderBy('s.id')
    .limit(50_000)
    .execute()
  return rows.map(shown)
}

/** Statements by id, for who has already been shown pairs of them. */
export async function statementsOf(ctx: Context, ids: readonly string[]) {
  const rows = await statementRows(ctx)
    .where(sql<SqlBool>`s.id = any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, shown(row)]))
}

function statementRows(ctx: Context) {
  return ctx.db
    .selectFrom('overlap_statement as s')
    .select(['s.id', 's.text', 's.unit_id', 's.responsibility_id', unitName(ctx, 's.unit_id').as('unit_name')])
    .select(
      sql<LocalText | null>`(select v.name from responsibility_version v where v.tenant_id = s.tenant_id
        and v.responsibility_id = s.responsibility_id and v.valid_from < 'infinity'
        order by v.valid_from <= ${ctx.today} desc, v.valid_from desc limit 1)`.as('name'),
    )
    .where('s.tenant_id', '=', ctx.tenantId)
}

function shown(row: Awaited<ReturnType<ReturnType<typeof statementRows>['executeTakeFirstOrThrow']>>) {
  return {
    statementId: row.id,
    text: row.text as LocalText,
    unit: { id: row.unit_id, name: row.unit_name ?? {} },
    responsibility: { id: row.responsibility_id, name: row.name ?? {} },
  }
}
