import { describe, expect, test } from 'vitest'
import { spansOf, stretchesOf, type Placed, type Sat } from './rules/spans.ts'
import { isAtLeast, mayMove } from './rules/states.ts'

const seat = (from: string, until: string, parts: Partial<Sat> = {}): Sat => ({
  from,
  until,
  personId: 'p',
  positionId: 'welder',
  profiles: [{ profileId: 'crafts', from: '2020-01-01', until: null }],
  unitLine: ['team', 'workshop', 'firm'],
  ...parts,
})
const place = (schemeId: string, kind: Placed['kind'], targetId: string, parts: Partial<Placed> = {}): Placed => ({
  schemeId,
  kind,
  targetId,
  from: '2026-01-01',
  until: null,
  ...parts,
})
const version = (schemeId: string, id = `${schemeId}1`, from = '2026-01-01', until: string | null = null) => ({
  id,
  schemeId,
  from,
  until,
})
const june = seat('2026-06-01', '2026-07-01')

describe('which scheme', () => {
  const all = [version('s'), version('u'), version('f'), version('t')]
  test.each([
    ['that of the position comes first', [place('s', 'position', 'welder'), place('u', 'profile', 'crafts')], 's1'],
    ['then that of the profile', [place('u', 'profile', 'crafts'), place('t', 'unit', 'team')], 'u1'],
    ['then that of the nearest unit', [place('f', 'unit', 'firm'), place('t', 'unit', 'workshop')], 't1'],
  ])('%s', (_name, places, id) => {
    expect(spansOf([june], places, all)).toEqual([{ from: '2026-06-01', until: '2026-07-01', schemeVersionId: id }])
  })
  test('changes with the seat, the place and the version, each on its day', () => {
    const seats = [
      seat('2026-06-01', '2026-06-11'),
      seat('2026-06-11', '2026-07-01', { positionId: 'lead', profiles: [] }),
    ]
    const places = [place('s', 'position', 'welder', { until: '2026-06-06' }), place('f', 'unit', 'firm')]
    const versions = [version('s'), version('f', 'f1', '2026-01-01', '2026-06-21'), version('f', 'f2', '2026-06-21')]
    expect(spansOf(seats, places, versions)).toEqual([
      { from: '2026-06-01', until: '2026-06-06', schemeVersionId: 's1' },
      { from: '2026-06-06', until: '2026-06-21', schemeVersionId: 'f1' },
      { from: '2026-06-21', until: '2026-07-01', schemeVersionId: 'f2' },
    ])
  })
  test('days before the first version have none', () => {
    expect(spansOf([june], [place('s', 'position', 'welder')], [version('s', 's1', '2026-06-10')])).toEqual([
      { from: '2026-06-10', until: '2026-07-01', schemeVersionId: 's1' },
    ])
  })
})

test('stretches are cut where a holding begins or ends', () => {
  const spans = [{ from: '2026-06-01', until: '2026-07-01', schemeVersionId: 's1' }]
  const held = [
    { from: '2026-06-01', until: '2026-06-11', responsibilityId: 'a', weightPermille: 1000 },
    { from: '2026-06-11', until: '2026-07-01', responsibilityId: 'b', weightPermille: 600 },
  ]
  expect(
    stretchesOf(spans, held, () => []).map(({ from, held: on }) => [from, on.map((one) => one.responsibilityId)]),
  ).toEqual([
    ['2026-06-01', ['a']],
    ['2026-06-11', ['b']],
  ])
})

test('a round goes one state at a time, and out of frozen never', () => {
  expect(mayMove('open', 'scored')).toBe(true)
  expect(mayMove('scored', 'open')).toBe(true)
  expect(mayMove('open', 'calibrated')).toBe(false)
  expect(mayMove('confirmed', 'frozen')).toBe(false)
  expect(mayMove('frozen', 'confirmed')).toBe(false)
  expect([isAtLeast('calibrated', 'scored'), isAtLeast('open', 'scored')]).toEqual([true, false])
})
