import { sql } from 'kysely'
import type { Input, Output } from '#core/contract'
import { addDays } from '#core/calendar'
import type { Context } from '#kernel/context'
import type { routes } from '../contract.ts'
import { factWords } from '../store/fact-words.ts'
import { factRows, toFacts } from '../store/facts.ts'
import { namedLike } from '../store/people.ts'

type ListFacts = (typeof routes)['listFacts']
const whose = { person: 'f.person_id', unit: 'f.unit_id' }

/** A page of facts, the latest day first. */
export async function listFacts(ctx: Context, input: Input<ListFacts>): Promise<Output<ListFacts>> {
  let query = factRows(ctx).where(ctx.visible('indicators.read', whose))
  if (input.kind) query = query.where('f.kind', 'in', input.kind)
  if (input.source) query = query.where('f.source', 'in', input.source)
  if (input.personId) query = query.where('f.person_id', 'in', input.personId)
  if (input.responsibilityId) query = query.where('f.responsibility_id', 'in', input.responsibilityId)
  if (input.subjectId) query = query.where('f.subject_id', 'in', input.subjectId)
  if (input.unitId) {
    const unitIds = await ctx.house.scopes.subtree(ctx.db, input.unitId, ctx.today)
    query = query.where(sql<boolean>`f.unit_id = any(${unitIds}::uuid[])`)
  }
  if (input.from) query = query.where('f.day', '>=', input.from)
  if (input.until) query = query.where('f.day', '<', addDays(input.until, 1))
  if (input.text) {
    const { text } = input
    query = query.where((eb) => eb.or([namedLike('pe', text), eb('f.source_key', '=', text), eb('f.kind', '=', text)]))
  }
  if (input.afterDay && input.afterId)
    query = query.where(sql<boolean>`(f.day, f.id) < (${input.afterDay}::date, ${input.afterId}::uuid)`)
  const rows = await query
    .orderBy('f.day', 'desc')
    .orderBy('f.id', 'desc')
    .limit(input.limit + 1)
    .execute()
  return { rows: await toFacts(ctx, rows.slice(0, input.limit)), hasMore: rows.length > input.limit }
}

/** Each source and when its last fact came: one step through the index per source, however many facts there are. */
export async function readSources(ctx: Context): Promise<Output<(typeof routes)['readSources']>> {
  const { rows } = await sql<{ source: string; last: Date }>`
    with recursive known (source, last) as (
      (select source, recorded_at from fact where tenant_id = ${ctx.tenantId} order by source desc, recorded_at desc limit 1)
      union all
      select next.source, next.recorded_at from known cross join lateral (
        select f.source, f.recorded_at from fact f where f.tenant_id = ${ctx.tenantId} and f.source < known.source
        order by f.source desc, f.recorded_at desc limit 1
      ) next
    ) select source, last from known order by last desc limit 200`.execute(ctx.db)
  return {
    sources: rows.map(({ source, last }) => ({ source, lastReceivedAt: last.toISOString() })),
    words: await factWords(ctx, 'all', ctx.today),
  }
}
