import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyInWhole, layersOf, targetFor, weightInWhole, wholeOf } from './parts.ts'
import { ordinaryThresholds, type Indicator, type Part, type Version } from './shapes.ts'

const branch = { unitId: 'branch', target: 0.8 }

describe('the target that counts in a unit', () => {
  test.each([
    ['the original, where nobody says otherwise', [], ['team', 'branch'], 0.85],
    ['that of the unit', [[branch]], ['branch', 'firm'], 0.8],
    ['that of the unit above', [[branch]], ['team', 'branch', 'firm'], 0.8],
    ['the nearest of two', [[branch, { unitId: 'team', target: 0.7 }]], ['team', 'branch', 'firm'], 0.7],
    ['not that of another branch', [[branch]], ['north', 'firm'], 0.85],
    ['everywhere in the whole', [[{ unitId: null, target: 0.9 }]], ['north', 'firm'], 0.9],
    ['a unit before everywhere', [[{ unitId: null, target: 0.9 }, branch]], ['branch', 'firm'], 0.8],
    [
      'what the whole says before what the original says',
      [[{ unitId: null, target: 0.9 }], [branch]],
      ['branch', 'firm'],
      0.9,
    ],
    [
      'the original’s own by unit, where the whole says nothing for it',
      [[{ unitId: 'north', target: 0.6 }], [branch]],
      ['branch'],
      0.8,
    ],
  ])('%s', (_name, layers, units, target) => {
    expect(targetFor(0.85, layers, units)).toBe(target)
  })

  test('is always one that somebody stated', () => {
    const said = fc.array(fc.record({ unitId: fc.constantFrom('a', 'b', 'c', null), target: fc.integer() }))
    fc.assert(
      fc.property(fc.integer(), fc.array(said), fc.array(fc.constantFrom('a', 'b', 'c')), (target, layers, units) => {
        const stated = [target, ...layers.flat().map((other) => other.target)]
        expect(stated).toContain(targetFor(target, layers, units))
      }),
    )
  })
})

test('layers are those of one indicator, the whole’s before its own, empty ones left out', () => {
  const targets = [
    { key: 'retention', unitId: null, target: 0.9 },
    { key: 'visits', unitId: null, target: 3 },
  ]
  expect(layersOf('retention', targets, [branch])).toEqual([[targets[0]], [branch]])
  expect(layersOf('calls', targets, [])).toEqual([])
})

test('a whole has the figures and duties of its parts by reference, and their weights within its own', () => {
  const indicator = (key: string, weightPermille: number): Indicator => ({
    id: key,
    key,
    name: {},
    unit: '%',
    direction: 'up',
    target: 0.85,
    weightPermille,
    period: 'month',
    measure: { kind: 'figure', figure: { take: 'count', fact: 'x', where: [] } },
    localTargets: [],
    targetRule: { kind: 'fixed' },
    holderTargets: [],
    owner: null,
    thresholds: ordinaryThresholds,
  })
  const version = (id: string, indicators: Indicator[], parts: Part[] = []): Version => ({
    id,
    responsibilityId: id,
    number: 1,
    name: {},
    validFrom: '2026-01-01',
    validUntil: null,
    changeNote: '',
    createdAt: '',
    createdBy: null,
    purpose: {},
    activities: [],
    inputs: [],
    outputs: [],
    capabilities: [],
    processRules: [],
    knowledge: [],
    attribution: '',
    indicators,
    duties: [],
    rights: [],
    parts,
  })
  const part = (mode: Part['mode']): Part => ({
    responsibilityId: '0000-keeping1',
    mode,
    versionId: null,
    weightPermille: 400,
    targets: [{ key: 'retention', unitId: 'branch', target: 0.8 }],
    code: 'KEEP',
    name: {},
  })
  const keeping = new Map([['0000-keeping1', version('keeping', [indicator('retention', 500)])]])
  const whole = wholeOf(version('whole', [indicator('sales', 600)], [part('reference')]), keeping, ['branch'])
  expect(whole.indicators.map(({ key, weightPermille, target }) => [key, weightPermille, target])).toEqual([
    ['sales', 600, 0.85],
    [keyInWhole('retention', '0000-keeping1'), weightInWhole(500, 400), 0.8],
  ])
  expect(wholeOf(version('whole', [], [part('copy')]), keeping, []).indicators).toEqual([])
})
