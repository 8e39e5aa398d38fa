import { sql } from 'kysely'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'

export type Post = { readonly unitName: LocalText | null; readonly positionTitle: LocalText | null }
type At = { readonly personId: string; readonly unitId: string | null; readonly positionId: string | null }

/** What units and positions are called today, by the person who sat there. */
export async function postsOf(ctx: Context, at: readonly At[]): Promise<Map<string, Post>> {
  const { rows } = await sql<Post & { personId: string }>`
    select a."personId", u.name as "unitName", o.title as "positionTitle"
    from jsonb_to_recordset(${JSON.stringify(at)}::jsonb) as a("personId" uuid, "unitId" uuid, "positionId" uuid)
    left join unit_version u on u.tenant_id = ${ctx.tenantId} and u.unit_id = a."unitId" and ${validOn('u', ctx.today)}
    left join position_version o on o.tenant_id = ${ctx.tenantId} and o.position_id = a."positionId" and ${validOn('o', ctx.today)}`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ personId, ...post }) => [personId, post]))
}
