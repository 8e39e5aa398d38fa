import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { AlarmKind, State, WorkKind } from '../shapes.ts'
import { among } from './among.ts'
import { sitsOn } from './holding-seats.ts'
import { fromJson } from './json.ts'
import { dayOrNull, readable } from './readable.ts'

export type ListAsk = {
  readonly day: Day
  readonly text?: string | undefined
  /** Of these units, those below them included. */
  readonly unitIds?: readonly string[] | undefined
  readonly positionId?: string | undefined
  readonly states: readonly State[]
  readonly kinds?: readonly WorkKind[] | undefined
  /** The business of these units, or held in one of them. */
  readonly heldIn?: readonly string[] | undefined
  /** With `heldIn`: also what is the business of the whole firm. */
  readonly withFirm?: boolean
  readonly alarm?: AlarmKind | undefined
  readonly limit: number
  readonly offset: number
}

export type ListedRow = {
  readonly id: string
  readonly code: string
  readonly unitId: string | null
  readonly unitName: LocalText | null
  readonly kind: WorkKind
  readonly state: State
  readonly versionId: string
  readonly number: number
  readonly name: LocalText
  readonly purpose: LocalText
  /** Null for a draft. */
  readonly validFrom: Day | null
  readonly validUntil: Day | null
  readonly nextFrom: Day | null
  readonly indicatorCount: number
  readonly dutyCount: number
  readonly holderCount: number
  readonly alarm: AlarmKind | null
}

/** A page of the responsibilities as they stand on a day, and how many there are. */
export async function listOn(ctx: Context, ask: ListAsk): Promise<{ total: number; rows: ListedRow[] }> {
  const { day } = ask
  let query = ctx.db
    .selectFrom('responsibility as r')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('responsibility_version as one')
          .selectAll()
          .select(stateOn(day).as('state'))
          .whereRef('one.tenant_id', '=', 'r.tenant_id')
          .whereRef('one.responsibility_id', '=', 'r.id')
          .orderBy(
            sql`one.valid_from <= ${day} desc, case when one.valid_from <= ${day} then one.valid_from end desc, one.valid_from`,
          )
          .limit(1)
          .as('v'),
      (on) => on.onTrue(),
    )
    .leftJoin('unit_version as u', (on) =>
      on.onRef('u.tenant_id', '=', 'r.tenant_id').onRef('u.unit_id', '=', 'r.unit_id').on(validOn('u', day)),
    )
    .leftJoinLateral(holdingCounts(day).as('held'), (on) => on.onTrue())
    .where('r.tenant_id', '=', ctx.tenantId)
    .where(readable(ctx, 'responsibilities.read'))
    .where(sql<boolean>`v.state = any(${[...ask.states]}::text[])`)
  if (ask.text) query = query.where(spoken(ask.text))
  if (ask.unitIds) query = query.where(among('r.unit_id', ask.unitIds))
  if (ask.kinds) query = query.where(sql<boolean>`r.kind = any(${[...ask.kinds]}::text[])`)
  if (ask.positionId)
    query = query.where(
      sql<boolean>`exists (select from holding_seat x where x.tenant_id = r.tenant_id and x.responsibility_id = r.id
        and x.position_id = ${ask.positionId} and ${validOn('x', day)})`,
    )
  if (ask.heldIn)
    query = query.where(
      sql<boolean>`(${among('r.unit_id', ask.heldIn)} or ${ask.withFirm ? sql`r.unit_id is null` : sql`false`} or exists (select from holding x
        left join position_version q on q.tenant_id = x.tenant_id and q.position_id = x.position_id and ${validOn('q', day)}
        where x.tenant_id = r.tenant_id and x.responsibility_id = r.id and ${validOn('x', day)}
        and coalesce(x.unit_id, q.unit_id) = any(${[...ask.heldIn]}::uuid[])))`,
    )
  if (ask.alarm) query = query.where(sql<boolean>`${alarm} = ${ask.alarm}`)
  const counted = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .select(['r.id', 'r.code', 'r.kind', 'r.unit_id', 'u.name as unit_name', 'v.id as version_id', 'v.number'])
    .select(['v.name', 'v.purpose', 'v.state', 'v.valid_from', 'v.valid_until', 'held.holders'])
    .select(sql<AlarmKind | null>`${alarm}`.as('alarm'))
    .select(countOf('responsibility_indicator').as('indicators'))
    .select(countOf('responsibility_duty').as('duties'))
    .select(
      sql<Day | null>`(select min(n.valid_from) from responsibility_version n where n.tenant_id = r.tenant_id
        and n.responsibility_id = r.id and n.valid_from > ${day} and n.valid_from < 'infinity')`.as('next_from'),
    )
    .orderBy('r.code')
    .limit(ask.limit)
    .offset(ask.offset)
    .execute()
  return {
    total: counted.total,
    rows: rows.map((row) => ({
      id: row.id,
      code: row.code,
      unitId: row.unit_id,
      unitName: row.unit_name === null ? null : fromJson<LocalText>(row.unit_name),
      kind: row.kind as WorkKind,
      state: row.state,
      versionId: row.version_id,
      number: row.number,
      name: fromJson(row.name),
      purpose: fromJson(row.purpose),
      validFrom: dayOrNull(row.valid_from),
      validUntil: row.valid_until,
      nextFrom: row.next_from,
      indicatorCount: row.indicators,
      dutyCount: row.duties,
      holderCount: row.holders ?? 0,
      alarm: row.alarm,
    })),
  }
}

/** The same order of alarms as in the rule `alarmsOf`; only what is in force can have one. */
const alarm = sql<AlarmKind | null>`case when v.state <> 'in-force' then null when coalesce(held.seats, 0) = 0 then 'nobody-accountable'
  when held.vacant > 0 then 'accountable-vacant' when held.several > 0 then 'several-accountable' end`

/** Who is there behind each holding of a responsibility, counted. Closed positions and units hold nothing. */
function holdingCounts(day: Day) {
  return sql<{ holders: number; seats: number; vacant: number; several: number }>`(
    select count(*)::int as holders,
      count(*) filter (where one.raci = 'accountable') as seats,
      count(*) filter (where one.raci = 'accountable' and one.people = 0) as vacant,
      count(*) filter (where one.raci = 'accountable' and one.people - one.acting > 1) as several
    from (
      select h.id, h.raci, count(a.id) as people, count(a.id) filter (where a.kind = 'acting') as acting
      from holding h
      left join holding_seat s on s.tenant_id = h.tenant_id and s.holding_id = h.id and ${validOn('s', day)}
      left join assignment a on ${sitsOn('a', 's')} and ${validOn('a', day)}
      where h.tenant_id = r.tenant_id and h.responsibility_id = r.id and ${validOn('h', day)}
        and (h.position_id is null or exists (select from position_version p where p.tenant_id = h.tenant_id and p.position_id = h.position_id and ${validOn('p', day)}))
        and (h.unit_id is null or exists (select from unit_version w where w.tenant_id = h.tenant_id and w.unit_id = h.unit_id and ${validOn('w', day)}))
      group by h.id, h.raci) one)`
}

function stateOn(day: Day) {
  return sql<State>`case when one.valid_from > ${day} then 'draft' when one.valid_until <= ${day} then 'retired' else 'in-force' end`
}

function countOf(table: 'responsibility_indicator' | 'responsibility_duty') {
  return sql<number>`(select count(*) from ${sql.table(table)} n where n.tenant_id = v.tenant_id and n.version_id = v.id)`
}

/** The words stand in the code, in a name or purpose of any language, or sound like the Chinese name. */
function spoken(text: string) {
  const like = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const sound = `%${text.toLowerCase().replaceAll(/[\s\\%_]/g, '')}%`
  return sql<boolean>`(r.code ilike ${like} or replace(v.pinyin, ' ', '') like ${sound} or exists (
    select from jsonb_each_text(v.name || jsonb_build_object('p1', v.purpose ->> 'zh-CN', 'p2', v.purpose ->> 'en')) said
    where said.value ilike ${like}))`
}
