import { expect, test } from 'vitest'
import { operationsOf, typeText } from './open-api.ts'

test.each([
  ['nothing', undefined, 'any'],
  ['a format', { type: 'string', format: 'uuid' }, 'uuid'],
  ['either', { anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string | null'],
  ['a list of either', { type: 'array', items: { enum: ['a', 'b'] } }, '("a" | "b")[]'],
  ['an object', { type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] }, '{ id: integer }'],
  [
    'a deep object',
    { type: 'object', properties: { in: { type: 'object', properties: { x: {} } } } },
    '{ in?: { … } }',
  ],
  ['a record', { type: 'object', additionalProperties: { type: 'boolean' } }, '{ [key]: boolean }'],
])('%s', (_name, schema, text) => {
  expect(typeText(schema)).toBe(text)
})

test('an operation lists its fields by place and can be found by permission', () => {
  const [operation] = operationsOf({
    paths: {
      '/api/units/{unitId}': {
        patch: {
          operationId: 'organisation.updateUnit',
          tags: ['organisation'],
          'x-permission': 'organisation.change',
          parameters: [{ name: 'unitId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
          requestBody: {
            content: {
              'application/json': { schema: { properties: { code: { type: 'string' } }, required: ['code'] } },
            },
          },
          responses: { 200: { content: { 'application/json': { schema: { type: 'null' } } } } },
        },
      },
    },
  })
  expect(operation).toMatchObject({ method: 'PATCH', group: 'organisation', answer: 'null' })
  expect(operation?.fields.map((field) => [field.name, field.place, field.type, field.isRequired])).toEqual([
    ['unitId', 'path', 'uuid', true],
    ['code', 'body', 'string', true],
  ])
  expect(operation?.find).toContain('organisation.change')
})
