import { expect, test } from 'vitest'
import { faultOf, formFrom, newForm, sentForm, windowOf } from './delegation-form.ts'

const zone = 'Asia/Shanghai'
const to = '00000000-0000-7000-8000-000000000002'

test('a stand-in until 23:59 covers the whole of the last day', () => {
  const form = { ...newForm('2026-11-22', null), toId: to, untilDay: '2026-11-24' }
  expect(faultOf(form, zone)).toBeUndefined()
  expect(sentForm(form, zone)).toMatchObject({
    start: '2026-11-21T16:00:00.000Z',
    until: '2026-11-24T16:00:00.000Z',
    flowIds: null,
    atMost: null,
  })
})

test('what stands against a stand-in is told one by one', () => {
  const form = newForm('2026-11-22', null)
  expect(faultOf(form, zone)).toBe('toMissing')
  expect(faultOf({ ...form, toId: to }, zone)).toBe('windowMissing')
  expect(faultOf({ ...form, toId: to, untilDay: '2026-11-20' }, zone)).toBe('windowBackwards')
})

test('a stand-in that ends at midnight reads as the whole of the day before', () => {
  const clock = (instant: string) => (instant.startsWith('2026-11-24') ? '2026-11-25 00:00' : '2026-11-22 00:00')
  const person = { id: to, name: '王芳' }
  const one = {
    id: to,
    from: person,
    to: person,
    start: '2026-11-21T16:00:00Z',
    until: '2026-11-24T16:00:00Z',
    flows: null,
    atMost: null,
    mode: 'both' as const,
    reason: '',
    state: 'open' as const,
    version: 1,
    may: { change: true, end: true },
  }
  expect(formFrom(one, clock)).toMatchObject({ untilDay: '2026-11-24', untilTime: '23:59', startTime: '00:00' })
})

test('whole days are told without their midnights', () => {
  const clock = (instant: string) => instant
  expect(windowOf({ start: '2026-11-22 00:00', until: '2026-11-25 00:00' }, clock)).toEqual({
    start: '2026-11-22',
    until: '2026-11-24',
  })
  expect(windowOf({ start: '2026-11-22 09:00', until: '2026-11-25 00:00' }, clock)).toEqual({
    start: '2026-11-22 09:00',
    until: '2026-11-24 23:59',
  })
})
