import { describe, expect, test } from 'vitest'
import { Cadence, cadenceText, type CadenceGiven } from '#core/cadence'
import { languages, say } from '#kernel/i18n'
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
  ['每周一、周四 10:00', { every: 'week', times: 1, weekdays: [1, 4], dueTime: '10:00' }],
  ['每周一次', { every: 'week', weekdays: [] }],
  ['every Monday and Friday', { every: 'week', weekdays: [1, 5] }],
  ['每月10日前', { every: 'month', dueDay: 10, times: 1 }],
  ['monthly by the 10th, 3 times', { every: 'month', dueDay: 10, times: 3 }],
  ['每季度倒数第2个工作日', { every: 'quarter', dueWorkday: -2 }],
  ['每年1次，宽限24小时', { every: 'year', times: 1, graceHours: 24 }],
  ['batch-finished 后2小时', { every: 'event', after: { factKind: 'batch-finished', amount: 2, unit: 'hour' } }],
  ['2 working hours after batch-finished', { every: 'event', after: { factKind: 'batch-finished', unit: 'workhour' } }],
  ['每个客户30天', { every: 'subject', subject: { type: 'customer', days: 30, unit: 'day' } }],
  ['every customer every 20 workdays', { every: 'subject', subject: { type: 'customer', days: 20, unit: 'workday' } }],
])('cadence %s', (text, expected) => expect(cadenceIn(text)).toMatchObject(expected))

const said: CadenceGiven[] = [
  { every: 'workday', times: 2 },
  { every: 'shift', dueTime: '17:30', graceHours: 1 },
  { every: 'week', times: 5 },
  { every: 'week', weekdays: [1, 3, 7] },
  { every: 'month', dueDay: 10 },
  { every: 'month', times: 10, dueWorkday: 3 },
  { every: 'quarter', dueWorkday: -2, graceHours: 24 },
  { every: 'year' },
]
test.each(languages.flatMap((language) => said.map((given) => [language, given] as const)))(
  'what the product says in %s is read back: %j',
  (language, given) => {
    const text = cadenceText(given, (key, facts) => say(language, `responsibilities.cadence.${key}`, facts))
    expect([text, cadenceIn(text)]).toEqual([text, Cadence.parse(given)])
  },
)

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
