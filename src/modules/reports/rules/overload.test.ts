import { expect, test } from 'vitest'
import { isOver, median, robustZ, standsOut } from './overload.ts'

test('the middle of values, whatever their order', () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([])]).toEqual([2, 2.5, Number.NaN])
})

const calm = [5, 6, 5, 4, 5, 6, 5, 5]

test.each([
  ['two weeks far above', [...calm, 13, 14], { value: 14, against: 5 }],
  ['one week far above is no overload', [...calm, 6, 30], null],
  ['a little more than usual', [...calm, 7, 8], null],
  ['always the same, then one more: chance', [4, 4, 4, 4, 4, 4, 4, 4, 5, 5], null],
  ['much work that is usual', [40, 42, 38, 41, 40, 39, 43, 40, 41, 42], null],
  ['too few weeks known', [null, null, 5, 5, 5, 5, 5, 5, 30, 30], null],
  ['a last week without a figure', [...calm, 30, null], null],
])('%s', (_name, weeks, expected) => {
  expect(standsOut(weeks)).toEqual(expected)
})

test('eight equal weeks do not make the ninth endless', () => {
  expect(
    robustZ(
      9,
      Array.from({ length: 8 }, () => 9),
    ),
  ).toBe(0)
  expect(
    robustZ(
      18,
      Array.from({ length: 8 }, () => 9),
    ),
  ).toBe(3)
})

const week = (hours: number | null, capacityHours = 40) => ({ hours, capacityHours })
test.each([
  ['over in both weeks', [week(40), week(45), week(46)], { value: 46, against: 40 }],
  ['exactly 110 % is not over', [week(44), week(44)], null],
  ['a holiday week has less capacity', [week(20, 16), week(19, 16)], { value: 19, against: 16 }],
  ['over in one', [week(40), week(60)], null],
  ['no hours recorded', [week(null), week(60)], null],
  ['a week off has no capacity', [week(5, 0), week(5, 0)], null],
])('hours: %s', (_name, weeks, expected) => {
  expect(isOver(weeks)).toEqual(expected)
})
