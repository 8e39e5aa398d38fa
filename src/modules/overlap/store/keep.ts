import { sql } from 'kysely'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import type { OwnStatement } from './statements.ts'

export type FoundPair = {
  readonly id: string
  readonly firstId: string
  readonly secondId: string
  readonly scorePermille: number
  readonly indicators: readonly LocalText[]
}

const atOnce = 5000

/** Statements as they are said now; what is no longer said stays only where a pair needs it, and is marked. */
export async function keepStatements(ctx: Context, statements: readonly OwnStatement[]): Promise<void> {
  for (const part of portions(statements))
    await sql`
      insert into overlap_statement (tenant_id, id, responsibility_id, unit_id, part, text, is_current)
      select ${ctx.tenantId}, n.id, n."responsibilityId", n."unitId", n.part, n.text, true
      from jsonb_to_recordset(${JSON.stringify(part)}::jsonb)
        as n(id uuid, "responsibilityId" uuid, "unitId" uuid, part text, text jsonb)
      on conflict (tenant_id, id) do update set unit_id = excluded.unit_id, is_current = true
      where overlap_statement.unit_id <> excluded.unit_id or not overlap_statement.is_current`.execute(ctx.db)
  await sql`
    update overlap_statement set is_current = false
    where tenant_id = ${ctx.tenantId} and is_current and not id = any(${statements.map((one) => one.id)}::uuid[])`.execute(
    ctx.db,
  )
}

/**
 * Pairs as they were found now. With `among`, only those of these statements were looked for, and others stay. Pairs
 * that are gone are removed with their statements, unless somebody decided about them.
 */
export async function keepPairs(ctx: Context, pairs: readonly FoundPair[], among?: readonly string[]): Promise<void> {
  const ids = pairs.map((pair) => pair.id)
  const looked = among
    ? sql`(first_id = any(${[...among]}::uuid[]) or second_id = any(${[...among]}::uuid[]))`
    : sql`true`
  await sql`
    update overlap_pair set is_current = false
    where tenant_id = ${ctx.tenantId} and is_current and not id = any(${ids}::uuid[]) and (${looked} or exists (
      select from overlap_statement s where s.tenant_id = overlap_pair.tenant_id and not s.is_current
        and s.id in (first_id, second_id)))`.execute(ctx.db)
  for (const part of portions(pairs))
    await sql`
      insert into overlap_pair (tenant_id, id, first_id, second_id, score_permille, indicators, is_current, found_at)
      select ${ctx.tenantId}, n.id, n."firstId", n."secondId", n."scorePermille", n.indicators, true, ${ctx.now}
      from jsonb_to_recordset(${JSON.stringify(part)}::jsonb)
        as n(id uuid, "firstId" uuid, "secondId" uuid, "scorePermille" int, indicators jsonb)
      on conflict (tenant_id, id) do update
        set score_permille = excluded.score_permille, indicators = excluded.indicators, is_current = true`.execute(
      ctx.db,
    )
  await sql`
    delete from overlap_pair p where p.tenant_id = ${ctx.tenantId} and not p.is_current and not exists (
      select from overlap_decision d where d.tenant_id = p.tenant_id and d.pair_id = p.id)`.execute(ctx.db)
  await sql`
    delete from overlap_statement s where s.tenant_id = ${ctx.tenantId} and not s.is_current and not exists (
      select from overlap_pair p where p.tenant_id = s.tenant_id and s.id in (p.first_id, p.second_id))`.execute(ctx.db)
}

export async function noteRun(ctx: Context, statementCount: number, pairCount: number): Promise<void> {
  await ctx.db.deleteFrom('overlap_run').where('tenant_id', '=', ctx.tenantId).execute()
  await ctx.db
    .insertInto('overlap_run')
    .values({
      tenant_id: ctx.tenantId,
      id: ctx.newId(),
      day: ctx.today,
      finished_at: ctx.now,
      statement_count: statementCount,
      pair_count: pairCount,
    })
    .execute()
}

export async function lastRun(ctx: Context) {
  return ctx.db
    .selectFrom('overlap_run')
    .select(['finished_at', 'statement_count', 'pair_count'])
    .where('tenant_id', '=', ctx.tenantId)
    .executeTakeFirst()
}

function portions<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / atOnce) }, (_, at) => all.slice(at * atOnce, (at + 1) * atOnce))
}
