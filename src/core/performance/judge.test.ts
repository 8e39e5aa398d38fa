import { describe, expect, test } from 'vitest'
import {
  faultsOf,
  judge,
  lineScore,
  SchemeContent,
  scoreOn,
  sharesOver,
  usualCurve,
  type Line,
  type Reached,
  type Stretch,
} from './index.ts'

const text = { en: 'line' }
const line = (key: string, weightPermille: number, more: Partial<Line> = {}): Line => ({
  key,
  name: text,
  weightPermille,
  source: { kind: 'responsibilities' },
  curve: usualCurve,
  missing: 'spread',
  ...more,
})
const stretch = (from: string, until: string, lines: Line[], held: [string, number][]): Stretch => ({
  from,
  until,
  lines,
  held: held.map(([responsibilityId, weightPermille]) => ({ responsibilityId, weightPermille })),
})
const reached = (
  responsibilityId: string,
  indicatorKey: string,
  weightPermille: number,
  part: number | null,
): Reached => ({
  responsibilityId,
  indicatorKey,
  weightPermille,
  reachedPermille: part,
})
const none = new Map<string, number>()

describe('weights day by day', () => {
  const work = [line('work', 1000)]
  test('ten days of thirty count for a third of the month', () => {
    const stretches = [
      stretch('2026-06-01', '2026-06-11', work, [['a', 1000]]),
      stretch('2026-06-11', '2026-07-01', work, [
        ['a', 400],
        ['b', 400],
      ]),
    ]
    const shares = sharesOver(stretches)
    expect(shares.map(({ responsibilityId, part }) => [responsibilityId, part])).toEqual([
      ['a', { over: 2n, under: 3n }],
      ['b', { over: 1n, under: 3n }],
    ])
    expect(shares[0]?.days).toEqual([
      { from: '2026-06-01', until: '2026-06-11', weightPermille: 1000 },
      { from: '2026-06-11', until: '2026-07-01', weightPermille: 500 },
    ])
    const { leaves, scoreHundredths } = judge(
      shares,
      [reached('a', 'x', 1000, 900), reached('b', 'y', 1000, 1200)],
      none,
    )
    expect(leaves.map(({ weightPermyriad }) => weightPermyriad)).toEqual([6667, 3333])
    expect(leaves.map(({ pointsHundredths }) => pointsHundredths)).toEqual([6000, 4000])
    expect(scoreHundredths).toBe(10_000)
  })
  test('another scheme from the middle of the period on counts from its day', () => {
    const before = [line('work', 1000)]
    const after = [line('work', 500), line('attitude', 500, { source: { kind: 'manual' } })]
    const shares = sharesOver([
      stretch('2026-06-01', '2026-06-16', before, [['a', 1000]]),
      stretch('2026-06-16', '2026-07-01', after, [['a', 1000]]),
    ])
    expect(shares.map(({ part }) => part)).toEqual([
      { over: 3n, under: 4n },
      { over: 1n, under: 4n },
    ])
  })
})

describe('what has no figure', () => {
  const shares = sharesOver([
    stretch(
      '2026-06-01',
      '2026-07-01',
      [line('work', 600), line('manual', 400, { source: { kind: 'manual' } })],
      [
        ['a', 500],
        ['b', 500],
      ],
    ),
  ])
  test('an indicator gives its weight to its own responsibility first', () => {
    const { leaves } = judge(
      shares,
      [reached('a', 'x', 500, null), reached('a', 'y', 500, 1000), reached('b', 'z', 1000, 500)],
      new Map([['manual', 8000]]),
    )
    expect(leaves.map(({ indicatorKey, weightPermyriad }) => [indicatorKey, weightPermyriad])).toEqual([
      ['x', 0],
      ['y', 3000],
      ['z', 3000],
      [null, 4000],
    ])
  })
  test('nothing at all has no score', () => {
    expect(judge(shares, [], none)).toMatchObject({ sumHundredths: null, scoreHundredths: null })
  })
  test('a line that must have one scores nothing', () => {
    const strict = sharesOver([
      stretch(
        '2026-06-01',
        '2026-07-01',
        [line('work', 600, { missing: 'zero' }), line('m', 400, { source: { kind: 'manual' } })],
        [],
      ),
    ])
    expect(judge(strict, [], new Map([['m', 10_000]])).scoreHundredths).toBe(4000)
  })
})

test('a veto caps the whole, and the points before it still re-add', () => {
  const safety = line('safety', 200, {
    source: { kind: 'indicator', responsibilityId: 'a', indicatorKey: 'accidents' },
    veto: { belowHundredths: 6000, capHundredths: 5900 },
  })
  const shares = sharesOver([stretch('2026-06-01', '2026-07-01', [line('work', 800), safety], [['a', 1000]])])
  const verdict = judge(shares, [reached('a', 'accidents', 0, 300), reached('a', 'x', 1000, 1000)], none)
  expect(verdict).toMatchObject({
    sumHundredths: 8600,
    scoreHundredths: 5900,
    vetoes: [{ lineKey: 'safety', scoreHundredths: 3000 }],
  })
  expect(lineScore(verdict.leaves.filter(({ lineKey }) => lineKey === 'safety'))).toBe(3000)
})

test.each([
  ['below the first point it stays level', 0, 0],
  ['between two points it is straight, rounded half up', 333, 3330],
  ['beyond the last it stays level', 5000, 12_000],
])('linear: %s', (_name, part, score) => {
  expect(scoreOn(usualCurve, part)).toBe(score)
})

test('steps, cap and floor', () => {
  const steps = [
    { fromPermille: 800, scoreHundredths: 8000 },
    { fromPermille: 1000, scoreHundredths: 11_000 },
  ]
  const curve = { kind: 'steps', steps, capHundredths: 10_000, floorHundredths: 3000 } as const
  expect([0, 799, 800, 999, 1000].map((part) => scoreOn({ ...curve, steps: [...steps] }, part))).toEqual([
    3000, 3000, 8000, 8000, 10_000,
  ])
})

test('what is wrong with a scheme is named', () => {
  const level = (code: string, fromHundredths: number) => ({
    code,
    name: text,
    fromHundredths,
    coefficientPermille: 1000,
  })
  const sound: SchemeContent = {
    lines: [line('work', 600), line('attitude', 400, { source: { kind: 'manual' } })],
    parts: { self: 0, manager: 1000, peer: 0, customer: 0 },
    peers: 0,
    levels: [level('A', 9000), level('B', 0)],
    coefficient: 'score',
    reasons: { highHundredths: 9500, lowHundredths: 6000, differenceHundredths: 500 },
  }
  expect(faultsOf(SchemeContent.parse(sound))).toEqual([])
  const crooked = {
    ...sound,
    lines: [
      line('work', 600),
      line('work', 300, {
        curve: {
          kind: 'steps',
          steps: [
            { fromPermille: 900, scoreHundredths: 1 },
            { fromPermille: 900, scoreHundredths: 2 },
          ],
        },
      }),
    ],
    parts: { ...sound.parts, peer: 1 },
    levels: [level('A', 5000), level('A', 6000)],
  }
  expect(faultsOf(crooked)).toEqual([
    { code: 'lines-sum', sum: 900 },
    { code: 'parts-sum', sum: 1001 },
    { code: 'same-key', line: 'work' },
    { code: 'curve-order', line: 'work' },
    { code: 'same-level', level: 'A' },
    { code: 'level-order', level: 'A' },
    { code: 'lowest-level' },
  ])
})
