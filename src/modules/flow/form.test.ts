import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '#test/world'
import { layCompany, publish, type Company } from './world-for-tests.ts'

let world: World
let company: Company
let flowId: string
beforeAll(async () => {
  world = await openWorld({ keep: (close) => afterAll(close) })
  company = await layCompany(world)
  const steps = [
    { kind: 'approve', id: 'lead', name: 'Lead', who: { kind: 'people', people: [company.lead.personId] } },
  ]
  flowId = await publish(company, { steps, form })
})

const nobody = '0198f2a0-0000-7000-8000-000000000001'
const label = { en: 'x' }
const form = {
  fields: [
    {
      key: 'items',
      label,
      kind: 'table',
      max: 3,
      columns: [
        { key: 'who', label, kind: 'person' },
        { key: 'price', label, kind: 'money', required: true },
        { key: 'count', label, kind: 'number' },
        { key: 'sum', label, kind: 'computed', result: 'money', expression: 'price * count' },
      ],
    },
    { key: 'total', label: { en: 'Total' }, kind: 'computed', result: 'money', expression: 'SUM(items.sum)' },
    { key: 'quote', label, kind: 'text', required: true },
    { key: 'about', label, kind: 'reference', target: 'unit' },
    { key: 'duty', label, kind: 'reference', target: 'responsibility' },
    { key: 'seat', label, kind: 'reference', target: 'position' },
    { key: 'earlier', label, kind: 'reference', target: 'request' },
    { key: 'customer', label, kind: 'reference', target: 'subject' },
  ],
  rules: [{ when: { field: 'total', op: 'above', value: 10_000 }, do: 'show', fields: ['quote'] }],
}
const start = (values: object) => company.staff.send('POST', '/requests', { flowId, values })

test('what is computed is computed here, whatever is sent, and rules decide by it', async () => {
  const items = [{ who: company.other.personId, price: 5050, count: 2, sum: 1 }]
  const refused = await start({ items, total: 1 })
  expect([refused.status, refused.body]).toEqual([
    400,
    expect.objectContaining({ faults: [{ field: 'quote', code: 'required' }] }),
  ])
  const made = await start({ items, total: 1, quote: 'Q-7' })
  const { body } = await company.staff.send('GET', `/requests/${made.body.requestId}`)
  expect(body.values).toEqual({ items: [{ ...items[0], sum: 10_100 }], total: 10_100, quote: 'Q-7' })
  const small = await start({ items: [{ price: 5000, count: 2 }], quote: 'dropped' })
  const read = await company.staff.send('GET', `/requests/${small.body.requestId}`)
  expect(read.body.values).toEqual({ items: [{ price: 5000, count: 2, sum: 10_000 }], total: 10_000 })
})

test.each([
  ['a person in a row', { items: [{ who: nobody, price: 1 }] }, 'person'],
  ['a responsibility referred to', { duty: { id: nobody, label: 'x' } }, 'responsibility'],
  ['a position referred to', { seat: { id: nobody, label: 'x' } }, 'position'],
  ['a request referred to', { earlier: { id: nobody, label: 'x' } }, 'request'],
  ['a subject referred to', { customer: { id: nobody, label: 'x', type: 'customer' } }, 'subject'],
  ['a unit referred to', { about: { id: nobody, label: 'x' } }, 'unit'],
])('%s whom nobody knows is not found', async (_name, values, what) => {
  const answer = await start(values)
  expect([answer.status, answer.body]).toEqual([404, expect.objectContaining({ what })])
})

test('junk is told with its place', async () => {
  const answer = await start({ items: [{ price: 1 }, { price: 'x', stranger: 1 }] })
  expect([answer.status, answer.body.faults]).toEqual([
    400,
    [
      { field: 'items', row: 1, column: 'stranger', code: 'unknown-field' },
      { field: 'items', row: 1, column: 'price', code: 'not-a-number' },
    ],
  ])
})

test('what is there may be referred to, a request only by who may see it, and things of other systems by any name', async () => {
  const position = await world.within((ctx) => ctx.db.selectFrom('position').select('id').executeTakeFirstOrThrow())
  const mine = (await start({})).body.requestId
  const values = {
    seat: { id: position.id, label: 'x' },
    earlier: { id: mine, label: 'x' },
    customer: { id: 'ERP-7', label: 'x', type: 'customer' },
  }
  expect((await start(values)).status).toBe(200)
  const stranger = await company.other.send('POST', '/requests', { flowId, values: { earlier: values.earlier } })
  expect([stranger.status, stranger.body.what]).toEqual([404, 'request'])
})
