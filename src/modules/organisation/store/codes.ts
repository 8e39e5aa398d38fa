import { sql } from 'kysely'
import type { Context } from '#kernel/context'

export async function codeIsTaken(ctx: Context, table: 'unit' | 'position', code: string): Promise<boolean> {
  const found = await ctx.db
    .selectFrom(table)
    .select('id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('code', '=', code)
    .executeTakeFirst()
  return found !== undefined
}

/** The next code in a row of `U0001`, `U0002` … for who does not want to think of one. */
export async function nextCode(ctx: Context, table: 'unit' | 'position'): Promise<string> {
  const letter = table === 'unit' ? 'U' : 'P'
  const { rows } = await sql<{ last: number | null }>`
    select max(substring(code from 2)::int) as last from ${sql.table(table)}
    where tenant_id = ${ctx.tenantId} and code ~ ${`^${letter}[0-9]{1,8}$`}`.execute(ctx.db)
  return `${letter}${String((rows[0]?.last ?? 0) + 1).padStart(4, '0')}`
}
