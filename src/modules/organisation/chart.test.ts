import { expect, test } from 'vitest'
import { drawChart } from '#test/chart'
import { openWorld } from '#test/world'
import { boxesOf } from './boxes.ts'
import type { ChartNode, OrgChart } from './contract.ts'

const drawing = {
  units: { PROD: { name: 'Production' }, SHOP: { name: 'Workshop', below: 'PROD', kind: 'workshop' } },
  positions: {
    BOSS: { title: 'Director', isLead: true },
    HEAD: { unit: 'PROD', title: 'Head', reportsTo: 'BOSS', isLead: true },
    CHIEF: { unit: 'SHOP', title: 'Chief', reportsTo: 'HEAD', isLead: true, from: '2025-01-01' },
    HAND: { unit: 'SHOP', title: 'Hand', reportsTo: 'CHIEF', headcount: 3 },
  },
  people: {
    E1: { name: 'Anna', on: 'BOSS' },
    E2: { name: 'Ben', on: 'HAND', seats: [{ on: 'CHIEF', kind: 'acting' as const, from: '2026-02-01' }] },
    E3: { name: 'Cleo', on: 'HAND', until: '2026-03-01' },
  },
}

async function openFactory() {
  const world = await openWorld()
  const chart = await world.within((ctx) => drawChart(ctx, drawing))
  const { send } = await world.member({ may: { 'organisation.read': 'tenant' } })
  const read = async (on: string): Promise<OrgChart> => (await send('GET', `/org-chart?on=${on}`)).body
  return { world, chart, send, read }
}

const find = (nodes: readonly ChartNode[], id: string | undefined) => nodes.find((node) => node.id === id)

test('a chart of a day by units: seats with all below, who leads, what hangs where', async () => {
  const { chart, read } = await openFactory()
  const { nodes } = boxesOf(await read('2026-02-15'), 'unit')
  expect(nodes).toHaveLength(3)
  expect(find(nodes, chart.units['PROD'])).toMatchObject({
    parentId: chart.rootId,
    headcount: 5,
    seated: 2,
    people: [],
    title: { en: 'Production' },
  })
  expect(find(nodes, chart.units['SHOP'])).toMatchObject({
    unitKind: 'workshop',
    people: [{ name: 'Ben', kind: 'acting' }],
  })
  expect(find(nodes, chart.rootId)?.people).toMatchObject([{ name: 'Anna', kind: 'main' }])
})

test('by positions: the line, vacancies and holders as of the day, past and future', async () => {
  const { chart, read } = await openFactory()
  const now = boxesOf(await read('2026-02-15'), 'position').nodes
  expect(find(now, chart.positions['HEAD'])).toMatchObject({ people: [], seated: 0, isLead: true })
  expect(find(now, chart.positions['HAND'])).toMatchObject({
    parentId: chart.positions['CHIEF'],
    headcount: 3,
    seated: 2,
    note: { en: 'Workshop' },
  })
  expect(find(now, chart.positions['HAND'])?.alsoFoundBy).toContain('HAND')
  const later = boxesOf(await read('2026-03-01'), 'position').nodes
  expect(find(later, chart.positions['HAND'])?.people.map(({ name }) => name)).toEqual(['Ben'])
  const before = boxesOf(await read('2024-06-01'), 'position').nodes
  expect(find(before, chart.positions['CHIEF'])).toBeUndefined()
  // what it answers to is not there yet: it stands at a top and is not lost
  expect(find(before, chart.positions['HAND'])?.parentId).toBeNull()
})

test('by people: each once, vacancies passed over, second lines between the holders', async () => {
  const { world, chart, read } = await openFactory()
  await world.within((ctx) =>
    ctx.db
      .insertInto('dotted_line')
      .values({
        tenant_id: ctx.tenantId,
        id: ctx.newId(),
        position_id: chart.positions['HAND']!,
        to_position_id: chart.positions['BOSS']!,
        kind: 'project',
        valid_from: '2026-01-01',
      })
      .execute(),
  )
  const { nodes, lines } = boxesOf(await read('2026-02-15'), 'person')
  expect(nodes.map(({ title }) => title['en']).sort()).toEqual(['Anna', 'Ben', 'Cleo'])
  const [anna, ben, cleo] = ['E1', 'E2', 'E3'].map((number) => chart.people[number])
  // CHIEF is filled by Ben himself, acting, and HEAD is vacant: he answers to Anna, Cleo to him
  expect([find(nodes, anna)?.parentId, find(nodes, ben)?.parentId, find(nodes, cleo)?.parentId]).toEqual([
    null,
    anna,
    ben,
  ])
  expect(lines).toEqual([{ from: ben, to: anna, kind: 'project' }])
})

test('nothing outside the scope of the asker, and nothing of another company', async () => {
  const { world, chart } = await openFactory()
  const { send } = await world.member({ may: { 'organisation.read': 'unit' }, unitId: chart.units['SHOP']! })
  const seen: OrgChart = (await send('GET', '/org-chart?on=2026-02-15')).body
  expect(seen.units.id).toEqual([chart.units['SHOP']])
  expect(seen.positions.id.toSorted()).toEqual([chart.positions['CHIEF']!, chart.positions['HAND']!].toSorted())
  expect(seen.people.name).not.toContain('Anna')
  expect(seen.positions.above[seen.positions.id.indexOf(chart.positions['CHIEF']!)]).toBe(-1)

  const stranger = await world.member({ may: { 'organisation.read': 'tenant' }, tenantId: await world.anotherTenant() })
  expect((await stranger.send('GET', '/org-chart')).body.people.id).toEqual([])
  const nobody = await world.member({})
  expect((await nobody.send('GET', '/org-chart')).status).toBe(403)
})

test('the chart on paper: a PDF with a page for what does not fit, in the words of the asker', async () => {
  const { send } = await openFactory()
  const answer = await send('GET', '/org-chart/pages?by=position&level=9&paper=a3&gap=true&on=2026-02-15')
  expect(answer.status).toBe(200)
  expect(answer.headers['content-type']).toBe('application/pdf')
  expect(answer.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain('2026-02-15.pdf')
  expect((await send('GET', '/org-chart/pages?level=0')).status).toBe(400)
  expect((await send('GET', '/org-chart/pages?paper=a5')).status).toBe(400)
})
