import { describe, expect, test } from 'vitest'
import { changesFor } from './draft-rules.ts'
import { divideHours, recogniser, type HeldWork } from './recorded-rules.ts'
import { bandOf, companiesOf, departmentsOf, periodOf, scoresOf, sharedIndicators, stateOf } from './rules.ts'

const limits = { sameFromPermille: 800, likelyFromPermille: 600, possibleFromPermille: 400 }

test.each([
  [1000, 'same'],
  [800, 'same'],
  [799, 'likely'],
  [600, 'likely'],
  [599, 'possible'],
  [0, 'possible'],
] as const)('%d ‰ is %s, and lies in the scores of it', (score, band) => {
  expect(bandOf(score, limits)).toBe(band)
  const { from, below } = scoresOf(band, limits)
  expect(score >= from && score < below).toBe(true)
})

test('a decision with an end is open again from that day on', () => {
  expect(stateOf(null, '2026-03-04')).toBe('open')
  expect(stateOf({ verdict: 'same', until: null }, '2026-03-04')).toBe('same')
  expect(stateOf({ verdict: 'same', until: '2026-03-05' }, '2026-03-04')).toBe('same')
  expect(stateOf({ verdict: 'different', until: '2026-03-04' }, '2026-03-04')).toBe('open')
})

test('teams and workshops count for the department above them; a circle ends', () => {
  const unit = (id: string, parentId: string | null, kind: string) => ({ id, parentId, kind })
  const units = [
    unit('firm', null, 'company'),
    unit('dep', 'firm', 'department'),
    unit('shop', 'dep', 'workshop'),
    unit('team', 'shop', 'team'),
    unit('lone', null, 'team'),
    unit('x', 'y', 'team'),
    unit('y', 'x', 'team'),
  ]
  const departments = Object.fromEntries(departmentsOf(units))
  expect(departments).toMatchObject({ firm: 'firm', dep: 'dep', shop: 'dep', team: 'dep', lone: 'lone' })
  expect(departmentsOf([unit('a', 'gone', 'team')]).get('a')).toBe('a')
})

test('a unit belongs to the nearest company above it', () => {
  const unit = (id: string, parentId: string | null, kind: string) => ({ id, parentId, kind })
  const units = [
    unit('g', null, 'group'),
    unit('c', 'g', 'company'),
    unit('d', 'c', 'department'),
    unit('t', 'd', 'team'),
  ]
  const found = [...companiesOf(units)].map(([id, company]) => [id, company.id])
  expect(found).toEqual([
    ['c', 'g'],
    ['d', 'c'],
    ['t', 'c'],
  ])
  expect(companiesOf([unit('x', 'y', 'team'), unit('y', 'x', 'team')]).size).toBe(0)
})

test('indicators are shared by name in a language both have, or by the way they are computed', () => {
  const one = (name: Record<string, string>, measure: unknown) => ({ responsibilityId: 'r', name, measure })
  const a = [one({ en: 'Pass  rate' }, 1), one({ 'zh-CN': '合格率' }, 2), one({ en: 'Visits' }, 3)]
  expect(sharedIndicators(a, [one({ en: 'PASS RATE' }, 9)])).toEqual([{ en: 'Pass  rate' }])
  expect(sharedIndicators(a, [one({ en: 'x' }, 3)])).toEqual([{ en: 'Visits' }])
  expect(sharedIndicators(a, [one({ en: '合格率' }, 8)])).toEqual([])
})

test('without days, the 90 days up to today', () => {
  expect(periodOf({}, '2026-03-31')).toEqual({ from: '2026-01-01', until: '2026-03-31' })
  expect(periodOf({ from: '2026-01-05' }, '2026-03-31')).toEqual({ from: '2026-01-05', until: '2026-03-31' })
})

describe('hours', () => {
  const work = (id: string, department: string, name: string, says: string[], partners: string[] = []): HeldWork => ({
    responsibilityId: id,
    code: id.toUpperCase(),
    name: { 'zh-CN': name },
    department,
    partners: new Set(partners),
    says,
  })
  const works = [
    work('make', 'production', '生产制造', ['按计划组织生产']),
    work('inspect', 'quality', '质量检验', ['来料检验，记录检验结果'], ['warehouse']),
    work('clean-p', 'production', '清洁', []),
    work('clean-q', 'quality', '清洁', []),
  ]
  const held = new Map(works.map((one) => [one.responsibilityId, one]))
  const recognise = recogniser(works, 0.6)
  const divide = (department: string, activity: string | null, responsibilityId: string | null = null) => {
    const one = divideHours([{ department, activity, responsibilityId, hours: 8 }], held, recognise).get(department)
    return one && [one.own, one.shared, one.unknown, Object.fromEntries(one.foreign)]
  }
  test.each([
    [
      'a recorded responsibility counts before the activity',
      'production',
      '生产制造',
      'inspect',
      [0, 0, 0, { inspect: { hours: 8, byWording: false } }],
    ],
    ['one that nobody holds any more does not', 'production', '生产制造', 'gone', [8, 0, 0, {}]],
    ['an activity by name', 'production', '质量检验', null, [0, 0, 0, { inspect: { hours: 8, byWording: false } }]],
    [
      'an activity by code, in whatever case',
      'production',
      'Inspect',
      null,
      [0, 0, 0, { inspect: { hours: 8, byWording: false } }],
    ],
    [
      'an activity by its wording',
      'production',
      '检验来料并记录结果',
      null,
      [0, 0, 0, { inspect: { hours: 8, byWording: true } }],
    ],
    ['part in the work of another', 'warehouse', '质量检验', null, [0, 8, 0, {}]],
    ['what two hold by one name is one’s own', 'quality', '清洁', null, [8, 0, 0, {}]],
    ['nothing known', 'production', '聚餐', null, [0, 0, 8, {}]],
    ['nothing said', 'production', null, null, [0, 0, 8, {}]],
  ] as const)('%s', (_name, department, activity, responsibilityId, expected) => {
    expect(divide(department, activity, responsibilityId)).toEqual(expected)
  })
})

describe('what a decision asks of a draft', () => {
  const side = (unitId: string, positionId: string | undefined) => ({
    unitId,
    responsibilityId: `r-${unitId}`,
    positionId,
  })
  const arrangement = (supportUnitId: string | null, first = side('p', 'pos-p')) =>
    changesFor({
      sides: [first, side('q', 'pos-q')],
      leadUnitId: 'q',
      supportUnitId,
      leadPositionId: 'pos-q',
    })
  const move = {
    do: 'move-responsibility',
    responsibilityId: 'r-p',
    fromPositionId: 'pos-p',
    toPositionId: 'pos-q',
    raci: 'accountable',
  }
  test('the lead answers for what the other held', () => {
    expect(arrangement(null)).toEqual([move])
  })
  test('who supports carries it out further', () => {
    expect(arrangement('p')).toEqual([
      move,
      { ...move, fromPositionId: null, toPositionId: 'pos-p', raci: 'responsible' },
    ])
  })
  test('nothing where no position holds it, or the same one already', () => {
    expect(arrangement('p', side('p', undefined))).toEqual([])
    expect(arrangement('p', side('p', 'pos-q'))).toEqual([])
  })
  test('a third unit takes both over', () => {
    const changes = changesFor({
      sides: [side('p', 'pos-p'), side('q', 'pos-q')],
      leadUnitId: 'x',
      supportUnitId: 'q',
      leadPositionId: 'pos-x',
    })
    expect(
      changes.map((change) => change.do === 'move-responsibility' && [change.responsibilityId, change.raci]),
    ).toEqual([
      ['r-p', 'accountable'],
      ['r-q', 'accountable'],
      ['r-q', 'responsible'],
    ])
  })
})
