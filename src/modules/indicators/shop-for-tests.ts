import type { Send, World } from '#test/world'
import { drawChart } from '#test/chart'

/** A small shop for tests: growth (with a team in the north) and service, each led by somebody. */
export async function openShop(world: World) {
  const chart = await world.within((ctx) =>
    drawChart(ctx, {
      units: { GROWTH: {}, NORTH: { below: 'GROWTH' }, SERVICE: {} },
      positions: {
        HEAD: { unit: 'GROWTH', isLead: true },
        DEV: { unit: 'GROWTH', reportsTo: 'HEAD', headcount: 2, title: 'Developer' },
        CLERK: { unit: 'NORTH', reportsTo: 'HEAD' },
        CARE: { unit: 'SERVICE', isLead: true },
        OPS: { unit: 'SERVICE', reportsTo: 'CARE' },
      },
      people: {
        lin: { on: 'HEAD' },
        chen: { on: 'DEV' },
        zhao: { on: 'DEV' },
        ning: { on: 'CLERK' },
        sun: { on: 'CARE' },
        wu: { on: 'OPS' },
      },
    }),
  )
  const { send: asHr } = await world.member({
    may: { 'responsibilities.read': 'tenant', 'responsibilities.edit': 'tenant', 'responsibilities.assign': 'tenant' },
  })
  const winning = await hold(asHr, winningCustomers, [
    [chart.positions['HEAD'], 'accountable', 100],
    [chart.positions['DEV'], 'responsible', 600],
    [chart.positions['CLERK'], 'responsible', 1000],
  ])
  const keeping = await hold(asHr, keepingCustomers, [
    [chart.positions['DEV'], 'responsible', 400],
    [chart.positions['OPS'], 'responsible', 1000],
  ])
  const person = (name: string) => chart.people[name] ?? ''
  const { send: machine } = await world.member({ may: { 'indicators.record': 'tenant' }, name: 'MES' })
  const tell = (facts: readonly object[], extra: object = {}) => machine('POST', '/facts', { facts, ...extra })
  return { chart, person, asHr, winning, keeping, machine, tell }
}

export type Shop = Awaited<ReturnType<typeof openShop>>

/** A visit as another system tells it. */
export function visit(key: string, personNumber: string, parts: object = {}) {
  return { key, kind: 'visit', personNumber, responsibilityCode: 'WIN', happenedAt: '2026-03-02T02:00:00Z', ...parts }
}

const result = { key: 'result', label: { en: 'Result', 'zh-CN': '结果' }, kind: 'choice', required: true }
const signed = { dimension: 'result', is: ['signed'] }

const winningCustomers = {
  code: 'WIN',
  name: { en: 'Winning customers', 'zh-CN': '客户拓展' },
  indicators: [
    {
      key: 'new-customers',
      name: { en: 'New customers' },
      direction: 'up',
      target: 10,
      weightPermille: 600,
      period: 'month',
      measure: { kind: 'figure', figure: { take: 'count', fact: 'visit', where: [signed] } },
    },
    {
      key: 'conversion',
      name: { en: 'Conversion' },
      unit: '%',
      direction: 'up',
      target: 0.3,
      weightPermille: 400,
      period: 'month',
      measure: {
        kind: 'ratio',
        part: { take: 'count', fact: 'visit', where: [signed] },
        whole: { take: 'count', fact: 'visit' },
      },
    },
  ],
  duties: [
    {
      key: 'visit',
      name: { en: 'Visit a customer', 'zh-CN': '客户拜访' },
      cadence: { every: 'week', times: 5 },
      factKind: 'visit',
      form: {
        photo: 'none',
        fields: [
          { ...result, choices: ['signed', 'open', 'lost'].map((value) => ({ value, label: { en: value } })) },
          { key: 'amount', label: { en: 'Amount' }, kind: 'number' },
        ],
      },
    },
  ],
}

const keepingCustomers = {
  code: 'KEEP',
  name: { en: 'Keeping customers', 'zh-CN': '客户维护' },
  indicators: [
    {
      key: 'minutes',
      name: { en: 'Minutes to answer' },
      unit: 'min',
      direction: 'down',
      target: 30,
      weightPermille: 500,
      period: 'month',
      measure: { kind: 'figure', figure: { take: 'average', fact: 'answer', of: 'minutes' } },
    },
    {
      key: 'turnover',
      name: { en: 'Turnover' },
      direction: 'up',
      target: 1000,
      weightPermille: 500,
      period: 'month',
      measure: { kind: 'figure', figure: { take: 'sum', fact: 'order', of: 'amount' } },
    },
  ],
}

async function hold(
  send: Send,
  draft: object,
  holders: readonly (readonly [string | undefined, string, number])[],
): Promise<string> {
  const made = await send('POST', '/responsibilities', { unitId: null, from: '2026-01-01', ...draft })
  if (made.status !== 200) throw new Error(JSON.stringify(made.body))
  const { responsibilityId } = made.body as { responsibilityId: string }
  for (const [positionId, raci, weightPermille] of holders) {
    const path = `/responsibilities/${responsibilityId}/holdings`
    const held = await send('POST', path, { positionId, raci, weightPermille, from: '2026-01-01' })
    if (held.status !== 200) throw new Error(JSON.stringify(held.body))
  }
  return responsibilityId
}
