import { sql, type RawBuilder } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { AssignmentKind } from './seats.ts'

/** Everything a roster is held against, as of a day. `since` is the first day a thing is there without a gap to then. */
export type ChartState = {
  readonly units: readonly {
    readonly id: string
    readonly code: string
    readonly name: LocalText
    readonly parentId: string | null
    readonly since: Day
  }[]
  readonly positions: readonly {
    readonly id: string
    readonly code: string
    readonly unitId: string
    readonly title: LocalText
    readonly reportsToId: string | null
    readonly since: Day
    /** When the version of the day began, and when the next one does, if any is planned. */
    readonly from: Day
    readonly changesOn: Day | null
  }[]
  readonly people: readonly KnownPerson[]
  /** Seats that run on the day or begin later. */
  readonly seats: readonly RosterSeat[]
}
export type KnownPerson = {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly latinName: string | null
  readonly mobile: string | null
  readonly email: string | null
}
export type RosterSeat = {
  readonly id: string
  readonly personId: string
  readonly positionId: string
  readonly kind: AssignmentKind
  readonly sharePermille: number
  readonly from: Day
  readonly until: Day | null
}

/** What a roster changes, each list written with one statement. */
export type RosterChanges = {
  readonly units: readonly { id: string; name: LocalText; kind: string; parentId: string; from: Day }[]
  readonly positions: readonly {
    id: string
    unitId: string
    title: LocalText
    headcount: number
    reportsToId: string | null
    isLead: boolean
    from: Day
  }[]
  /** Positions that answer to another one from a day on. */
  readonly lines: readonly { positionId: string; reportsToId: string | null; from: Day }[]
  readonly newPeople: readonly (KnownPerson & { pinyin: string })[]
  readonly changedPeople: readonly (KnownPerson & { pinyin: string })[]
  readonly endedSeats: readonly { id: string; until: Day }[]
  readonly correctedSeats: readonly { id: string; positionId: string; sharePermille: number }[]
  readonly newSeats: readonly RosterSeat[]
}

export async function readChart(ctx: Context, on: Day): Promise<ChartState> {
  const tenant = ctx.tenantId
  const units = await sql<ChartState['units'][number]>`
    select u.id, u.code, v.name, v.parent_id as "parentId",
      (select min(valid_from) from unit_version where tenant_id = ${tenant} and unit_id = u.id) as since
    from unit u join unit_version v on v.tenant_id = u.tenant_id and v.unit_id = u.id and ${validOn('v', on)}
    where u.tenant_id = ${tenant} order by u.code`.execute(ctx.db)
  const positions = await sql<ChartState['positions'][number]>`
    select p.id, p.code, v.unit_id as "unitId", v.title, v.reports_to_id as "reportsToId", v.valid_from as from,
      (select min(valid_from) from position_version where tenant_id = ${tenant} and position_id = p.id) as since,
      (select min(valid_from) from position_version where tenant_id = ${tenant} and position_id = p.id and valid_from > ${on}) as "changesOn"
    from position p join position_version v on v.tenant_id = p.tenant_id and v.position_id = p.id and ${validOn('v', on)}
    where p.tenant_id = ${tenant} order by p.code`.execute(ctx.db)
  const people = await sql<KnownPerson>`
    select id, number, name, latin_name as "latinName", mobile, email from person where tenant_id = ${tenant}`.execute(
    ctx.db,
  )
  const seats = await sql<RosterSeat>`
    select id, person_id as "personId", position_id as "positionId", kind, share_permille as "sharePermille",
      valid_from as from, valid_until as until
    from assignment where tenant_id = ${tenant} and (valid_until is null or valid_until > ${on}) order by valid_from, id`.execute(
    ctx.db,
  )
  return { units: units.rows, positions: positions.rows, people: people.rows, seats: seats.rows }
}

/** The codes given to new units and positions run on from the last of their kind. */
export async function writeChart(
  ctx: Context,
  changes: RosterChanges,
  codes: { unit: string; position: string },
): Promise<void> {
  const tenant = sql`${ctx.tenantId}::uuid`
  const newId = () => ctx.newId()
  const write = async (rows: readonly object[], statement: (source: RawBuilder<unknown>) => RawBuilder<unknown>) => {
    if (rows.length > 0) await statement(sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)`).execute(ctx.db)
  }
  const coded = numbered(changes.units, codes.unit)
  await write(
    coded,
    (rows) => sql`insert into unit (tenant_id, id, code, created_at)
    select ${tenant}, r.id, r.code, ${ctx.now}::timestamptz from ${rows} r(id uuid, code text)`,
  )
  await write(
    coded.map((unit) => ({ ...unit, version: newId() })),
    (rows) => sql`
    insert into unit_version (tenant_id, id, unit_id, name, kind, parent_id, valid_from)
    select ${tenant}, r.version, r.id, r.name, r.kind, r."parentId", r.from
    from ${rows} r(version uuid, id uuid, name jsonb, kind text, "parentId" uuid, "from" date)`,
  )
  const positions = numbered(changes.positions, codes.position)
  await write(
    positions,
    (rows) => sql`insert into position (tenant_id, id, code, created_at)
    select ${tenant}, r.id, r.code, ${ctx.now}::timestamptz from ${rows} r(id uuid, code text)`,
  )
  await write(
    positions.map((position) => ({ ...position, version: newId() })),
    (rows) => sql`
    insert into position_version (tenant_id, id, position_id, unit_id, title, headcount, reports_to_id, is_lead, valid_from)
    select ${tenant}, r.version, r.id, r."unitId", r.title, r.headcount, r."reportsToId", r."isLead", r.from
    from ${rows} r(version uuid, id uuid, "unitId" uuid, title jsonb, headcount int, "reportsToId" uuid, "isLead" boolean, "from" date)`,
  )
  await moveLines(ctx, changes.lines, tenant, write)
  await write(
    changes.newPeople,
    (rows) => sql`
    insert into person (tenant_id, id, number, name, latin_name, pinyin, mobile, email, created_at)
    select ${tenant}, r.id, r.number, r.name, r."latinName", r.pinyin, r.mobile, r.email, ${ctx.now}::timestamptz
    from ${rows} r(id uuid, number text, name text, "latinName" text, pinyin text, mobile text, email text)`,
  )
  await write(
    changes.changedPeople,
    (rows) => sql`
    update person p set name = r.name, latin_name = r."latinName", pinyin = r.pinyin, mobile = r.mobile, email = r.email, version = p.version + 1
    from ${rows} r(id uuid, name text, "latinName" text, pinyin text, mobile text, email text) where p.tenant_id = ${tenant} and p.id = r.id`,
  )
  await write(
    changes.endedSeats,
    (rows) => sql`
    update assignment a set valid_until = r.until from ${rows} r(id uuid, until date) where a.tenant_id = ${tenant} and a.id = r.id`,
  )
  await write(
    changes.correctedSeats,
    (rows) => sql`
    update assignment a set position_id = r."positionId", share_permille = r."sharePermille"
    from ${rows} r(id uuid, "positionId" uuid, "sharePermille" int) where a.tenant_id = ${tenant} and a.id = r.id`,
  )
  await write(
    changes.newSeats,
    (rows) => sql`
    insert into assignment (tenant_id, id, person_id, position_id, kind, share_permille, valid_from, valid_until)
    select ${tenant}, r.id, r."personId", r."positionId", r.kind, r."sharePermille", r.from, r.until
    from ${rows} r(id uuid, "personId" uuid, "positionId" uuid, kind text, "sharePermille" int, "from" date, until date)`,
  )
}

type Write = (rows: readonly object[], statement: (source: RawBuilder<unknown>) => RawBuilder<unknown>) => Promise<void>

/** A version that began before the day ends there and a copy with the new line follows; one that begins then is corrected. */
async function moveLines(
  ctx: Context,
  lines: RosterChanges['lines'],
  tenant: RawBuilder<unknown>,
  write: Write,
): Promise<void> {
  const rows = lines.map((line) => ({ ...line, version: ctx.newId() }))
  const source = (from: RawBuilder<unknown>) =>
    sql`${from} r("positionId" uuid, "reportsToId" uuid, "from" date, version uuid)`
  await write(
    rows,
    (from) => sql`
    with ended as (
      update position_version v set valid_until = r.from from ${source(from)}
      where v.tenant_id = ${tenant} and v.position_id = r."positionId" and v.valid_from < r.from
        and (v.valid_until is null or v.valid_until > r.from)
      returning 1
    ) select count(*) from ended`,
  )
  await write(
    rows,
    (from) => sql`
    update position_version v set reports_to_id = r."reportsToId" from ${source(from)}
    where v.tenant_id = ${tenant} and v.position_id = r."positionId" and v.valid_from = r.from`,
  )
  await write(
    rows,
    (from) => sql`
    insert into position_version (tenant_id, id, position_id, unit_id, title, headcount, reports_to_id, is_lead, job_family_id, grade_id, valid_from)
    select ${tenant}, r.version, v.position_id, v.unit_id, v.title, v.headcount, r."reportsToId", v.is_lead, v.job_family_id, v.grade_id, r.from
    from ${source(from)} join position_version v on v.tenant_id = ${tenant} and v.position_id = r."positionId" and v.valid_until = r.from
    where not exists (select from position_version n where n.tenant_id = ${tenant} and n.position_id = r."positionId" and n.valid_from = r.from)`,
  )
}

function numbered<T>(rows: readonly T[], first: string): (T & { code: string })[] {
  const start = Number(first.slice(1))
  return rows.map((row, index) => ({ ...row, code: `${first.slice(0, 1)}${String(start + index).padStart(4, '0')}` }))
}
