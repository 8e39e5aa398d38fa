import { sql } from 'kysely'
import { addDays } from '#core/calendar'
import type { Context } from '#kernel/context'
import { validOn } from '#kernel/as-of'
import type { Use } from '#contract/responsibilities'
import { carriesOut, indicatorsStated, sitsOn } from '#modules/responsibilities'

/** The indicators of a responsibility today, each with how many people answer for it on the board. */
export async function answeredIndicators(ctx: Context, responsibilityId: string): Promise<Use[]> {
  const stated = await indicatorsStated(ctx, { from: ctx.today, until: addDays(ctx.today, 1) }, [responsibilityId])
  const { rows } = await sql<{ people: number }>`
    select count(distinct a.person_id)::int as people from holding_seat h
    join assignment a on ${sitsOn('a', 'h')} and ${validOn('a', ctx.today)}
    where h.tenant_id = ${ctx.tenantId} and h.responsibility_id = ${responsibilityId} and ${validOn('h', ctx.today)}
      and ${carriesOut('h', ctx.today)}`.execute(ctx.db)
  return stated.map(({ name }) => ({ kind: 'indicators.people', name, count: rows[0]?.people ?? 0, path: null }))
}
