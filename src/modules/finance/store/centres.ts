import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'

export type Centre = { readonly code: string; readonly name: LocalText }

/** The cost centre of each unit that has one of its own on a day. */
export async function centreOfUnits(ctx: Context, day: Day): Promise<Map<string, Centre>> {
  const { rows } = await sql<Centre & { unitId: string }>`
    select c.unit_id as "unitId", c.code, c.name from cost_centre c
    where c.tenant_id = ${ctx.tenantId} and ${validOn('c', day)}`.execute(ctx.db)
  return new Map(rows.map(({ unitId, ...centre }) => [unitId, centre]))
}
