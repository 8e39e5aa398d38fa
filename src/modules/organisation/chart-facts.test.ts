import { expect, test } from 'vitest'
import { foldFact, gapOf, toneOf } from './chart-facts.ts'
import type { ChartNode, OrgChart } from './contract.ts'

/** A company with a department; its head (p0) and two hands (p1) below. */
const chart: OrgChart = {
  day: '2026-03-01',
  units: {
    id: ['company', 'dept'],
    above: [-1, 0],
    name: [{ en: 'C' }, { en: 'D' }],
    code: ['C', 'D'],
    sound: ['', ''],
    kind: ['company', 'department'],
  },
  positions: {
    id: ['head', 'hand'],
    above: [-1, 0],
    unit: [0, 1],
    title: [0, 0],
    code: ['H', 'h'],
    headcount: [1, 3],
    lead: [1, 0],
  },
  titles: { name: [{ en: 'T' }], sound: [''] },
  people: {
    id: ['ann', 'ben', 'cleo'],
    name: ['Ann', 'Ben', 'Cleo'],
    latinName: ['', '', ''],
    number: ['1', '2', '3'],
    sound: ['', '', ''],
  },
  // Ann heads and helps out as a hand
  seats: { person: [0, 1, 2, 0], position: [0, 1, 1, 1], kind: [0, 0, 0, 1] },
  dotted: { from: [], to: [], kind: [] },
}

test('means go up from people to positions to units, each person once', () => {
  const values = new Map([
    ['ann', { value: 1000, severity: 0 }],
    ['ben', { value: 400, severity: 2 }],
    ['cleo', { value: 800, severity: 1 }],
  ])
  expect(foldFact(chart, 'person', values, 'mean')).toEqual(values)
  expect(foldFact(chart, 'position', values, 'mean').get('hand')).toEqual({ value: 600, severity: 1.5 })
  const units = foldFact(chart, 'unit', values, 'mean')
  expect(units.get('dept')).toEqual({ value: 600, severity: 1.5 })
  expect(units.get('company')).toEqual({ value: 2200 / 3, severity: 1 })
})

test('sums are as bad as their worst part; what has no figure stays plain', () => {
  const values = new Map([
    ['hand', { value: 2, severity: 2 }],
    ['dept', { value: 1, severity: 1 }],
  ])
  const units = foldFact(chart, 'unit', values, 'sum')
  expect([units.get('dept'), units.get('company')]).toEqual([
    { value: 3, severity: 2 },
    { value: 3, severity: 2 },
  ])
  expect([...foldFact(chart, 'position', values, 'sum').keys()]).toEqual(['hand'])
})

test.each([
  [0, 'green'],
  [0.5, 'amber'],
  [1.5, 'red'],
])('severity %d is %s', (severity, tone) => expect(toneOf(severity)).toBe(tone))

test.each([
  ['full', { headcount: 3, seated: 3 }, 'green'],
  ['a third missing', { headcount: 3, seated: 2 }, 'amber'],
  ['more missing', { headcount: 3, seated: 1 }, 'red'],
  ['more people than seats', { headcount: 1, seated: 2 }, 'violet'],
  ['filled beside another post', { headcount: 1, seated: 0, people: [{}] }, 'amber'],
  ['nothing planned', { headcount: 0, seated: 0 }, undefined],
])('open seats: %s', (_name, node, tone) => {
  expect(gapOf({ kind: 'position', people: [], ...node } as unknown as ChartNode)).toBe(tone)
})
