import { sql } from 'kysely'
import { addDays, type Day } from '#core/calendar'
import { kindsOf } from '#core/indicator'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { carriesOut, indicatorsStated } from '#modules/responsibilities'
import { silenceLimit, type Silent } from '../rules.ts'

/** Indicators that somebody answers for on a day, with the first day of the holding that carries them. */
export async function heldIndicators(ctx: Context, day: Day): Promise<Silent[]> {
  const { rows } = await sql<{ id: string; placeId: string | null; from: Day }>`
    select h.responsibility_id as id, r.unit_id as "placeId", min(h.valid_from) as "from" from holding h
    join responsibility r on r.tenant_id = h.tenant_id and r.id = h.responsibility_id
    where h.tenant_id = ${ctx.tenantId} and ${validOn('h', day)} and ${carriesOut('h', day)}
    group by h.responsibility_id, r.unit_id`.execute(ctx.db)
  const held = new Map(rows.map((row) => [row.id, row]))
  return (await indicatorsStated(ctx, day, [...held.keys()])).flatMap((stated) => {
    const row = held.get(stated.responsibilityId)
    if (!row) return []
    return {
      responsibilityId: stated.responsibilityId,
      placeId: row.placeId,
      key: stated.key,
      name: stated.name,
      period: stated.ownPeriod,
      kinds: kindsOf(stated.measure),
      heldFrom: row.from > stated.from ? row.from : stated.from,
    }
  })
}

/** The latest day of facts by responsibility and kind, as far back as the most patient of the indicators asks for. */
export async function lastFactDays(ctx: Context, held: readonly Silent[], today: Day, noDataDays: number) {
  if (held.length === 0) return []
  const from = addDays(today, -Math.max(...held.map((one) => silenceLimit(one.period, noDataDays))))
  const { rows } = await sql<{ responsibilityId: string | null; kind: string; day: Day }>`
    select f.responsibility_id as "responsibilityId", f.kind, max(f.day) as day from fact f
    where f.tenant_id = ${ctx.tenantId} and f.day >= ${from} group by f.responsibility_id, f.kind`.execute(ctx.db)
  return rows
}
