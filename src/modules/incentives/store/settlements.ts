import { sql } from 'kysely'
import type { ChangedFact, PayStep, Settled } from '#core/incentive'
import type { Context } from '#kernel/context'

export type SettlementInfo = { id: string; period: string; settledAt: Date; settler: string }

export async function settlements(ctx: Context): Promise<SettlementInfo[]> {
  return ctx.db
    .selectFrom('incentive_settlement')
    .select(['id', 'period', 'settled_at as settledAt', 'settler'])
    .where('tenant_id', '=', ctx.tenantId)
    .orderBy('period', 'desc')
    .execute()
}

export type EntryRow = {
  id: string
  planId: string
  termsId: string
  personId: string
  period: string
  origin: string
  milli: number | null
  fen: number
  steps: PayStep[]
}

/** Entries that were settled in some month, or for one person. */
export async function entries(ctx: Context, of: { period?: string; personId?: string }): Promise<EntryRow[]> {
  let query = ctx.db
    .selectFrom('incentive_entry as e')
    .select(['e.id', 'e.plan_id as planId', 'e.terms_id as termsId', 'e.person_id as personId', 'e.period', 'e.origin'])
    .select([sql<number | null>`e.milli::float8`.as('milli'), sql<number>`e.fen::float8`.as('fen')])
    .select(sql<PayStep[]>`e.steps`.as('steps'))
    .where('e.tenant_id', '=', ctx.tenantId)
  if (of.period) query = query.where('e.period', '=', of.period)
  if (of.personId) query = query.where('e.person_id', '=', of.personId)
  return query.orderBy('e.plan_id').orderBy('e.origin').execute()
}

export async function entryFacts(ctx: Context, entryIds: readonly string[]) {
  if (entryIds.length === 0) return []
  return ctx.db
    .selectFrom('incentive_entry_fact as f')
    .select(['f.entry_id as entryId', 'f.fact_id as factId'])
    .select([sql<number>`f.milli::float8`.as('milli'), sql<number>`f.fen::float8`.as('fen')])
    .select(sql<'earned' | 'late' | 'returned' | 'changed'>`f.why`.as('why'))
    .where('f.tenant_id', '=', ctx.tenantId)
    .where(sql<boolean>`f.entry_id = any(${[...entryIds]}::uuid[])`)
    .execute()
}

/** What was settled of a plan for some months, by month and person, with what each fact stands at. */
export async function settledOf(
  ctx: Context,
  planId: string,
  origins: readonly string[],
): Promise<Map<string, Settled & { personId: string; origin: string }>> {
  if (origins.length === 0) return new Map()
  const { rows } = await sql<{ personId: string; origin: string; fen: number; facts: Record<string, number> }>`
    select e.person_id as "personId", e.origin, sum(e.fen)::float8 as fen,
      coalesce((select jsonb_object_agg(by_fact.fact_id, by_fact.fen) from (
        select f.fact_id, sum(f.fen) as fen from incentive_entry i
        join incentive_entry_fact f on f.tenant_id = i.tenant_id and f.entry_id = i.id
        where i.tenant_id = ${ctx.tenantId} and i.plan_id = ${planId} and i.person_id = e.person_id and i.origin = e.origin
        group by f.fact_id) by_fact), '{}') as facts
    from incentive_entry e
    where e.tenant_id = ${ctx.tenantId} and e.plan_id = ${planId} and e.origin = any(${[...origins]}::text[])
    group by e.person_id, e.origin`.execute(ctx.db)
  return new Map(
    rows.map(({ personId, origin, fen, facts }) => [
      `${origin}:${personId}`,
      { personId, origin, fen, facts: new Map(Object.entries(facts)) },
    ]),
  )
}

export type NewEntry = {
  readonly planId: string
  readonly termsId: string
  readonly personId: string
  readonly unitId: string | null
  readonly origin: string
  readonly milli: number | null
  readonly fen: number
  readonly steps: readonly PayStep[]
  readonly facts: readonly (Omit<ChangedFact, 'why'> & { why: ChangedFact['why'] | 'earned' })[]
}

/** Writes a settled month in three statements, however many people it concerns. */
export async function insertSettlement(ctx: Context, period: string, all: readonly NewEntry[]): Promise<string> {
  const settlementId = ctx.newId()
  const rows = all.map((entry) => ({ id: ctx.newId(), ...entry }))
  await ctx.db
    .insertInto('incentive_settlement')
    .values({
      tenant_id: ctx.tenantId,
      id: settlementId,
      period,
      total_fen: rows.reduce((sum, { fen }) => sum + fen, 0),
      people: new Set(rows.map(({ personId }) => personId)).size,
      settled_at: ctx.now,
      settled_by_id: ctx.actor.accountId,
      settler: ctx.actor.name,
    })
    .execute()
  const told = JSON.stringify(rows.map(({ facts: _facts, ...row }) => row))
  await sql`insert into incentive_entry
      (tenant_id, id, settlement_id, plan_id, terms_id, person_id, unit_id, period, origin, milli, fen, steps)
    select ${ctx.tenantId}, id, ${settlementId}, "planId", "termsId", "personId", "unitId", ${period}, origin, milli, fen, steps
    from jsonb_to_recordset(${told}::jsonb) as r(id uuid, "planId" uuid, "termsId" uuid, "personId" uuid, "unitId" uuid,
      origin text, milli bigint, fen bigint, steps jsonb)`.execute(ctx.db)
  const facts = rows.flatMap(({ id, facts: own }) => own.map((one) => ({ entryId: id, ...one })))
  await sql`insert into incentive_entry_fact (tenant_id, entry_id, fact_id, milli, fen, why)
    select ${ctx.tenantId}, "entryId", "factId", milli, fen, why from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb)
      as r("entryId" uuid, "factId" uuid, milli bigint, fen bigint, why text)`.execute(ctx.db)
  return settlementId
}
