import { sql } from 'kysely'
import type { Context } from './context.ts'
import type { Database } from './database.ts'

/** Tells the planner how many rows there are now. To be called at the end of what wrote thousands of them. */
export async function analyzeTables(ctx: Context, names: readonly (keyof Database)[]): Promise<void> {
  await sql`select kernel.analyze_tables(${names.map((name) => `public.${name}`)}::text[]::regclass[])`.execute(ctx.db)
}
