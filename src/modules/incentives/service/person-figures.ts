import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import { contributePersonFigures, type PersonFigure } from '#modules/people'

/** What settled months brought, for pay; what is not settled is no figure yet. */
export function contributeIncentives(label: (ctx: Context, period: string) => string): void {
  contributePersonFigures('incentives', {
    names: [{ name: 'incentive', alias: '激励' }],
    read: async (ctx, personIds, period) => {
      const { rows } = await sql<{ personId: string; yuan: string }>`
        select person_id as "personId", round(sum(fen) / 100.0, 2)::text as yuan from incentive_entry
        where tenant_id = ${ctx.tenantId} and period = ${period} and person_id = any(${[...personIds]}::uuid[])
        group by person_id`.execute(ctx.db)
      return rows.map(({ personId, yuan }): PersonFigure => ({
        personId,
        name: 'incentive',
        value: yuan,
        label: label(ctx, period),
        path: `/incentives/${personId}?period=${period}`,
      }))
    },
  })
}
