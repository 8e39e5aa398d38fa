import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'
import type { HolderKind, Raci } from '../shapes.ts'
import { among } from './among.ts'
import { sitsOn } from './holding-seats.ts'

export type HolderRow = {
  readonly responsibilityId: string
  readonly holdingId: string
  readonly raci: Raci
  readonly weightPermille: number
  readonly validFrom: Day
  readonly validUntil: Day | null
  readonly holder: HolderKind
  /** Null for a unit without a lead position, and for a person without a seat. */
  readonly positionId: string | null
  readonly positionTitle: LocalText | null
  /** The unit that holds, or that of the position. */
  readonly unitId: string | null
  readonly unitName: LocalText | null
  readonly personId: string | null
  readonly forUnitId: string | null
  readonly forUnitName: LocalText | null
  readonly people: { personId: string; name: string; isActing: boolean }[]
}

/** Who holds responsibilities on a day, with the people behind; accountable first. Closed positions and units hold nothing. */
export async function holdersOn(
  ctx: Context,
  responsibilityIds: readonly string[],
  day: Day,
  raci?: Raci,
): Promise<HolderRow[]> {
  const { rows } = await sql<Omit<HolderRow, 'people'> & { people: HolderRow['people'] | null }>`
    select h.responsibility_id as "responsibilityId", h.id as "holdingId", h.raci, h.weight_permille as "weightPermille",
      h.valid_from as "validFrom", h.valid_until as "validUntil",
      case when h.person_id is not null then 'person' when h.unit_id is not null then 'unit' else 'position' end as holder,
      p.position_id as "positionId", p.title as "positionTitle", u.unit_id as "unitId", u.name as "unitName",
      h.person_id as "personId", h.for_unit_id as "forUnitId", f.name as "forUnitName", people.list as people
    from holding h
    left join lateral (
      select seat.position_id from assignment seat where seat.tenant_id = h.tenant_id and seat.person_id = h.person_id
        and seat.kind = 'main' and ${validOn('seat', day)}) main on h.person_id is not null
    left join lateral (
      select q.position_id, q.title, q.unit_id from position_version q where q.tenant_id = h.tenant_id and ${validOn('q', day)}
        and case when h.unit_id is null then q.position_id = coalesce(h.position_id, main.position_id)
          else q.unit_id = h.unit_id and q.is_lead end
      order by q.position_id limit 1) p on true
    left join unit_version u on u.tenant_id = h.tenant_id and u.unit_id = coalesce(h.unit_id, p.unit_id) and ${validOn('u', day)}
    left join unit_version f on f.tenant_id = h.tenant_id and f.unit_id = h.for_unit_id and ${validOn('f', day)}
    left join lateral (
      select jsonb_agg(jsonb_build_object('personId', n.id, 'name', ${nameIn(ctx, 'n')}, 'isActing', a.kind = 'acting') order by a.kind = 'acting', n.name) as list
      from holding_seat s join assignment a on ${sitsOn('a', 's')} and ${validOn('a', day)}
      join person n on n.tenant_id = a.tenant_id and n.id = a.person_id
      where s.tenant_id = h.tenant_id and s.holding_id = h.id and ${validOn('s', day)}) people on true
    where h.tenant_id = ${ctx.tenantId} and ${among('h.responsibility_id', responsibilityIds)} and ${validOn('h', day)}
      and (h.person_id is not null or u.unit_id is not null) and (h.position_id is null or p.position_id is not null)
      and ${raci ? sql`h.raci = ${raci}` : sql`true`}
    order by array_position(array['accountable','responsible','consulted','informed'], h.raci), h.valid_from, h.id`.execute(
    ctx.db,
  )
  return rows.map((row) => ({ ...row, people: row.people ?? [] }))
}
