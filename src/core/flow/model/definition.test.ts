import { expect, test } from 'vitest'
import { stepName, readDefinition } from '../index.ts'

const steps = [
  { kind: 'approve', id: 'qc', name: '质检', who: { kind: 'initiator' } },
  { kind: 'wait', id: 'erp', signal: 'stored' },
]

test('名称 a step is called in the reader’s language, by its own name, or by its id', () => {
  const read = readDefinition({ id: 'goods', steps, names: { qc: { 'zh-CN': '质检', en: 'Inspection' } } })
  if ('misread' in read) throw new Error(JSON.stringify(read.misread))
  const called = (language: string) => read.definition.steps.map((step) => stepName(read.definition, step, language))
  expect(called('en')).toEqual(['Inspection', 'erp'])
  expect(called('zh-CN')).toEqual(['质检', 'erp'])
  expect(stepName({ names: {} }, { id: 'constructor', name: '' }, 'en')).toBe('constructor')
})

test('名称 a name without a text is refused with its place', () => {
  const read = readDefinition({ id: 'goods', steps, names: { qc: { en: '' } } })
  expect('misread' in read && read.misread[0]?.path).toBe('names.qc.en')
})
