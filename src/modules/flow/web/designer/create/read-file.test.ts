import { expect, test } from 'vitest'
import { contentIn } from './read-file.ts'

test('BPMN is known by its root, with or without a prefix, and called like its process', () => {
  const xml =
    '<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="x"><bpmn:process id="a" name="请假"/></bpmn:definitions>'
  expect(contentIn(xml)).toEqual({ from: { kind: 'bpmn', xml }, name: '请假' })
  expect(contentIn('<definitions><process id="a"/></definitions>')?.name).toBe('')
})

test('a flow written here, and a bare definition', () => {
  const definition = { id: 'f', name: 'Leave', steps: [] }
  expect(contentIn(JSON.stringify({ definition, form: {}, start: {} }))).toMatchObject({
    from: { kind: 'json', content: { definition, form: {} } },
    name: 'Leave',
  })
  expect(contentIn(`\uFEFF${JSON.stringify(definition)}`)).toMatchObject({ from: { content: { definition } } })
})

test('anything else is not a flow', () => {
  for (const text of ['', '<html></html>', '{"a":1}', '[1]', 'null', 'hello']) expect(contentIn(text)).toBeUndefined()
})
