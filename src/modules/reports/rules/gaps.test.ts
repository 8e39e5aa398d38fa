import fc from 'fast-check'
import { expect, test } from 'vitest'
import { capabilityKey, gapsOf, gapsTogether, missingOf, sharedOut, type Weighed } from './gaps.ts'
import type { Reason } from '../contract/shapes.ts'

const reason = (kind: Reason['kind'], more: Partial<Reason> = {}): Reason => ({
  kind,
  name: null,
  absence: null,
  count: null,
  indicatorKey: null,
  ...more,
})
const skill = (en: string) => reason('capability', { name: { en } })
const work = (id: string, weightPermille: number, attainment: number | null, ...reasons: Reason[]): Weighed => ({
  responsibilityId: id,
  weightPermille,
  attainment,
  reasons,
})

test('80 % done, and the missing 20 % for lack of a skill', () => {
  const done = [work('core', 600, 1), work('social', 400, 0.5, skill('Social-media analytics'), reason('late-tasks'))]
  expect(missingOf(done, 200)).toEqual(
    new Map([
      ['core', 0],
      ['social', 200],
    ]),
  )
  expect(gapsOf(done, 200)).toEqual([{ reason: skill('Social-media analytics'), missingPermille: 200, people: 1 }])
})

test('the same lack in two responsibilities is one gap; the largest stands first', () => {
  const gaps = gapsOf(
    [
      work('a', 300, 0.9, reason('late-tasks', { count: 2 })),
      work('b', 300, 0.5, skill('Excel')),
      work('c', 400, 0.75, skill('excel ')),
    ],
    280,
  )
  expect(gaps.map((gap) => [gap.reason.kind, gap.missingPermille, gap.reason.count])).toEqual([
    ['capability', 250, null],
    ['late-tasks', 30, 2],
  ])
})

test('what has no figure is not called missing; without weights all count the same', () => {
  expect(missingOf([work('a', 500, null), work('b', 500, 0.4)], 600)).toEqual(new Map([['b', 600]]))
  expect([...missingOf([work('a', 0, 0), work('b', 0, 1)], 500).values()]).toEqual([500, 0])
  expect(missingOf([work('a', 0, null)], 0)).toEqual(new Map())
})

test('people together: the mean, with how many people each reason concerns', () => {
  const one = gapsOf([work('a', 1000, 0.5, skill('Excel'))], 500)
  const two = gapsOf([work('a', 1000, 0.9, skill('Excel'))], 100)
  expect(gapsTogether([one, two, [], [], []], 120)).toEqual([
    { reason: skill('Excel'), missingPermille: 120, people: 2 },
  ])
})

test('in a report of many no single person’s indicator is named', () => {
  const short = reason('short', { name: { en: 'Visits' }, indicatorKey: 'visits' })
  const [gap] = gapsTogether([gapsOf([work('a', 1000, 0.5, short)], 500), [], [], [], []], 100)
  expect(gap).toEqual({ reason: reason('short'), missingPermille: 100, people: 1 })
})

test('capabilities are told apart by their name, not by how it is written', () => {
  expect(capabilityKey({ 'zh-CN': '社媒分析', en: ' Social Media ' })).toBe('social media')
  expect(capabilityKey({ 'zh-CN': '社媒分析' })).toBe('社媒分析')
})

test('shares out without losing or making anything', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { maxLength: 12 }), (exact) => {
      const sum = Math.round(exact.reduce((total, each) => total + each, 0))
      const whole = sharedOut(exact, sum)
      expect(whole.reduce((total, each) => total + each, 0)).toBe(sum)
      for (const [at, each] of whole.entries()) expect(Math.abs(each - (exact[at] ?? 0))).toBeLessThan(1 + 1e-9)
    }),
  )
})
