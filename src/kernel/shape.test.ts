import { expect, test } from 'vitest'
import * as z from 'zod'
import { nobody, type Actor } from './access.ts'
import { compileShape } from './shape.ts'

const Row = z.object({
  id: z.string(),
  unitId: z.string(),
  idNumber: z.string().nullable().optional().meta({ read: 'people.identity', person: 'id', unit: 'unitId' }),
  pay: z.number().optional().meta({ read: 'pay.read' }),
})
const actor = (reaches: Actor['reaches']): Actor => ({ ...nobody('en'), kind: 'person', reaches })
const rows = [
  { id: 'a', unitId: 'u1', idNumber: '1', pay: 10, password_hash: 'x' },
  { id: 'b', unitId: 'u2', idNumber: '2', pay: 20, password_hash: 'y' },
]

test('what the schema does not name never leaves', () => {
  expect(
    JSON.stringify(compileShape(z.object({ rows: z.array(Row) }))({ rows, secret: 1 }, actor(new Map()))),
  ).not.toMatch(/password|secret/)
})

test('a field of a class goes only to who may read it, row by row', () => {
  const someone = actor(new Map([['people.identity', { all: false, personIds: ['a'], unitIds: [] }]]))
  expect(compileShape(z.array(Row))(rows, someone)).toEqual([
    { id: 'a', unitId: 'u1', idNumber: '1' },
    { id: 'b', unitId: 'u2' },
  ])
})

test('a scope over units and a right without scope are honoured alike', () => {
  const someone = actor(
    new Map([
      ['people.identity', { all: false, personIds: [], unitIds: ['u2'] }],
      ['pay.read', { all: true, personIds: [], unitIds: [] }],
    ]),
  )
  expect(compileShape(z.array(Row))(rows, someone)).toEqual([
    { id: 'a', unitId: 'u1', pay: 10 },
    { id: 'b', unitId: 'u2', idNumber: '2', pay: 20 },
  ])
})

test('the class holds inside records and nullable objects too', () => {
  const nested = z.object({ byId: z.record(z.string(), Row), one: Row.nullable() })
  expect(compileShape(nested)({ byId: { a: rows[0] }, one: rows[1] }, actor(new Map()))).toEqual({
    byId: { a: { id: 'a', unitId: 'u1' } },
    one: { id: 'b', unitId: 'u2' },
  })
})
