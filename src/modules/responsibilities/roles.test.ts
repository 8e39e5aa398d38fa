import { beforeEach, describe, expect, test } from 'vitest'
import { dutiesHeldOn, whoAnswers } from '#modules/responsibilities'
import { openWorld, type Send, type World } from '#test/world'
import { layFirm, winning, type Firm } from './trial.ts'

let world: World
let firm: Firm
let send: Send
let id: string
const may = {
  'responsibilities.read': 'tenant',
  'responsibilities.edit': 'tenant',
  'responsibilities.assign': 'tenant',
} as const

beforeEach(async () => {
  world = await openWorld()
  firm = await world.within(layFirm)
  send = (await world.member({ may })).send
  id = (await send('POST', '/responsibilities', { ...winning, unitId: firm.units.growth, from: '2026-02-01' })).body
    .responsibilityId
})

const assign = (body: object) => send('POST', `/responsibilities/${id}/holdings`, body)
const holders = async () => (await send('GET', `/responsibilities/${id}`)).body.holders

describe('who can hold', () => {
  test('a unit holds through its lead position, a person by itself; neither is the position’s', async () => {
    await world.within((ctx) =>
      ctx.db
        .updateTable('position_version')
        .set({ is_lead: true })
        .where('position_id', '=', firm.positions.lead)
        .execute(),
    )
    expect((await assign({ unitId: firm.units.growth, raci: 'accountable' })).status).toBe(200)
    expect((await assign({ personId: firm.people.chen, raci: 'responsible', weightPermille: 300 })).status).toBe(200)
    expect(await holders()).toMatchObject([
      {
        holder: 'unit',
        unitName: { en: 'Growth' },
        positionId: firm.positions.lead,
        people: [{ name: 'Lin', isActing: false }],
      },
      {
        holder: 'person',
        personId: firm.people.chen,
        positionId: firm.positions.developer,
        people: [{ name: 'Chen' }],
      },
    ])
    const duties = await world.within((ctx) => dutiesHeldOn(ctx, ctx.today))
    expect(duties).toMatchObject([{ positionId: firm.positions.developer, personId: firm.people.chen }])
    const mine = async (personId: string) => {
      const member = await world.member({ may: { 'responsibilities.read': 'tenant' }, personId })
      return (await member.send('GET', '/my-responsibilities')).body.items.map((one: { holder: string }) => one.holder)
    }
    expect([await mine(firm.people.chen), await mine(firm.people.zhao), await mine(firm.people.lin)]).toEqual([
      ['person'],
      [],
      ['unit'],
    ])
    expect((await send('GET', `/responsibilities/${id}/uses`)).body).toMatchObject({
      units: [{ id: firm.units.growth }],
      positions: [],
      people: [{ name: 'Lin' }, { name: 'Chen' }],
    })
  })

  test('exactly one of the three is named; a unit has no weight; a person carries at most the whole', async () => {
    expect((await assign({ raci: 'informed' })).body).toMatchObject({ code: 'responsibilities.one-holder', count: 0 })
    const two = { positionId: firm.positions.lead, unitId: firm.units.growth, raci: 'informed' }
    expect((await assign(two)).body).toMatchObject({ code: 'responsibilities.one-holder', count: 2 })
    expect((await assign({ unitId: firm.units.growth, raci: 'informed', weightPermille: 1 })).body.code).toBe(
      'responsibilities.units-have-no-weight',
    )
    await assign({ personId: firm.people.wu, raci: 'informed', weightPermille: 700 })
    expect((await assign({ personId: firm.people.wu, raci: 'consulted', weightPermille: 301 })).body).toMatchObject({
      code: 'responsibilities.too-heavy',
      total: 1001,
    })
    expect((await assign({ personId: firm.people.wu, raci: 'informed' })).body.code).toBe('responsibilities.held-twice')
    expect((await assign({ personId: crypto.randomUUID(), raci: 'informed' })).status).toBe(404)
    expect((await assign({ unitId: crypto.randomUUID(), raci: 'informed' })).status).toBe(404)
    expect((await assign({ unitId: firm.units.growth, forUnitId: crypto.randomUUID(), raci: 'informed' })).status).toBe(
      404,
    )
  })

  test('one is accountable for the firm and one for a part of it; the database itself refuses a second', async () => {
    await assign({ positionId: firm.positions.lead, raci: 'accountable' })
    const local = { positionId: firm.positions.operator, raci: 'accountable', forUnitId: firm.units.service }
    expect((await assign(local)).status).toBe(200)
    expect((await assign({ ...local, positionId: firm.positions.developer })).body.code).toBe(
      'responsibilities.second-accountable',
    )
    const forced = world.within((ctx) =>
      ctx.db
        .insertInto('holding')
        .values({
          tenant_id: ctx.tenantId,
          id: ctx.newId(),
          responsibility_id: id,
          person_id: firm.people.wu,
          raci: 'accountable',
          valid_from: '2027-01-01',
        })
        .execute(),
    )
    await expect(forced).rejects.toThrow('base.exists')
    expect((await send('GET', `/responsibilities/${id}`)).body.alarms).toEqual([])
  })

  test('a weight changes from a day on and stays as it was before', async () => {
    const { holdingId } = (
      await assign({ positionId: firm.positions.lead, raci: 'accountable', weightPermille: 300, from: '2026-02-01' })
    ).body
    const weigh = (weightPermille: number, from?: string) =>
      send('PUT', `/holdings/${holdingId}/weight`, { weightPermille, from })
    expect((await weigh(400, '2026-03-03')).body.code).toBe('responsibilities.past-day')
    expect((await weigh(1000, '2026-04-01')).status).toBe(200)
    const weightOn = async (day: string) =>
      (await send('GET', `/responsibilities/${id}?day=${day}`)).body.holders[0].weightPermille
    expect([await weightOn('2026-03-31'), await weightOn('2026-04-01')]).toEqual([300, 1000])
    expect((await weigh(200, '2026-05-01')).body.code).toBe('responsibilities.already-ended')
  })
})

describe('the chart of roles', () => {
  const chart = async (query: string) => (await send('GET', `/roles-chart?${query}`)).body
  const set = (body: object) => send('PUT', `/responsibilities/${id}/roles`, body)

  test('lays the business of a unit and what is held in it against its positions', async () => {
    await set({ positionId: firm.positions.lead, racis: ['accountable', 'consulted'] })
    await set({ positionId: firm.positions.operator, racis: ['informed'] })
    const growth = await chart(`unitId=${firm.units.growth}`)
    expect(growth.columns.map((column: { title: { en: string } }) => column.title.en)).toEqual([
      'Business developer',
      'Growth lead',
    ])
    expect(growth.rows).toMatchObject([
      {
        alarms: [],
        accountableElsewhere: null,
        cells: [{ columnId: firm.positions.lead, racis: ['accountable', 'consulted'] }],
      },
    ])
    const service = await chart(`unitId=${firm.units.service}`)
    expect(service.rows).toMatchObject([
      {
        accountableElsewhere: { en: 'Growth lead' },
        cells: [{ columnId: firm.positions.operator, racis: ['informed'] }],
      },
    ])
    const units = await chart(`unitId=${firm.units.firm}&by=unit`)
    expect(units.columns.map((column: { depth: number }) => column.depth)).toEqual([0, 1, 1])
    expect(units.rows[0].cells).toMatchObject([
      { columnId: firm.units.growth, racis: [], through: ['accountable', 'consulted'] },
      { columnId: firm.units.service, racis: [], through: ['informed'] },
    ])
    await set({ positionId: firm.positions.lead, racis: [] })
    expect((await chart(`unitId=${firm.units.firm}&onlyAlarms=true`)).rows).toMatchObject([
      { alarms: ['nobody-accountable'] },
    ])
    await send('POST', '/responsibilities', { name: { en: 'Of the firm' }, unitId: null, code: 'firm' })
    const codes = async (unitId: string) =>
      (await chart(`unitId=${unitId}`)).rows.map((row: { code: string }) => row.code)
    expect([await codes(firm.units.firm), await codes(firm.units.growth)]).toEqual([
      ['firm', 'winning-customers'],
      ['winning-customers'],
    ])
    expect((await send('GET', `/roles-chart?unitId=${crypto.randomUUID()}`)).status).toBe(404)
  })

  test('a role kept keeps its weight; accountability moves only when it is said to', async () => {
    await assign({ positionId: firm.positions.lead, raci: 'accountable', weightPermille: 300, from: '2026-02-01' })
    await set({ positionId: firm.positions.lead, racis: ['accountable', 'responsible'] })
    expect((await holders())[0]).toMatchObject({ raci: 'accountable', weightPermille: 300, validFrom: '2026-02-01' })
    const takes = { unitId: firm.units.service, racis: ['accountable'] }
    expect((await set(takes)).body.code).toBe('responsibilities.second-accountable')
    expect((await set({ ...takes, takesOver: true })).body).toEqual({ responsibilityId: id, racis: ['accountable'] })
    expect((await holders()).map((one: { raci: string; holder: string }) => [one.raci, one.holder])).toEqual([
      ['accountable', 'unit'],
      ['responsible', 'position'],
    ])
  })
})

describe('who answers', () => {
  test('is the same by the door and by the route, with the way to the person', async () => {
    await assign({ positionId: firm.positions.empty, raci: 'accountable' })
    await world.within((ctx) =>
      ctx.db
        .updateTable('position_version')
        .set({ reports_to_id: firm.positions.operator })
        .where('position_id', '=', firm.positions.empty)
        .execute(),
    )
    const about = { personId: firm.people.wu }
    const answers = await world.within((ctx) =>
      whoAnswers(ctx, { responsibilityId: id, raci: 'accountable', about, day: ctx.today }),
    )
    expect(answers.map(({ personId }) => personId)).toEqual([firm.people.wu])
    const told = await send('GET', `/responsibilities/${id}/answer?raci=accountable&personId=${firm.people.wu}`)
    expect(told.body.people).toMatchObject([
      {
        name: 'Wu',
        path: [
          { kind: 'vacant', positionTitle: { en: 'Empty chair' } },
          { kind: 'held', personName: 'Wu', positionTitle: { en: 'Operator' }, unitName: { en: 'Service' } },
        ],
      },
    ])
    expect((await send('GET', `/responsibilities/${id}/answer?unitId=${crypto.randomUUID()}`)).status).toBe(404)
    expect((await send('GET', `/responsibilities/${crypto.randomUUID()}/answer`)).status).toBe(404)
  })

  test('long leave is told only to who may know of it', async () => {
    await assign({ positionId: firm.positions.operator, raci: 'accountable' })
    await world.within((ctx) =>
      ctx.db
        .insertInto('absence')
        .values({
          tenant_id: ctx.tenantId,
          id: ctx.newId(),
          person_id: firm.people.wu,
          kind: 'long-leave',
          valid_from: '2026-03-01',
        })
        .execute(),
    )
    await world.within((ctx) =>
      ctx.db
        .updateTable('position_version')
        .set({ reports_to_id: firm.positions.lead })
        .where('position_id', '=', firm.positions.operator)
        .execute(),
    )
    const path = `/responsibilities/${id}/answer?unitId=${firm.units.service}`
    const kinds = async (ask: Send) =>
      (await ask('GET', path)).body.people[0].path.map((step: { kind: string }) => step.kind)
    expect(await kinds(send)).toEqual(['vacant', 'held'])
    const trusted = await world.member({ may: { ...may, 'organisation.read-absence': 'tenant' } })
    expect(await kinds(trusted.send)).toEqual(['away', 'held'])
  })
})
