import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { Context } from '#kernel/context'
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
  readonly dimensions: Readonly<Record<string, string>>
  readonly measures: Readonly<Record<string, number>>
  readonly source: string
  readonly sourceKey: string
  readonly reversesId?: string
  readonly note?: string
}

const atOnce = 1000

/**
 * Records facts; one whose source and key are known is passed over, and so is a second reversal.
 * In the order of their keys, so that two batches with the same keys wait for each other instead of blocking each other.
 * @returns the number recorded now
 */
export async function insertFacts(ctx: Context, facts: readonly NewFact[]): Promise<number> {
  let recorded = 0
  const unitOn = await mainUnits(
    ctx,
    facts.filter((fact) => fact.unitId === null).flatMap((fact) => fact.personId ?? []),
  )
  for (let start = 0; start < facts.length; start += atOnce) {
    const rows = facts.slice(start, start + atOnce).map((fact) => ({
      ...fact,
      id: ctx.newId(),
      unitId: fact.unitId ?? unitOn(fact.personId, fact.day),
      note: fact.note ?? '',
    }))
    const result = await sql`
      insert into fact (tenant_id, id, kind, happened_at, day, person_id, unit_id, responsibility_id, dimensions, measures,
        source, source_key, reverses_id, note, recorded_at)
      select ${ctx.tenantId}, n.id, n.kind, n."happenedAt", n.day, n."personId",
        n."unitId", n."responsibilityId", n.dimensions, n.measures, n.source, n."sourceKey", n."reversesId", n.note, ${ctx.now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, kind text, "happenedAt" timestamptz, day date,
        "personId" uuid, "unitId" uuid, "responsibilityId" uuid, dimensions jsonb, measures jsonb, source text,
        "sourceKey" text, "reversesId" uuid, note text)
      order by n.source, n."sourceKey"
      on conflict do nothing`.execute(ctx.db)
    recorded += Number(result.numAffectedRows ?? 0n)
  }
  return recorded
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
    .select(['f.happened_at', 'f.person_id', 'f.unit_id', 'f.responsibility_id', 'f.source_key', 'f.reverses_id'])
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
    dimensions: row.dimensions as Reversible['dimensions'],
    measures: row.measures as Reversible['measures'],
    source: row.source,
    sourceKey: row.source_key,
    isReversal: row.reverses_id !== null,
    isReversed: row.is_reversed,
  }
}
