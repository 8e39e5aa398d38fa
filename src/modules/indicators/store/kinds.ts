import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { Rhythm } from '#core/freshness'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import type { FactKind } from '../contract.ts'

export type KindRow = Omit<FactKind, 'ownerName'> & { readonly silentToldFor: Day | null }

/** The registered kinds, or those of them that are asked for. */
export async function kindRows(ctx: Context, keys?: readonly string[]): Promise<KindRow[]> {
  let query = ctx.db.selectFrom('fact_kind').selectAll().where('tenant_id', '=', ctx.tenantId).orderBy('key')
  if (keys) query = query.where((eb) => eb('key', '=', eb.fn.any(eb.val([...keys]))))
  const rows = await query.execute()
  return rows.map((row) => ({
    key: row.key,
    name: row.name as LocalText,
    subjectType: row.subject_type,
    needsSubject: row.needs_subject,
    dimensions: row.dimensions as FactKind['dimensions'],
    measures: row.measures as FactKind['measures'],
    rhythm: row.rhythm as Rhythm,
    ownerId: row.owner_id,
    silentToldFor: row.silent_told_for,
    version: row.version,
  }))
}

export type KindContent = Omit<FactKind, 'key' | 'ownerName' | 'version'>

/** Registers a kind; one that is registered already is left as it is. @returns false then */
export async function insertKind(ctx: Context, key: string, content: KindContent): Promise<boolean> {
  const result = await ctx.db
    .insertInto('fact_kind')
    .values({ tenant_id: ctx.tenantId, key, ...columnsOf(content), created_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** @returns the new version, or undefined when another changed it meanwhile */
export async function updateKind(
  ctx: Context,
  key: string,
  version: number,
  content: KindContent,
): Promise<number | undefined> {
  const row = await ctx.db
    .updateTable('fact_kind')
    .set({ ...columnsOf(content), version: version + 1 })
    .where('tenant_id', '=', ctx.tenantId)
    .where('key', '=', key)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  return row?.version
}

export async function noteSilenceTold(ctx: Context, key: string, lastDay: Day | null): Promise<void> {
  await ctx.db
    .updateTable('fact_kind')
    .set({ silent_told_for: lastDay })
    .where('tenant_id', '=', ctx.tenantId)
    .where('key', '=', key)
    .execute()
}

/** The last day with facts, by source and kind, since a day or at all. */
export async function lastDays(
  ctx: Context,
  kinds?: readonly string[],
): Promise<{ source: string; kind: string; lastDay: Day }[]> {
  const { rows } = await sql<{ source: string; kind: string; lastDay: Day }>`
    select source, kind, max(day) as "lastDay" from fact_arrival
    where tenant_id = ${ctx.tenantId} and source <> 'correction' ${kinds ? sql`and kind = any(${[...kinds]})` : sql``}
    group by source, kind order by source, kind limit 2000`.execute(ctx.db)
  return rows
}

/** The days with facts of some kinds since a day, by kind. */
export async function daysWithFacts(
  ctx: Context,
  kinds: readonly string[],
  since: Day,
): Promise<Map<string, Set<Day>>> {
  const rows = await ctx.db
    .selectFrom('fact_arrival')
    .select(['kind', 'day'])
    .distinct()
    .where('tenant_id', '=', ctx.tenantId)
    .where('day', '>=', since)
    .where((eb) => eb('kind', '=', eb.fn.any(eb.val([...kinds]))))
    .execute()
  const byKind = Map.groupBy(rows, (row) => row.kind)
  return new Map([...byKind].map(([kind, days]) => [kind, new Set(days.map((row) => row.day))]))
}

function columnsOf(content: KindContent) {
  return {
    name: JSON.stringify(content.name),
    subject_type: content.subjectType,
    needs_subject: content.needsSubject,
    dimensions: JSON.stringify(content.dimensions),
    measures: JSON.stringify(content.measures),
    rhythm: content.rhythm,
    owner_id: content.ownerId,
  }
}
