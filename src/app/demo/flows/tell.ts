import { addDays, isWorkday, type Day, type WorkCalendar } from '#core/calendar'
import { dayIn, instantOf } from '#kernel/clock'
import { systemActor } from '#kernel/access'
import type { House } from '#kernel/house'
import { perform as runJob } from '#kernel/jobs'
import { inTenant } from '#kernel/transaction'
import { workCalendar } from '#modules/organisation'
import type { Time } from '../history.ts'
import type { Perform, Who } from '../perform.ts'
import type { FlowIds } from './publish.ts'
import type { Act, Story } from './story.ts'

const hourMs = 3_600_000

export type Telling = {
  readonly house: House
  readonly perform: Perform
  readonly time: Time
  readonly tenantId: string
  readonly today: Day
  readonly flowIds: FlowIds
}
type Person = { readonly who: Who; readonly personId: string }
type Detail = { dataRev: number; tasks: { id: string; step: string; may: { claim: boolean } }[] }

/** Lets the people of the demo start and decide their requests, each on its day. Those already told are left out. */
export async function tellRequests(telling: Telling, stories: readonly Story[]): Promise<void> {
  const { house, tenantId, today, time } = telling
  const { people, titles, calendar } = await inTenant(house, tenantId, systemActor(), async (ctx) => ({
    people: new Map(
      (
        await ctx.db
          .selectFrom('account')
          .select(['login', 'id', 'person_id'])
          .where('tenant_id', '=', tenantId)
          .where('person_id', 'is not', null)
          .execute()
      ).map(({ login, id, person_id }): [string, Person] => [
        login,
        { who: { tenantId, accountId: id }, personId: person_id ?? '' },
      ]),
    ),
    titles: new Set(
      (await ctx.db.selectFrom('flow_instance').select('title').where('tenant_id', '=', tenantId).execute()).map(
        ({ title }) => title,
      ),
    ),
    calendar: await workCalendar(ctx),
  }))
  for (const story of stories.toSorted((one, other) => other.daysAgo - one.daysAgo)) {
    if (titles.has(story.title)) continue
    const on = workdayBefore(calendar, addDays(today, -story.daysAgo))
    time.now = earliest(instantOf('Asia/Shanghai', on, '09:40'), new Date())
    await tell(telling, story, on, people)
    await runJob(house, 'flow', 'fireTimers', { tenantId })
  }
}

async function tell(telling: Telling, story: Story, on: Day, people: ReadonlyMap<string, Person>): Promise<void> {
  const { perform, time, flowIds } = telling
  const person = (login: string) => {
    const found = people.get(login)
    if (!found) throw new Error(`nobody signs in as ${login}`)
    return found
  }
  const values = Object.fromEntries(
    Object.entries(story.values(on)).map(([key, value]) => [
      key,
      typeof value === 'string' && people.has(value) ? person(value).personId : value,
    ]),
  )
  const { requestId } = await perform<{ requestId: string }>(person(story.by).who, 'flow.startRequest', {
    flowId: flowIds.get(story.flow),
    title: story.title,
    values,
    ...(story.subject ? { subject: { ...story.subject, label: story.title } } : {}),
  })
  for (const [turn, acts] of [story.acts, ...(story.follow ?? [])].entries()) {
    const at = await descendant(telling, requestId, turn)
    for (const act of acts) {
      time.now = earliest(new Date(time.now.getTime() + (act.afterHours ?? 5) * hourMs), new Date())
      await carryOut(telling, at, act, person(act.by).who, dayIn('Asia/Shanghai', time.now))
    }
  }
}

/** The request that a request began, so many turns on. */
async function descendant({ house, tenantId }: Telling, requestId: string, turns: number): Promise<string> {
  let id = requestId
  for (let turn = 0; turn < turns; turn += 1)
    id = await inTenant(house, tenantId, systemActor(), async (ctx) => {
      const child = await ctx.db
        .selectFrom('flow_instance')
        .select('id')
        .where('tenant_id', '=', tenantId)
        .where('parent_id', '=', id)
        .executeTakeFirstOrThrow()
      return child.id
    })
  return id
}

async function carryOut({ perform }: Telling, requestId: string, act: Act, who: Who, on: Day): Promise<void> {
  const task = async () => {
    const detail = await perform<Detail>(who, 'flow.readRequest', { requestId })
    const found = detail.tasks.find((one) => one.step === act.step)
    if (!found) throw new Error(`${act.by} has nothing to do at ${act.step}`)
    return { ...found, dataRev: detail.dataRev }
  }
  let mine = await task()
  if (mine.may.claim) {
    await perform(who, 'flow.act', { requestId, deed: { do: 'claim', task: mine.id } })
    mine = await task()
  }
  const deed =
    act.do === 'return'
      ? { do: 'return', task: mine.id, to: act.to, opinion: act.opinion }
      : { do: 'decide', task: mine.id, decision: act.do, opinion: act.opinion }
  const changes =
    act.changes &&
    Object.fromEntries(Object.entries(act.changes).map(([key, value]) => [key, value === 'today' ? on : value]))
  await perform(who, 'flow.act', { requestId, deed, dataRev: mine.dataRev, ...(changes ? { changes } : {}) })
}

function workdayBefore(calendar: WorkCalendar, day: Day): Day {
  return isWorkday(calendar, day) ? day : workdayBefore(calendar, addDays(day, -1))
}

function earliest(one: Date, other: Date): Date {
  return one < other ? one : other
}
