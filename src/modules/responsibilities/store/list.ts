import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { AlarmKind } from '../shapes.ts'
import { among } from './among.ts'
import { fromJson } from './json.ts'

export type ListAsk = {
  readonly day: Day
  readonly text?: string | undefined
  /** Of these units, those below them included. */
  readonly unitIds?: readonly string[] | undefined
  readonly positionId?: string | undefined
  readonly alarm?: AlarmKind | undefined
  readonly onlyAlarms?: boolean
  readonly limit: number
  readonly offset: number
}

export type ListedRow = {
  readonly id: string
  readonly code: string
  readonly unitId: string | null
  readonly unitName: LocalText | null
  readonly versionId: string
  readonly number: number
  readonly name: LocalText
  readonly purpose: LocalText
  readonly validFrom: Day
  readonly validUntil: Day | null
  readonly nextFrom: Day | null
  readonly indicatorCount: number
  readonly dutyCount: number
  readonly holderCount: number
  readonly alarm: AlarmKind | null
}

/** A page of the responsibilities that run on a day, and how many there are. */
export async function listOn(ctx: Context, ask: ListAsk): Promise<{ total: number; rows: ListedRow[] }> {
  const { day } = ask
  let query = ctx.db
    .selectFrom('responsibility as r')
    .innerJoin('responsibility_version as v', (on) =>
      on.onRef('v.tenant_id', '=', 'r.tenant_id').onRef('v.responsibility_id', '=', 'r.id').on(validOn('v', day)),
    )
    .leftJoin('unit_version as u', (on) =>
      on.onRef('u.tenant_id', '=', 'r.tenant_id').onRef('u.unit_id', '=', 'r.unit_id').on(validOn('u', day)),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('holding as h')
          .innerJoin('position_version as p', (on) =>
            on.onRef('p.tenant_id', '=', 'h.tenant_id').onRef('p.position_id', '=', 'h.position_id'),
          )
          .leftJoin('assignment as a', (on) =>
            on
              .onRef('a.tenant_id', '=', 'h.tenant_id')
              .onRef('a.position_id', '=', 'h.position_id')
              .on(validOn('a', day)),
          )
          .select(sql<number>`count(*) filter (where h.raci = 'accountable')`.as('seats'))
          .select(sql<number>`count(a.id) filter (where h.raci = 'accountable')`.as('people'))
          .select(sql<number>`count(distinct h.position_id)`.as('holders'))
          .whereRef('h.tenant_id', '=', 'r.tenant_id')
          .whereRef('h.responsibility_id', '=', 'r.id')
          .where(validOn('h', day))
          .where(validOn('p', day))
          .as('held'),
      (on) => on.onTrue(),
    )
    .where('r.tenant_id', '=', ctx.tenantId)
    .where(ctx.visible('responsibilities.read', { unit: 'r.unit_id' }))
  if (ask.text) query = query.where(spoken(ask.text))
  if (ask.unitIds) query = query.where(among('r.unit_id', ask.unitIds))
  if (ask.positionId)
    query = query.where(
      sql<boolean>`exists (select from holding x where x.tenant_id = r.tenant_id and x.responsibility_id = r.id
        and x.position_id = ${ask.positionId} and ${validOn('x', day)})`,
    )
  if (ask.alarm) query = query.where(sql<boolean>`${alarm} = ${ask.alarm}`)
  if (ask.onlyAlarms) query = query.where(sql<boolean>`${alarm} is not null`)
  const counted = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .select([
      'r.id',
      'r.code',
      'r.unit_id',
      'u.name as unit_name',
      'v.id as version_id',
      'v.number',
      'v.name',
      'v.purpose',
    ])
    .select(['v.valid_from', 'v.valid_until', 'held.holders'])
    .select(sql<AlarmKind | null>`${alarm}`.as('alarm'))
    .select(countOf('responsibility_indicator').as('indicators'))
    .select(countOf('responsibility_duty').as('duties'))
    .select(
      sql<Day | null>`(select min(n.valid_from) from responsibility_version n where n.tenant_id = r.tenant_id
        and n.responsibility_id = r.id and n.valid_from > ${day})`.as('next_from'),
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
      versionId: row.version_id,
      number: row.number,
      name: fromJson(row.name),
      purpose: fromJson(row.purpose),
      validFrom: row.valid_from,
      validUntil: row.valid_until,
      nextFrom: row.next_from,
      indicatorCount: row.indicators,
      dutyCount: row.duties,
      holderCount: row.holders ?? 0,
      alarm: row.alarm,
    })),
  }
}

/** The same order of alarms as in the rule `alarmsOf`. */
const alarm = sql<AlarmKind | null>`case when coalesce(held.seats, 0) = 0 then 'nobody-accountable'
  when held.people = 0 then 'accountable-vacant' when held.people > 1 then 'several-accountable' end`

function countOf(table: 'responsibility_indicator' | 'responsibility_duty') {
  return sql<number>`(select count(*) from ${sql.table(table)} n where n.tenant_id = v.tenant_id and n.version_id = v.id)`
}

/** The words stand in the code, or in a name or purpose of any language. */
function spoken(text: string) {
  const like = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return sql<boolean>`(r.code ilike ${like} or exists (
    select from jsonb_each_text(v.name || jsonb_build_object('p1', v.purpose ->> 'zh-CN', 'p2', v.purpose ->> 'en')) said
    where said.value ilike ${like}))`
}
