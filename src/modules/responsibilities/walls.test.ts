import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type Send, type World } from '#test/world'
import { layFirm, winning, type Firm } from './trial.ts'

let world: World
let firm: Firm
let ids: { responsibilityId: string; versionId: string; holdingId: string }
const closers: (() => Promise<void>)[] = []

beforeAll(async () => {
  world = await openWorld({ keep: (close) => closers.push(close) })
  firm = await world.within(layFirm)
  const { send } = await world.member({
    may: { 'responsibilities.read': 'tenant', 'responsibilities.edit': 'tenant', 'responsibilities.assign': 'tenant' },
  })
  const made = (await send('POST', '/responsibilities', { ...winning, unitId: firm.units.growth })).body
  const holding = { positionId: firm.positions.lead, raci: 'accountable' }
  const held = (await send('POST', `/responsibilities/${made.responsibilityId}/holdings`, holding)).body
  ids = { ...made, ...held }
})
afterAll(async () => {
  for (const close of closers) await close()
})

type Asked = readonly [
  name: string,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: () => string,
  body?: () => object,
]

const one: readonly Asked[] = [
  ['reads a responsibility', 'GET', () => `/responsibilities/${ids.responsibilityId}`],
  ['reads a version', 'GET', () => `/responsibilities/${ids.responsibilityId}/versions/${ids.versionId}`],
  [
    'compares versions',
    'GET',
    () => `/responsibilities/${ids.responsibilityId}/comparison?before=${ids.versionId}&after=${ids.versionId}`,
  ],
  ['reads what a person holds', 'GET', () => `/people/${firm.people.chen}/responsibilities`],
  ['reads what a position holds', 'GET', () => `/positions/${firm.positions.lead}/responsibilities`],
  [
    'changes code and unit',
    'PATCH',
    () => `/responsibilities/${ids.responsibilityId}`,
    () => ({ code: 'x', unitId: null }),
  ],
  [
    'appends a version',
    'POST',
    () => `/responsibilities/${ids.responsibilityId}/versions`,
    () => ({ ...winning, from: '2026-05-01' }),
  ],
  [
    'corrects a version',
    'PUT',
    () => `/responsibilities/${ids.responsibilityId}/versions/${ids.versionId}`,
    () => winning,
  ],
  ['withdraws a version', 'DELETE', () => `/responsibilities/${ids.responsibilityId}/versions/${ids.versionId}`],
  [
    'assigns',
    'POST',
    () => `/responsibilities/${ids.responsibilityId}/holdings`,
    () => ({ positionId: firm.positions.operator, raci: 'informed' }),
  ],
  ['releases', 'POST', () => `/holdings/${ids.holdingId}/release`, () => ({ until: '2026-05-01' })],
]
const lists: readonly Asked[] = [
  ['lists', 'GET', () => '/responsibilities'],
  ['lists names', 'GET', () => `/responsibility-names?ids=${ids.responsibilityId}`],
  ['reads mine', 'GET', () => '/my-responsibilities'],
  ['searches the library', 'GET', () => '/library/profiles?text=chief'],
]
const creating: readonly Asked[] = [
  ['creates', 'POST', () => '/responsibilities', () => ({ ...winning, unitId: firm.units.growth })],
  ['takes from the library', 'POST', () => '/library/profiles/11-1011.00/take', () => ({ unitId: firm.units.growth })],
]
const everything = {
  'responsibilities.read': 'tenant',
  'responsibilities.edit': 'tenant',
  'responsibilities.assign': 'tenant',
} as const

function named(asked: readonly Asked[]): [string, Asked][] {
  return asked.map((each) => [each[0], each])
}

async function status(send: Send, [, method, path, body]: Asked) {
  const answer = await send(method, path(), body?.())
  return [answer.status, answer.body.code]
}

describe('who belongs to another tenant', () => {
  test.each(named(one))('%s: not there', async (_name, asked) => {
    const tenantId = await world.anotherTenant()
    const { send } = await world.member({ may: everything, tenantId })
    expect(await status(send, asked)).toEqual([404, 'base.not-found'])
  })
  test.each(named(lists.slice(0, 3)))('%s: nothing', async (_name, asked) => {
    const { send } = await world.member({ may: everything, tenantId: await world.anotherTenant() })
    const { body } = await send(asked[1], asked[2]())
    expect(Array.isArray(body) ? body : body.items).toEqual([])
  })
  test('creating in a foreign unit: not there', async () => {
    const { send } = await world.member({ may: everything, tenantId: await world.anotherTenant() })
    expect(await status(send, creating[0] as Asked)).toEqual([404, 'base.not-found'])
  })
})

describe('without the permission', () => {
  test.each(named([...one, ...lists, ...creating]))('%s: refused', async (_name, asked) => {
    const { send } = await world.member({ may: {} })
    expect(await status(send, asked)).toEqual([403, 'base.forbidden'])
  })
})

describe('with a right in another unit only', () => {
  const inService = async () => {
    const { send } = await world.member({
      may: { 'responsibilities.read': 'unit', 'responsibilities.edit': 'unit', 'responsibilities.assign': 'unit' },
      unitId: firm.units.service,
    })
    return send
  }
  test.each(named(one))('%s: not there', async (_name, asked) => {
    expect(await status(await inService(), asked)).toEqual([404, 'base.not-found'])
  })
  test('lists nothing of the other unit, and its names stay unknown', async () => {
    const send = await inService()
    expect((await send('GET', '/responsibilities')).body).toMatchObject({ total: 0, items: [] })
    expect((await send('GET', `/responsibility-names?ids=${ids.responsibilityId}`)).body).toEqual([])
  })
  test('creating for the whole firm is refused', async () => {
    const answer = await (await inService())('POST', '/responsibilities', { ...winning, unitId: null })
    expect([answer.status, answer.body.code]).toEqual([403, 'base.forbidden'])
  })
})

describe('who may only see', () => {
  test.each(named(one.slice(5)))('%s: refused', async (_name, asked) => {
    const { send } = await world.member({
      may: {
        'responsibilities.read': 'tenant',
        'responsibilities.edit': 'unit',
        'responsibilities.assign': 'unit',
      },
      unitId: firm.units.service,
    })
    expect(await status(send, asked)).toEqual([403, 'base.forbidden'])
  })
})
