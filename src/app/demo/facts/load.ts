import { addDays, daysBetween, isWorkday, type Day, type WorkCalendar } from '#core/calendar'
import { systemActor } from '#kernel/access'
import { dayIn, instantOf } from '#kernel/clock'
import type { Context } from '#kernel/context'
import { openPool, type ConnectionSettings } from '#kernel/database'
import type { House } from '#kernel/house'
import { inTenant } from '#kernel/transaction'
import { storeFacts } from '#modules/indicators'
import { peopleByNumber, workCalendar } from '#modules/organisation'
import { findOrCreateSubjects } from '#modules/subjects'
import { groupDays } from '../load.ts'
import { houseOfThePast } from '../past.ts'
import { performer } from '../perform.ts'
import { connectSources } from './connect.ts'
import { crm, erp, mes, type Story, type Told } from './story.ts'

const daysAtOnce = 8
const stories: readonly Story[] = [mes, erp, crm]

/**
 * What the demo's MES, ERP and CRM told in eighteen months: some 300,000 facts, each with its key, so that telling them
 * again after a stop changes nothing. The sources themselves come last: when they are there, all of it is.
 */
export async function loadFacts(house: House, app: ConnectionSettings, tenantId: string): Promise<void> {
  const time = { now: house.clock() }
  const pool = openPool({ ...app, options: '-c synchronous_commit=off' }, 2)
  try {
    const past = houseOfThePast(house, pool, time)
    const within = <T>(work: (ctx: Context) => Promise<T>) => inTenant(past, tenantId, systemActor(), work)
    if (await within(isLoaded)) return
    const today = dayIn('Asia/Shanghai', house.clock())
    const calendar = await within((ctx) => workCalendar(ctx))
    const people = await within((ctx) =>
      peopleByNumber(
        ctx,
        stories.flatMap((story) => story.numbers),
      ),
    )
    for (let from = addDays(today, -groupDays); from <= today; from = addDays(from, daysAtOnce)) {
      const days = workdays(calendar, from, today)
      const last = days.at(-1)
      if (!last) continue
      const evening = instantOf('Asia/Shanghai', last, '20:00')
      time.now = evening < house.clock() ? evening : house.clock()
      await within((ctx) => tellDays(ctx, days, today, people))
    }
    time.now = house.clock()
    await connectSources(past, performer(past), tenantId)
    await inTenant(house, tenantId, systemActor(), async (ctx) => {
      await ctx.announce('indicators')
      await ctx.announce('sources')
    })
  } finally {
    await pool.end()
  }
}

async function tellDays(
  ctx: Context,
  days: readonly Day[],
  today: Day,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const told = days.flatMap((day) =>
    stories.flatMap((story) =>
      daysBetween(day, today) < story.silentDays
        ? []
        : story
            .tell(day, daysBetween(day, today), (number) => people.get(number) ?? '')
            .filter((fact) => fact.personId !== '' && fact.happenedAt <= ctx.now.toISOString()),
    ),
  )
  const subjects = await findOrCreateSubjects(
    ctx,
    told.flatMap(({ subject, personId }) => (subject ? [{ ...subject, ownerId: personId }] : [])),
  )
  await storeFacts(
    ctx,
    told.map(({ subject, ...fact }: Told) =>
      subject ? { ...fact, subjectId: subjects.get(`${subject.type}:${subject.key}`) ?? null } : fact,
    ),
  )
}

function workdays(calendar: WorkCalendar, from: Day, today: Day): Day[] {
  return Array.from({ length: daysAtOnce }, (_none, at) => addDays(from, at)).filter(
    (day) => day <= today && isWorkday(calendar, day),
  )
}

async function isLoaded(ctx: Context): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('source')
    .select('id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('code', '=', 'crm')
    .where('state', '=', 'on')
    .executeTakeFirst()
  return row !== undefined
}
