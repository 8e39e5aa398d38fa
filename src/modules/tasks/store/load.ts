import { sql } from 'kysely'
import { addDays, weekStart, type Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { instantOf } from '#kernel/clock'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'

export type Load = {
  personId: string
  personName: string
  unitName: LocalText
  weeks: { from: Day; open: number; late: number; done: number }[]
}

const mostPeople = 200

/** How many pieces of work fall due for each person in each week; whoever carries most of the open ones comes first. */
export async function loadRows(
  ctx: Context,
  { from, weeks, unitIds }: { from: Day; weeks: number; unitIds: readonly string[] | undefined },
): Promise<{ weeks: Day[]; rows: Load[]; hasMore: boolean }> {
  const days = Array.from({ length: weeks }, (_, at) => addDays(weekStart(from), 7 * at))
  const begins = instantOf(ctx.timeZone, days[0] ?? from)
  const ends = instantOf(ctx.timeZone, addDays(days.at(-1) ?? from, 7))
  const inUnits = unitIds ? sql`t.unit_id = any(${[...unitIds]}::uuid[])` : sql`true`
  const { rows } = await sql<Omit<Load, 'weeks'> & { cells: Load['weeks'] }>`
    with due as (
      select t.person_id, date_trunc('week', t.due_at at time zone ${ctx.timeZone})::date as week,
        count(*) filter (where t.status = 'open')::int as open,
        count(*) filter (where t.status = 'open' and t.late_at < ${ctx.now})::int as late,
        count(*) filter (where t.status = 'done')::int as done
      from task t
      where t.tenant_id = ${ctx.tenantId} and t.status <> 'cancelled' and t.due_at >= ${begins} and t.due_at < ${ends}
        and ${inUnits} and ${ctx.visible('tasks.read', { person: 't.person_id', unit: 't.unit_id' })}
      group by 1, 2
    )
    select d.person_id as "personId", ${nameIn(ctx)} as "personName", coalesce(home.name, '{}') as "unitName",
      jsonb_agg(jsonb_build_object('from', d.week, 'open', d.open, 'late', d.late, 'done', d.done)) as cells
    from due d join person p on p.tenant_id = ${ctx.tenantId} and p.id = d.person_id
    left join lateral (select u.name from assignment a
      join position_version v on v.tenant_id = a.tenant_id and v.position_id = a.position_id
      join unit_version u on u.tenant_id = v.tenant_id and u.unit_id = v.unit_id
      where a.tenant_id = p.tenant_id and a.person_id = p.id
      order by a.valid_until is null desc, a.kind = 'main' desc, a.valid_from desc, v.valid_from desc, u.valid_from desc limit 1) home on true
    group by d.person_id, p.id, p.name, p.latin_name, p.pinyin, home.name
    order by sum(d.open) desc, p.pinyin collate "C", d.person_id limit ${mostPeople + 1}`.execute(ctx.db)
  const empty = (week: Day) => ({ from: week, open: 0, late: 0, done: 0 })
  return {
    weeks: days,
    rows: rows.slice(0, mostPeople).map(({ cells, ...person }) => ({
      ...person,
      weeks: days.map((week) => cells.find((cell) => cell.from === week) ?? empty(week)),
    })),
    hasMore: rows.length > mostPeople,
  }
}
