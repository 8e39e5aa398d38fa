import type { Send, World } from '#test/world'
import { drawChart } from '#test/chart'

const numbers = (name: string, count: number) => Array.from({ length: count }, (_none, at) => `${name}${at + 1}`)
export const easterners = numbers('east', 6)
export const westerners = numbers('west', 5)
export const few = numbers('lab', 3)

/** A firm for tests: east (six clerks and their head), west (five and their head), a laboratory of three, all below sales. */
export async function openFirm(world: World) {
  const on = (names: readonly string[], position: string) => names.map((name) => [name, { on: position }])
  const chart = await world.within((ctx) =>
    drawChart(ctx, {
      units: { SALES: {}, EAST: { below: 'SALES' }, WEST: { below: 'SALES' }, LAB: { below: 'SALES' } },
      positions: {
        BOSS: { unit: 'SALES', isLead: true },
        EHEAD: { unit: 'EAST', isLead: true, reportsTo: 'BOSS' },
        ECLERK: { unit: 'EAST', reportsTo: 'EHEAD', headcount: 6 },
        WHEAD: { unit: 'WEST', isLead: true, reportsTo: 'BOSS' },
        WCLERK: { unit: 'WEST', reportsTo: 'WHEAD', headcount: 5 },
        LABBER: { unit: 'LAB', reportsTo: 'BOSS', headcount: 3 },
      },
      people: Object.fromEntries([
        ['boss', { on: 'BOSS' }],
        ['ehead', { on: 'EHEAD' }],
        ['whead', { on: 'WHEAD' }],
        ...on(easterners, 'ECLERK'),
        ...on(westerners, 'WCLERK'),
        ...on(few, 'LABBER'),
      ]),
    }),
  )
  const { send: asHr } = await world.member({
    may: { 'responsibilities.read': 'tenant', 'responsibilities.edit': 'tenant', 'responsibilities.assign': 'tenant' },
  })
  const all = [chart.positions['ECLERK'], chart.positions['WCLERK'], chart.positions['LABBER']]
  const visiting = await hold(asHr, responsibility('VISIT', 'Visiting', 10, ['Negotiation']), all, 600)
  const posting = await hold(
    asHr,
    responsibility('POST', 'Posting', 4, ['Social-media analytics', 'Writing']),
    all,
    400,
  )
  const { send: machine } = await world.member({ may: { 'indicators.record': 'tenant' }, name: 'CRM' })
  const person = (name: string) => chart.people[name] ?? ''
  const unit = (name: string) => chart.units[name] ?? ''
  /** So many facts of a kind about somebody on a day. */
  const tell = async (name: string, kind: 'visit' | 'post', day: string, count: number) => {
    const facts = Array.from({ length: count }, (_none, at) => ({
      key: `${kind}-${name}-${day}-${at}`,
      kind,
      personNumber: name,
      responsibilityCode: kind === 'visit' ? 'VISIT' : 'POST',
      happenedAt: `${day}T02:00:00Z`,
    }))
    const answer = await machine('POST', '/facts', { facts })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  }
  const as = async (name: string) => (await world.member({ role: 'employee', personId: person(name), name })).send
  return { chart, person, unit, tell, as, asHr, visiting, posting }
}
export type Firm = Awaited<ReturnType<typeof openFirm>>

export function responsibility(code: string, name: string, target: number, capabilities: readonly string[] = []) {
  return {
    code,
    name: { en: name },
    capabilities: capabilities.map((en) => ({ en })),
    indicators: [
      {
        key: 'done',
        name: { en: `${name} done` },
        direction: 'up',
        target,
        weightPermille: 1000,
        period: 'month',
        measure: { kind: 'figure', figure: { take: 'count', fact: code === 'VISIT' ? 'visit' : 'post' } },
      },
    ],
  }
}

async function hold(
  send: Send,
  draft: object,
  positionIds: readonly (string | undefined)[],
  weightPermille: number,
): Promise<string> {
  const made = await send('POST', '/responsibilities', { unitId: null, from: '2025-01-01', ...draft })
  if (made.status !== 200) throw new Error(JSON.stringify(made.body))
  const { responsibilityId } = made.body as { responsibilityId: string }
  for (const positionId of positionIds) {
    const path = `/responsibilities/${responsibilityId}/holdings`
    const held = await send('POST', path, { positionId, raci: 'responsible', weightPermille, from: '2025-01-01' })
    if (held.status !== 200) throw new Error(JSON.stringify(held.body))
  }
  return responsibilityId
}
