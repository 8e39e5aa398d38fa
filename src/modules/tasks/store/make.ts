import { sql } from 'kysely'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'

export type NewTask = {
  id: string
  title: object
  origin: 'duty' | 'manual'
  responsibilityId: string | null
  dutyId: string | null
  positionId: string | null
  personId: string
  unitId: string
  periodFrom: string
  periodUntil: string
  dueAt: string
  quantityDue: number
  onceKey: string
  note: string
  givenBy: string | null
}

const atOnce = 5000

/** Writes tasks in one statement for each few thousand; those that exist already are left as they are. Returns how many are new. */
export async function insertTasks(ctx: Context, tasks: readonly NewTask[]): Promise<number> {
  let made = 0
  for (let start = 0; start < tasks.length; start += atOnce) {
    const result = await sql`
      insert into task (tenant_id, id, title, origin, responsibility_id, duty_id, position_id, person_id, unit_id,
        period_from, period_until, due_at, quantity_due, once_key, note, given_by, created_at)
      select ${ctx.tenantId}, n.id, n.title, n.origin, n."responsibilityId", n."dutyId", n."positionId", n."personId", n."unitId",
        n."periodFrom", n."periodUntil", n."dueAt", n."quantityDue", n."onceKey", n.note, n."givenBy", ${ctx.now}
      from jsonb_to_recordset(${JSON.stringify(tasks.slice(start, start + atOnce))}::jsonb) as n(id uuid, title jsonb, origin text,
        "responsibilityId" uuid, "dutyId" uuid, "positionId" uuid, "personId" uuid, "unitId" uuid, "periodFrom" date, "periodUntil" date,
        "dueAt" timestamptz, "quantityDue" int, "onceKey" text, note text, "givenBy" uuid)
      on conflict (tenant_id, once_key) do nothing`.execute(ctx.db)
    made += Number(result.numAffectedRows ?? 0n)
  }
  return made
}

export type Reminder = { id: string; personId: string; title: unknown; dueAt: Date; isLate: boolean }

/** Open tasks that fall due soon or are late, and of which the person has not been told in that state. Marks them told. */
export async function takeReminders(ctx: Context, soonUntil: Date): Promise<Reminder[]> {
  const rows = await ctx.db
    .updateTable('task as t')
    .set({ reminded_at: ctx.now })
    .where('t.tenant_id', '=', ctx.tenantId)
    .where('t.status', '=', 'open')
    .where('t.due_at', '<', soonUntil)
    .where((eb) =>
      eb.or([
        eb('t.reminded_at', 'is', null),
        eb.and([eb('t.reminded_at', '<', eb.ref('t.due_at')), eb('t.due_at', '<', ctx.now)]),
      ]),
    )
    .returning(['t.id', 't.person_id', 't.title', 't.due_at'])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    title: row.title,
    dueAt: row.due_at,
    isLate: row.due_at < ctx.now,
  }))
}

/** The accounts that may enter a year of the working calendar. */
export async function keepersOfCalendar(ctx: Context): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('account_role as a')
    .innerJoin('role_grant as g', (join) =>
      join.onRef('g.tenant_id', '=', 'a.tenant_id').onRef('g.role_id', '=', 'a.role_id'),
    )
    .where('a.tenant_id', '=', ctx.tenantId)
    .where('g.permission', '=', 'organisation.edit-calendar')
    .where(validOn('a', ctx.today))
    .select('a.account_id')
    .distinct()
    .execute()
  return rows.map((row) => row.account_id)
}
