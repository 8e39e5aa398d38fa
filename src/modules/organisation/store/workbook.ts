import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#kernel/context'
import { soundOf } from '../pinyin.ts'
import { sheetKeys, type SheetKey, type Workbook } from '../workbook/model.ts'
import type { WorkbookPlan } from '../workbook/plan.ts'

/** Everything that is kept, by codes, in the order it is written in. */
export async function readWorkbookRows(ctx: Context): Promise<Workbook> {
  const read: Record<string, readonly unknown[]> = {}
  // one after another: they share a connection
  for (const key of sheetKeys) read[key] = (await selects(ctx)[key].execute(ctx.db)).rows
  return read as unknown as Workbook
}

function selects(ctx: Context): Record<SheetKey, RawBuilder<unknown>> {
  const tenant = ctx.tenantId
  const days = sql`v.valid_from as from, v.valid_until as until, null::int as line, v.id`
  return {
    units: sql`
      select u.code, v.name, v.kind, p.code as parent, v.sort_order as order, ${days}
      from unit_version v join unit u on u.tenant_id = v.tenant_id and u.id = v.unit_id
      left join unit p on p.tenant_id = v.tenant_id and p.id = v.parent_id
      where v.tenant_id = ${tenant} order by p.code is not null, u.code, v.valid_from`,
    companies: sql`
      select u.code as unit, e.registered_name as "registeredName", e.credit_code as "creditCode", e.place, null::int as line, u.id
      from legal_entity e join unit u on u.tenant_id = e.tenant_id and u.id = e.unit_id where e.tenant_id = ${tenant} order by u.code`,
    families: sql`select code, name, null::int as line, id from job_family where tenant_id = ${tenant} order by code`,
    grades: sql`
      select g.code, g.name, g.rank, f.code as family, null::int as line, g.id
      from grade g left join job_family f on f.tenant_id = g.tenant_id and f.id = g.job_family_id
      where g.tenant_id = ${tenant} order by g.rank, g.code`,
    positions: sql`
      select o.code, v.title, u.code as unit, v.headcount, r.code as "reportsTo", v.is_lead as "isLead", f.code as family,
        g.code as grade, ${days}
      from position_version v join position o on o.tenant_id = v.tenant_id and o.id = v.position_id
      join unit u on u.tenant_id = v.tenant_id and u.id = v.unit_id
      left join position r on r.tenant_id = v.tenant_id and r.id = v.reports_to_id
      left join job_family f on f.tenant_id = v.tenant_id and f.id = v.job_family_id
      left join grade g on g.tenant_id = v.tenant_id and g.id = v.grade_id
      where v.tenant_id = ${tenant} order by o.code, v.valid_from`,
    people: sql`
      select number, name, latin_name as "latinName", mobile, email, null::int as line, id
      from person where tenant_id = ${tenant} order by number`,
    seats: sql`
      select p.number, o.code as position, v.kind, v.share_permille as "sharePermille", v.over_reason as "overReason", ${days}
      from assignment v join person p on p.tenant_id = v.tenant_id and p.id = v.person_id
      join position o on o.tenant_id = v.tenant_id and o.id = v.position_id
      where v.tenant_id = ${tenant} order by p.number, v.valid_from, o.code`,
    dottedLines: sql`
      select a.code as position, b.code as to, v.kind, v.reason, ${days}
      from dotted_line v join position a on a.tenant_id = v.tenant_id and a.id = v.position_id
      join position b on b.tenant_id = v.tenant_id and b.id = v.to_position_id
      where v.tenant_id = ${tenant} order by a.code, v.valid_from, b.code`,
    absences: sql`
      select p.number, v.kind, ${days} from absence v join person p on p.tenant_id = v.tenant_id and p.id = v.person_id
      where v.tenant_id = ${tenant} order by p.number, v.valid_from`,
  }
}

/** Writes the groups that differ, each kind with a few statements. @returns the ids of people made. */
export async function writeWorkbookRows(ctx: Context, { written, replaced }: WorkbookPlan): Promise<string[]> {
  const newPeople = await makeThings(ctx, written)
  await removeRows(ctx, replaced)
  for (const [key, insert] of Object.entries(inserts(sql`${ctx.tenantId}::uuid`))) {
    const rows = written[key as SheetKey].map((row) => ({ ...row, id: row.id ?? ctx.newId() }))
    if (rows.length > 0) await insert(sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)`).execute(ctx.db)
  }
  return newPeople
}

/** What others refer to by code is made, or brought up to date, first. */
async function makeThings(ctx: Context, written: Workbook): Promise<string[]> {
  const tenant = sql`${ctx.tenantId}::uuid`
  const made = async (
    rows: readonly object[],
    statement: (source: RawBuilder<unknown>) => RawBuilder<{ id: string }>,
  ) => {
    const all = rows.map((row) => ({ ...row, newId: ctx.newId() }))
    return all.length === 0
      ? []
      : (await statement(sql`jsonb_to_recordset(${JSON.stringify(all)}::jsonb)`).execute(ctx.db)).rows
  }
  for (const [table, rows] of [
    ['unit', written.units],
    ['position', written.positions],
  ] as const) {
    const codes = [...new Set(rows.map((row) => row.code))].map((code) => ({ code }))
    await made(
      codes,
      (from) => sql`insert into ${sql.table(table)} (tenant_id, id, code, created_at)
        select ${tenant}, r."newId", r.code, ${ctx.now}::timestamptz from ${from} r("newId" uuid, code text)
        on conflict (tenant_id, code) do nothing returning id`,
    )
  }
  await made(
    written.families,
    (from) => sql`insert into job_family as f (tenant_id, id, code, name, created_at)
      select ${tenant}, r."newId", r.code, r.name, ${ctx.now}::timestamptz from ${from} r("newId" uuid, code text, name jsonb)
      on conflict (tenant_id, code) do update set name = excluded.name, version = f.version + 1 returning id`,
  )
  await made(
    written.grades,
    (from) => sql`insert into grade as g (tenant_id, id, code, name, rank, job_family_id, created_at)
      select ${tenant}, r."newId", r.code, r.name, r.rank, f.id, ${ctx.now}::timestamptz
      from ${from} r("newId" uuid, code text, name jsonb, rank int, family text)
      left join job_family f on f.tenant_id = ${tenant} and f.code = r.family
      on conflict (tenant_id, code) do update set name = excluded.name, rank = excluded.rank,
        job_family_id = excluded.job_family_id, version = g.version + 1 returning id`,
  )
  const people = await made(
    written.people.map((row) => ({ ...row, pinyin: soundOf(row.name) })),
    (from) => sql`insert into person as p (tenant_id, id, number, name, latin_name, pinyin, mobile, email, created_at)
      select ${tenant}, r."newId", r.number, r.name, r."latinName", r.pinyin, r.mobile, r.email, ${ctx.now}::timestamptz
      from ${from} r("newId" uuid, number text, name text, "latinName" text, pinyin text, mobile text, email text)
      on conflict (tenant_id, number) do update set name = excluded.name, latin_name = excluded.latin_name,
        pinyin = excluded.pinyin, mobile = excluded.mobile, email = excluded.email, version = p.version + 1
      returning id, (xmax = 0) as "isNew"`,
  )
  return (people as { id: string; isNew?: boolean }[]).filter((row) => row.isNew).map((row) => row.id)
}

const tables = {
  units: 'unit_version',
  positions: 'position_version',
  seats: 'assignment',
  dottedLines: 'dotted_line',
  absences: 'absence',
} as const

async function removeRows(ctx: Context, replaced: WorkbookPlan['replaced']): Promise<void> {
  for (const [key, table] of Object.entries(tables)) {
    const ids = replaced[key as SheetKey]
    if (ids.length > 0)
      await sql`delete from ${sql.table(table)} where tenant_id = ${ctx.tenantId} and id = any(${[...ids]}::uuid[])`.execute(
        ctx.db,
      )
  }
}

function inserts(tenant: RawBuilder<unknown>) {
  const dated = sql`"from" date, until date`
  const join = (table: string, alias: string, column: string, on: string) =>
    sql`join ${sql.table(table)} ${sql.ref(alias)} on ${sql.ref(`${alias}.tenant_id`)} = ${tenant} and ${sql.ref(`${alias}.${column}`)} = r.${sql.ref(on)}`
  type From = RawBuilder<unknown>
  return {
    units: (rows: From) => sql`
      insert into unit_version (tenant_id, id, unit_id, name, kind, parent_id, sort_order, valid_from, valid_until)
      select ${tenant}, r.id, u.id, r.name, r.kind, p.id, r.order, r.from, r.until
      from ${rows} r(id uuid, code text, name jsonb, kind text, parent text, "order" int, ${dated})
      ${join('unit', 'u', 'code', 'code')} left ${join('unit', 'p', 'code', 'parent')}`,
    companies: (rows: From) => sql`
      insert into legal_entity as e (tenant_id, unit_id, registered_name, credit_code, place)
      select ${tenant}, u.id, r."registeredName", r."creditCode", r.place
      from ${rows} r(unit text, "registeredName" text, "creditCode" text, place text) ${join('unit', 'u', 'code', 'unit')}
      on conflict (tenant_id, unit_id) do update set registered_name = excluded.registered_name,
        credit_code = excluded.credit_code, place = excluded.place, version = e.version + 1`,
    positions: (rows: From) => sql`
      insert into position_version (tenant_id, id, position_id, unit_id, title, headcount, reports_to_id, is_lead,
        job_family_id, grade_id, valid_from, valid_until)
      select ${tenant}, r.id, o.id, u.id, r.title, r.headcount, s.id, r."isLead", f.id, g.id, r.from, r.until
      from ${rows} r(id uuid, code text, title jsonb, unit text, headcount int, "reportsTo" text, "isLead" boolean, family text, grade text, ${dated})
      ${join('position', 'o', 'code', 'code')} ${join('unit', 'u', 'code', 'unit')}
      left ${join('position', 's', 'code', 'reportsTo')} left ${join('job_family', 'f', 'code', 'family')}
      left ${join('grade', 'g', 'code', 'grade')}`,
    seats: (rows: From) => sql`
      insert into assignment (tenant_id, id, person_id, position_id, kind, share_permille, over_reason, valid_from, valid_until)
      select ${tenant}, r.id, p.id, o.id, r.kind, r."sharePermille", r."overReason", r.from, r.until
      from ${rows} r(id uuid, number text, position text, kind text, "sharePermille" int, "overReason" text, ${dated})
      ${join('person', 'p', 'number', 'number')} ${join('position', 'o', 'code', 'position')}`,
    dottedLines: (rows: From) => sql`
      insert into dotted_line (tenant_id, id, position_id, to_position_id, kind, reason, valid_from, valid_until)
      select ${tenant}, r.id, a.id, b.id, r.kind, r.reason, r.from, r.until
      from ${rows} r(id uuid, position text, "to" text, kind text, reason text, ${dated})
      ${join('position', 'a', 'code', 'position')} ${join('position', 'b', 'code', 'to')}`,
    absences: (rows: From) => sql`
      insert into absence (tenant_id, id, person_id, kind, valid_from, valid_until)
      select ${tenant}, r.id, p.id, r.kind, r.from, r.until
      from ${rows} r(id uuid, number text, kind text, ${dated}) ${join('person', 'p', 'number', 'number')}`,
  }
}
