import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { sitsOn } from '#modules/responsibilities'
import type { Granted } from '../rules.ts'

/** The permissions that some responsibility in force carries: only these are held against duties. */
export async function governedRights(ctx: Context, day: Day): Promise<Set<string>> {
  const { rows } = await sql<{ right: string }>`
    select distinct jsonb_array_elements_text(v.rights) as "right" from responsibility_version v
    where v.tenant_id = ${ctx.tenantId} and v.rights <> '[]' and ${validOn('v', day)}`.execute(ctx.db)
  return new Set(rows.map((row) => row.right))
}

/** People's accounts with what roles give them beyond themselves and their reports, and what their duties carry. */
export async function grantedAccounts(ctx: Context, day: Day): Promise<Granted[]> {
  const { rows } = await sql<Granted>`
    select c.id as "accountId", c.person_id as "personId", place.unit_id as "placeId", array_agg(distinct g.permission) as permissions,
      coalesce((
        select array_agg(distinct r) from assignment a
        join holding_seat h on ${sitsOn('a', 'h')} and ${validOn('h', day)} and h.raci in ('accountable', 'responsible')
        join responsibility_version v on v.tenant_id = h.tenant_id and v.responsibility_id = h.responsibility_id and ${validOn('v', day)}
        cross join lateral jsonb_array_elements_text(v.rights) r
        where a.tenant_id = c.tenant_id and a.person_id = c.person_id and ${validOn('a', day)}), '{}') as carried
    from account c
    join account_role ar on ar.tenant_id = c.tenant_id and ar.account_id = c.id and ${validOn('ar', day)}
    join role_grant g on g.tenant_id = ar.tenant_id and g.role_id = ar.role_id and g.scope in ('unit', 'tenant')
    left join lateral (select p.unit_id from assignment m
      join position_version p on p.tenant_id = m.tenant_id and p.position_id = m.position_id and ${validOn('p', day)}
      where m.tenant_id = c.tenant_id and m.person_id = c.person_id and m.kind = 'main' and ${validOn('m', day)}) place on true
    where c.tenant_id = ${ctx.tenantId} and c.person_id is not null and not c.is_disabled
      and g.permission in (select jsonb_array_elements_text(v.rights) from responsibility_version v
        where v.tenant_id = ${ctx.tenantId} and v.rights <> '[]' and ${validOn('v', day)})
    group by c.tenant_id, c.id, c.person_id, place.unit_id`.execute(ctx.db)
  return rows
}
