import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Send, type World } from '#test/world'
import { openShop, type Shop } from './shop-for-tests.ts'

let world: World
let shop: Shop
let close = async () => {}
let hr: Send
let chen: Send
let taskId = ''

beforeAll(async () => {
  world = await openWorld({ now: '2026-03-04T02:00:00Z', keep: (end) => (close = end) })
  shop = await openShop(world)
  hr = (await world.member({ role: 'hr' })).send
  chen = (await world.member({ role: 'employee', personId: shop.person('chen') })).send
  await world.runJob('tasks.makeTasks')
  const { body } = await chen('GET', '/tasks')
  taskId = body.rows[0].id
})
afterAll(() => close())

const figure = async () => {
  const { body } = await hr('GET', `/people/${shop.person('chen')}/indicators/${shop.winning}/conversion?period=week`)
  return body
}
const handIn = async (result: string, happenedAt?: string): Promise<string> => {
  const body = { values: { result, amount: 7 }, ...(happenedAt ? { happenedAt } : {}) }
  const answer = await chen('POST', `/tasks/${taskId}/entries`, body)
  expect(answer.status).toBe(200)
  return answer.body.entryId
}
/** Turns the module on, or off after all that require it. */
const turn = async (isOn: boolean) => {
  const { send } = await world.member({ may: { 'base.administer': 'tenant' } })
  const needs = (module: string): string[] => [
    ...world.house.manifests.filter((one) => one.requires.includes(module)).flatMap((one) => needs(one.name)),
    module,
  ]
  for (const module of isOn ? ['indicators'] : new Set(needs('indicators')))
    expect((await send('POST', `/modules/${module}/switch`, { isOn })).status).toBe(200)
}
/** Carries out the steps that catching up leaves to the background. */
const catchUp = async () => {
  for (let step = world.enqueued.findIndex(isStep); step >= 0; step = world.enqueued.findIndex(isStep)) {
    const [work] = (world.enqueued as { job: string; payload: Record<string, unknown> }[]).splice(step, 1)
    await world.runJob('indicators.catchUpStep', work?.payload)
  }
}
const isStep = ({ job }: { job: string }) => job === 'indicators.catchUpStep'

test('work handed in moves the figure, and the figure opens down to the work', async () => {
  await handIn('signed')
  await handIn('open', '2026-03-02T16:30:00Z')
  const found = await figure()
  expect(found.standing).toMatchObject({ value: 0.5, light: 'green' })
  expect(found.facts).toMatchObject([
    { day: '2026-03-04', taskId, source: 'tasks', dimensions: { result: 'signed' }, measures: { amount: 7 } },
    { day: '2026-03-03', taskId, unitName: { en: 'GROWTH' } },
  ])
})

test('who may not see tasks sees the fact without the way to the work', async () => {
  const { send } = await world.member({ may: { 'indicators.read': 'tenant' } })
  const { body } = await send('GET', `/facts?personId=${shop.person('chen')}`)
  expect(body.rows.map((fact: { taskId: string | null }) => fact.taskId)).toEqual([null, null])
})

test('work taken back takes its fact back', async () => {
  const entryId = await handIn('lost')
  expect((await figure()).whole.count).toBe(3)
  expect((await chen('POST', `/tasks/${taskId}/entries/${entryId}/take-back`, {})).status).toBe(200)
  const found = await figure()
  expect(found.whole.count).toBe(2)
  expect(found.facts.filter((fact: { sourceKey: string }) => fact.sourceKey.startsWith(entryId))).toHaveLength(2)
})

test('work taken back after its fact was corrected by hand is not taken back twice', async () => {
  const entryId = await handIn('signed')
  const fact = (await figure()).facts.find((one: { sourceKey: string }) => one.sourceKey === entryId)
  expect((await hr('POST', `/facts/${fact.id}/reverse`, { reason: 'doubtful' })).status).toBe(200)
  expect((await chen('POST', `/tasks/${taskId}/entries/${entryId}/take-back`, {})).status).toBe(200)
  expect((await figure()).whole.count).toBe(2)
})

test('what was handed in and taken back while the module was off is made up when it is switched on', async () => {
  const kept = await handIn('signed')
  await turn(false)
  expect(await hr('GET', '/board')).toMatchObject({ status: 404, body: { code: 'base.module-off' } })
  await handIn('lost')
  const takenBack = await handIn('lost')
  await chen('POST', `/tasks/${taskId}/entries/${takenBack}/take-back`, {})
  await chen('POST', `/tasks/${taskId}/entries/${kept}/take-back`, {})
  await turn(true)
  const running = async () => (await hr('GET', '/facts/catch-up')).body.running
  expect(await running()).toEqual({ done: 0, total: 1 })
  await catchUp()
  expect(await running()).toBeNull()
  const found = await figure()
  expect([found.part.count, found.whole.count]).toEqual([1, 3])
  await turn(false)
  await turn(true)
  await catchUp()
  expect((await figure()).whole.count).toBe(3)
})

test('the board counts tasks past their time of the people it shows', async () => {
  world.time.now = new Date('2026-03-09T02:00:00Z')
  const { send } = await world.member({ role: 'employee', personId: shop.person('lin') })
  const { body } = await send('GET', '/board?period=week')
  const late = Object.fromEntries(
    body.rows.map((row: { name: string; lateTasks: number }) => [row.name, row.lateTasks]),
  )
  expect(late).toEqual({ chen: 1, zhao: 1, ning: 1 })
  expect(body.counts.lateTasks).toBe(3)
})
