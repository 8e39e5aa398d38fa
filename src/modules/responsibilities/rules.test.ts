import { describe, expect, test } from 'vitest'
import { alarmsOf, heaviestDay, repeatedKey, sameName, slug, stateOn, weightsFit, withKeys } from './rules.ts'

const held = (weightPermille: number, from: string, until: string | null) => ({ weightPermille, from, until })

describe('the most a position carries', () => {
  test.each([
    ['a running holding counts', [held(600, '2026-01-01', null)], 1100, '2026-03-01'],
    ['one that ends the day the new one begins does not', [held(600, '2026-01-01', '2026-03-01')], 500, '2026-03-01'],
    ['a later one counts from its first day', [held(600, '2026-05-01', null)], 1100, '2026-05-01'],
    [
      'two that follow each other are never added',
      [held(400, '2026-01-01', '2026-06-01'), held(450, '2026-06-01', null)],
      950,
      '2026-06-01',
    ],
    ['one that begins after the new one ends does not count', [held(600, '2027-01-01', null)], 500, '2026-03-01'],
  ])('%s', (_name, before, total, on) => {
    expect(heaviestDay(before, held(500, '2026-03-01', '2027-01-01'))).toEqual({ total, on })
  })
})

test('weights fit at 1000 permille, or when there are no indicators', () => {
  expect(weightsFit([])).toBe(true)
  expect(weightsFit([{ weightPermille: 600 }, { weightPermille: 400 }])).toBe(true)
  expect(weightsFit([{ weightPermille: 999 }])).toBe(false)
  expect(weightsFit([{ weightPermille: 0 }])).toBe(false)
})

test('parts by reference count among the weights, copies do not', () => {
  const part = (mode: string, weightPermille: number) => ({ mode, weightPermille })
  expect(weightsFit([{ weightPermille: 600 }], [part('reference', 400)])).toBe(true)
  expect(weightsFit([{ weightPermille: 600 }], [part('copy', 400)])).toBe(false)
  expect(weightsFit([], [part('reference', 0)])).toBe(true)
  expect(weightsFit([], [part('reference', 400)])).toBe(false)
})

describe('alarms', () => {
  const by = (...people: { isActing?: boolean }[]) => ({ raci: 'accountable' as const, people })
  test.each([
    ['nobody is accountable', [{ raci: 'responsible' as const, people: [{}] }], ['nobody-accountable']],
    ['an empty chair', [by()], ['accountable-vacant']],
    ['two people', [by({}, {})], ['several-accountable']],
    ['one and who acts for them', [by({}, { isActing: true })], []],
    ['two holders', [by({}), by({})], ['several-accountable']],
    ['one for the firm and one for a part of it', [by({}), { ...by({}), forUnitId: 'branch' }], []],
    ['all is well', [by({})], []],
  ])('%s', (_name, holders, kinds) => {
    expect(alarmsOf(holders)).toEqual(kinds)
  })
})

describe('where a responsibility stands', () => {
  const version = (validFrom: string | null, validUntil: string | null = null) => ({ validFrom, validUntil })
  test.each([
    ['a draft', [version(null)], 'draft'],
    ['not yet begun', [version('2026-04-01')], 'draft'],
    ['running', [version('2026-03-01')], 'in-force'],
    ['running, to be retired', [version('2026-03-01', '2026-06-01')], 'in-force'],
    ['its last day has passed', [version('2026-02-01', '2026-03-04'), version('2026-01-01', '2026-02-01')], 'retired'],
  ])('%s', (_name, versions, state) => {
    expect(stateOn(versions, '2026-03-04')).toBe(state)
  })
})

describe('keys', () => {
  const earlier = [{ key: 'visit', name: { en: 'Visit', 'zh-CN': '拜访' } }]

  test('an item called as before keeps its key, a new one never takes an old key', () => {
    expect(withKeys([{ name: { 'zh-CN': '拜访' } }], earlier, 'duty').map((d) => d.key)).toEqual(['visit'])
    const renamed = [{ key: 'visit', name: { en: 'Call' } }, { name: { en: 'Visit' } }]
    expect(withKeys(renamed, earlier, 'duty').map((d) => d.key)).toEqual(['visit', 'visit-2'])
  })

  test('names without Latin letters are numbered', () => {
    const made = withKeys([{ name: { 'zh-CN': '甲' } }, { name: { 'zh-CN': '乙' } }], [], 'duty')
    expect(made.map((d) => d.key)).toEqual(['duty-1', 'duty-2'])
  })

  test('a key given twice is found', () => {
    expect(repeatedKey([{ key: 'a' }, { key: 'b' }, { key: 'a' }])).toBe('a')
    expect(repeatedKey([{ key: 'a' }, { key: 'b' }])).toBeUndefined()
  })

  test('a slug begins with a letter and ends without a hyphen', () => {
    expect(slug('  5 Visits à Zürich! ')).toBe('visits-a-zu-rich')
    expect(slug('客户')).toBe('')
    expect(slug('x'.repeat(49) + ' yz')).toBe('x'.repeat(49))
  })
})

test('two names are the same when a language they share says so', () => {
  expect(sameName({ en: 'Visit' }, { en: 'Visit', 'zh-CN': '拜访' })).toBe(true)
  expect(sameName({ en: 'Visit' }, { 'zh-CN': 'Visit' })).toBe(false)
})
