import { describe, expect, test } from 'vitest'
import { cadenceIn } from './cadence-text.ts'
import { measureIn, measureText } from '../measure-text.ts'
import { texts } from './group.ts'

test.each([
  ['每日', { every: 'workday', times: 1 }],
  ['每个工作日 3 次', { every: 'workday', times: 3 }],
  ['每周5次', { every: 'week', times: 5 }],
  ['每周拜访 5 家', { every: 'week', times: 5 }],
  ['每月第3个工作日', { every: 'month', times: 1, dueWorkday: 3 }],
  ['每月2次，第5个工作日 9:30', { every: 'month', times: 2, dueWorkday: 5, dueTime: '09:30' }],
  ['班次结束前 17:30', { every: 'shift', times: 1, dueTime: '17:30' }],
  ['daily', { every: 'workday', times: 1 }],
  ['weekly ×5', { every: 'week', times: 5 }],
  ['5 times a week', { every: 'week', times: 5 }],
  ['monthly on workday 3', { every: 'month', dueWorkday: 3 }],
  ['End of shift', { every: 'shift', times: 1 }],
])('cadence %s', (text, expected) => expect(cadenceIn(text)).toMatchObject(expected))

test.each(['', 'sometimes', '每周 5000 次', 'week'])('no cadence: %s', (text) =>
  expect(cadenceIn(text)).toBeUndefined(),
)

describe('measure', () => {
  test.each([
    ['count visit', { kind: 'figure', figure: { take: 'count', fact: 'visit', where: [] } }],
    ['数量 visit', { kind: 'figure', figure: { take: 'count', fact: 'visit' } }],
    ['sum order.amount', { kind: 'figure', figure: { take: 'sum', fact: 'order', of: 'amount' } }],
    [
      'count agreement / count visit',
      { kind: 'ratio', part: { take: 'count', fact: 'agreement' }, whole: { take: 'count', fact: 'visit' } },
    ],
    [
      'count ticket[result=solved|closed, channel!=phone]',
      {
        figure: {
          where: [
            { dimension: 'result', is: ['solved', 'closed'], not: false },
            { dimension: 'channel', is: ['phone'], not: true },
          ],
        },
      },
    ],
  ])('%s', (text, expected) => expect(measureIn(text)).toMatchObject(expected))

  test.each(['visit', 'sum order', 'count order.amount', 'count a / count b / count c', 'count x[y]', 'count 拜访'])(
    'not read: %s',
    (text) => expect(measureIn(text)).toBeUndefined(),
  )

  test.each(['sum order.amount / count order', 'count ticket[result=solved|closed, channel!=phone]'])(
    'is written back as it was read: %s',
    (text) => expect(measureText(measureIn(text) ?? fail())).toBe(text),
  )
})

test('a cell with Chinese characters is Chinese', () => {
  expect(texts('客户 A')).toEqual({ 'zh-CN': '客户 A' })
  expect(texts('Customers')).toEqual({ en: 'Customers' })
})

function fail(): never {
  throw new Error('not read')
}
