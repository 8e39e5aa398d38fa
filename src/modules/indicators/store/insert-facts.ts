import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { Context } from '#kernel/context'
import { keepSoon } from './kept-tallies.ts'
import { mainUnits } from './main-units.ts'

export type NewFact = {
  readonly kind: string
  readonly happenedAt: string
  /** In the tenant's time zone. */
  readonly day: Day
  readonly personId: string | null
  /** Null: the unit of the person's main position on that day. */
  readonly unitId: string | null
  readonly responsibilityId: string | null
  readonly subjectId?: string | null
  readonly dimensions: Readonly<Record<string, string>>
  readonly measures: Readonly<Record<string, number>>
  readonly source: string
  readonly sourceKey: string
  readonly reversesId?: string
  readonly note?: string
}

export type StoredFact = NewFact & { readonly id: string }
export type Stored = {
  readonly recorded: readonly StoredFact[]
  /** Places of facts that are known and say the same. */
  readonly known: readonly number[]
  /** Places of facts whose key is known and says otherwise: they were not recorded. */
  readonly otherwise: readonly number[]
}

const atOnce = 4000

/** Records facts; one whose source and key are known is passed over. @returns the number recorded now */
export async function insertFacts(ctx: Context, facts: readonly NewFact[]): Promise<number> {
  return (await storeFacts(ctx, facts)).recorded.length
}

/**
 * Records facts, each once: what is known already is told apart from what says otherwise; a second reversal counts as known.
 * In the order of their keys, so that two batches with the same keys wait for each other instead of blocking each other.
 */
export async function storeFacts(ctx: Context, facts: readonly NewFact[]): Promise<Stored> {
  const unitOn = await mainUnits(
    ctx,
    facts.filter((fact) => fact.unitId === null).flatMap((fact) => fact.personId ?? []),
  )
  const stored: Sorted = { recorded: [], known: [], otherwise: [] }
  // while the database takes one lot in, the next is made ready
  let before: Promise<void> = Promise.resolve()
  for (let start = 0; start < facts.length; start += atOnce) {
    const rows = facts.slice(start, start + atOnce).map((fact) => ({
      ...fact,
      id: ctx.newId(),
      unitId: fact.unitId ?? unitOn(fact.personId, fact.day),
      toldUnit: fact.unitId,
      note: fact.note ?? '',
    }))
    const inserted = insertRows(ctx, rows)
    inserted.catch(() => {})
    await before
    before = inserted.then((fresh) => sortOut(ctx, rows, fresh, start, stored))
    before.catch(() => {})
  }
  await before
  if (stored.recorded.length > 0) await keepSoon(ctx)
  return stored
}

type Row = StoredFact & { readonly toldUnit: string | null }
type Sorted = { readonly recorded: StoredFact[]; readonly known: number[]; readonly otherwise: number[] }

/** Of a lot what is new, what is known, and what says otherwise. */
async function sortOut(
  ctx: Context,
  rows: readonly Row[],
  fresh: ReadonlySet<string>,
  start: number,
  stored: Sorted,
): Promise<void> {
  for (const row of rows) if (fresh.has(row.id)) stored.recorded.push(row)
  if (fresh.size === rows.length) return
  const places = rows.flatMap((row, at) => (fresh.has(row.id) ? [] : [at]))
  const differing = await saysOtherwise(
    ctx,
    places.flatMap((at) => rows[at] ?? []),
  )
  for (const at of places) (differing.has(rows[at]?.id ?? '') ? stored.otherwise : stored.known).push(start + at)
}

/** The ids of those that are new. The days they tell of are noted with them. */
async function insertRows(ctx: Context, rows: readonly Row[]): Promise<Set<string>> {
  const result = await sql<{ id: string }>`
    with added as (
      insert into fact (tenant_id, id, kind, happened_at, day, person_id, unit_id, responsibility_id, subject_id, dimensions,
        measures, source, source_key, reverses_id, note, recorded_at)
      select ${ctx.tenantId}, n.id, n.kind, n."happenedAt", n.day, n."personId", n."unitId", n."responsibilityId",
        n."subjectId", n.dimensions, n.measures, n.source, n."sourceKey", n."reversesId", n.note, ${ctx.now}
      from ${recordset(rows)}
      order by n.source, n."sourceKey"
      on conflict do nothing
      returning id, source, kind, day, reverses_id
    ), arrived as (
      insert into fact_arrival (tenant_id, source, kind, day, recorded_at)
      select distinct ${ctx.tenantId}::uuid, source, kind, day, ${ctx.now}::timestamptz from added where reverses_id is null
      order by 2, 3, 4
      on conflict do nothing
    )
    select id from added`.execute(ctx.db)
  return new Set(result.rows.map((row) => row.id))
}

/** Of facts that could not be recorded the ids of those that say something else than what is known by their key. */
async function saysOtherwise(ctx: Context, rows: readonly Row[]): Promise<Set<string>> {
  const result = await sql<{ id: string }>`
    select n.id from ${recordset(rows)}
    join fact f on f.tenant_id = ${ctx.tenantId} and f.source = n.source and f.source_key = n."sourceKey"
    where (f.kind, f.happened_at, f.dimensions, f.measures) <> (n.kind, n."happenedAt", n.dimensions, n.measures)
      or f.person_id is distinct from n."personId" or f.responsibility_id is distinct from n."responsibilityId"
      or f.subject_id is distinct from n."subjectId" or f.unit_id <> n."toldUnit"`.execute(ctx.db)
  return new Set(result.rows.map((row) => row.id))
}

function recordset(rows: readonly Row[]) {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, kind text, "happenedAt" timestamptz, day date,
    "personId" uuid, "unitId" uuid, "toldUnit" uuid, "responsibilityId" uuid, "subjectId" uuid, dimensions jsonb,
    measures jsonb, source text, "sourceKey" text, "reversesId" uuid, note text)`
}

export type Reversible = { readonly id: string; readonly isReversal: boolean; readonly isReversed: boolean } & Omit<
  NewFact,
  'reversesId' | 'note'
>

/** The fact as a second one that takes it back: the same, with its measures negated. */
export function reversalOf(fact: Reversible, by: { source: string; sourceKey: string; note: string }): NewFact {
  const { id, isReversal: _isReversal, isReversed: _isReversed, ...same } = fact
  const measures = Object.fromEntries(Object.entries(fact.measures).map(([name, value]) => [name, -value]))
  return { ...same, measures, ...by, reversesId: id }
}

/** Facts by id or by the key of their source, to be reversed. */
export function reversibleFacts(ctx: Context) {
  return ctx.db
    .selectFrom('fact as f')
    .select(['f.id', 'f.kind', 'f.day', 'f.source', 'f.dimensions', 'f.measures'])
    .select([
      'f.happened_at',
      'f.person_id',
      'f.unit_id',
      'f.responsibility_id',
      'f.subject_id',
      'f.source_key',
      'f.reverses_id',
    ])
    .select(
      sql<boolean>`exists (select from fact r where r.tenant_id = f.tenant_id and r.reverses_id = f.id)`.as(
        'is_reversed',
      ),
    )
    .where('f.tenant_id', '=', ctx.tenantId)
}

export function toReversible(
  row: Awaited<ReturnType<ReturnType<typeof reversibleFacts>['executeTakeFirstOrThrow']>>,
): Reversible {
  return {
    id: row.id,
    kind: row.kind,
    day: row.day,
    happenedAt: row.happened_at.toISOString(),
    personId: row.person_id,
    unitId: row.unit_id,
    responsibilityId: row.responsibility_id,
    subjectId: row.subject_id,
    dimensions: row.dimensions as Reversible['dimensions'],
    measures: row.measures as Reversible['measures'],
    source: row.source,
    sourceKey: row.source_key,
    isReversal: row.reverses_id !== null,
    isReversed: row.is_reversed,
  }
}
