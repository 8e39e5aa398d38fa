import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#core/calendar'
import { rightsWithoutDuty, silentIndicators, type Silent } from './rules.ts'

const today = '2026-03-31'
const visits: Silent = {
  responsibilityId: 'r',
  placeId: null,
  key: 'visits',
  name: { en: 'Visits' },
  period: 'month',
  kinds: ['visit'],
  heldFrom: '2026-01-01',
}
const fact = (day: string, responsibilityId: string | null = 'r', kind = 'visit') => ({ responsibilityId, kind, day })

describe('an indicator is silent', () => {
  test.each([
    ['with no fact at all', visits, [], 1],
    ['with a fact on the first day that counts', visits, [fact('2026-02-28')], 0],
    ['with a fact the day before that', visits, [fact('2026-02-27')], 1],
    ['with facts that name no responsibility', visits, [fact('2026-03-30', null)], 0],
    ['with facts of another responsibility', visits, [fact('2026-03-30', 'other')], 1],
    ['with facts of another kind', visits, [fact('2026-03-30', 'r', 'call')], 1],
    ['when it is held long enough, to the day', { ...visits, heldFrom: '2026-02-28' }, [], 1],
    ['not when it is held for less', { ...visits, heldFrom: '2026-03-01' }, [], 0],
    ['not before its own period is over', { ...visits, period: 'quarter' as const }, [], 0],
  ])('%s', (_name, held, facts, alarms) => {
    expect(silentIndicators([held], facts, today, 30)).toHaveLength(alarms)
  })

  test('a further fact never makes an alarm', () => {
    const facts = fc.array(fc.nat(60).map((ago) => fact(addDays(today, -ago))))
    fc.assert(
      fc.property(facts, fc.nat(60), fc.integer({ min: 1, max: 60 }), (known, ago, days) => {
        const before = silentIndicators([visits], known, today, days).length
        const after = silentIndicators([visits], [...known, fact(addDays(today, -ago))], today, days).length
        expect(after).toBeLessThanOrEqual(before)
      }),
    )
  })
})

test('only rights that some duty carries are held against duties', () => {
  const account = { accountId: 'a', personId: 'p', placeId: null, permissions: ['x', 'y', 'z'], carried: ['y'] }
  expect(rightsWithoutDuty([account], new Set(['x', 'y']))).toMatchObject([{ facts: { permissions: ['x'] } }])
  expect(rightsWithoutDuty([account], new Set(['y']))).toEqual([])
})
