import { drawChart, type Chart } from '#test/chart'
import { openWorld, type Send, type World } from '#test/world'

export const dailyReport = {
  key: 'report',
  name: { 'zh-CN': '到料件数', en: 'Arrivals' },
  steps: [{ en: 'Count' }, { en: 'Report' }],
  cadence: { every: 'workday', dueTime: '17:30' },
  factKind: 'arrival',
  form: {
    photo: 'optional',
    fields: [
      { key: 'pieces', label: { en: 'Pieces' }, kind: 'number', required: true, min: 0, max: 500 },
      { key: 'cost', label: { en: 'Cost' }, kind: 'money' },
      {
        key: 'state',
        label: { en: 'State' },
        kind: 'choice',
        choices: [
          { value: 'good', label: { en: 'Good' } },
          { value: 'torn', label: { en: 'Torn' } },
        ],
      },
    ],
  },
}

export const weeklyVisits = {
  key: 'visit',
  name: { 'zh-CN': '客户拜访', en: 'Visits' },
  cadence: { every: 'week', times: 2 },
  form: { photo: 'required', fields: [{ key: 'customer', label: { en: 'Customer' }, kind: 'text' }] },
}

export type Office = {
  world: World
  chart: Chart
  responsibilityId: string
  ann: Send
  bob: Send
  boss: Send
  hr: Send
  /** Signs somebody in (again: sessions end when nothing is asked for hours). */
  as(name: string): Promise<Send>
  /** The open tasks of a person, by their English title. */
  tasksOf(send: Send): Promise<Record<string, { id: string; version: number; [key: string]: unknown }>>
}

/** Ann and Bob report to Boss, Carl works next door; both carry a daily and a weekly duty. It is Wednesday 2026-03-04, 10:00. */
export async function openOffice(duties: object[] = [dailyReport, weeklyVisits], now?: string): Promise<Office> {
  const world = await openWorld(now ? { now } : {})
  const chart = await world.within((ctx) =>
    drawChart(ctx, {
      units: { A: { name: 'Sales' }, B: { name: 'Next door' } },
      positions: {
        LEAD: { unit: 'A', title: 'Lead', isLead: true },
        REP: { unit: 'A', title: 'Rep', reportsTo: 'LEAD', headcount: 2 },
        OTHER: { unit: 'B', title: 'Other' },
      },
      people: {
        boss: { name: 'Boss', on: 'LEAD' },
        ann: { name: 'Ann', on: 'REP' },
        bob: { name: 'Bob', on: 'REP' },
        carl: { name: 'Carl', on: 'OTHER' },
      },
    }),
  )
  const as = async (name: string, role = 'employee') =>
    (await world.member({ role, personId: chart.people[name] ?? '', name })).send
  const { send: hr } = await world.member({ role: 'hr', name: 'Hr' })
  const made = await hr('POST', '/responsibilities', {
    name: { 'zh-CN': '客户', en: 'Customers' },
    unitId: chart.units['A'],
    from: '2026-03-01',
    duties,
  })
  if (made.status !== 200) throw new Error(JSON.stringify(made.body))
  const { responsibilityId } = made.body
  await hr('POST', `/responsibilities/${responsibilityId}/holdings`, {
    responsibilityId,
    positionId: chart.positions['REP'],
    raci: 'responsible',
    from: '2026-03-01',
  })
  return {
    world,
    chart,
    responsibilityId,
    ann: await as('ann'),
    bob: await as('bob'),
    boss: await as('boss'),
    hr,
    as,
    async tasksOf(send) {
      const { body } = await send('GET', '/tasks?limit=100')
      return Object.fromEntries(body.rows.map((task: { title: { en: string } }) => [task.title.en, task]))
    },
  }
}
