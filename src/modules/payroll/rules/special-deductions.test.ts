import { expect, test } from 'vitest'
import { deductionItems, type DeductionContent } from '../contract/declarations.ts'
import { accountFault } from './account-number.ts'
import { boundsDoubts } from './bounds.ts'
import { countedDeduction, monthFenOf, monthsHeld } from './special-deductions.ts'

const declared = (change: Partial<DeductionContent>): DeductionContent => ({
  item: 'child-education',
  count: 1,
  isHalf: false,
  isOnlyChild: true,
  shareFen: null,
  cityClass: 1,
  ...change,
})

test('amounts of a month as the law gives them', () => {
  expect(monthFenOf(declared({ count: 2 }))).toBe(400_000)
  expect(monthFenOf(declared({ item: 'infant-care', isHalf: true }))).toBe(100_000)
  expect(monthFenOf(declared({ item: 'elderly-support' }))).toBe(300_000)
  expect(monthFenOf(declared({ item: 'elderly-support', isOnlyChild: false, shareFen: 200_000 }))).toBe(150_000)
  expect(monthFenOf(declared({ item: 'mortgage-interest', isHalf: true }))).toBe(50_000)
  expect([1, 2, 3].map((cityClass) => monthFenOf(declared({ item: 'rent', cityClass })))).toEqual([
    150_000, 110_000, 80_000,
  ])
})

test('whole months of the year up to the day, none before the hire, none after the end', () => {
  const months = (from: string, until: string | null, day: string, since: string | null = null) =>
    monthsHeld({ from, until }, day, since)
  expect(months('2025-03-10', null, '2026-06-15')).toBe(6)
  expect(months('2026-03-31', null, '2026-06-01')).toBe(4)
  expect(months('2026-07-01', null, '2026-06-30')).toBe(0)
  expect(months('2026-01-01', '2026-04-01', '2026-06-30')).toBe(3)
  expect(months('2026-01-01', '2026-04-02', '2026-06-30')).toBe(4)
  expect(months('2025-01-01', '2025-12-31', '2026-06-30')).toBe(0)
  expect(months('2025-01-01', null, '2026-06-30', '2026-05-31')).toBe(2)
})

test('each month adds its amount once, so the sum of the year never falls', () => {
  for (const item of deductionItems) {
    const sums = Array.from({ length: 12 }, (_, at) => {
      const day = `2026-${String(at + 1).padStart(2, '0')}-28`
      return countedDeduction({ from: '2026-02-10', until: null, content: declared({ item }) }, day).fen
    })
    expect(sums).toEqual(sums.toSorted((a, b) => a - b))
    const all = item === 'continuing-certificate' ? 1 : 11
    expect(sums.at(-1)).toBe(all * monthFenOf(declared({ item })))
  }
})

test('a degree ends after 48 months by itself, a certificate counts once', () => {
  const content = declared({ item: 'continuing-education' })
  expect(countedDeduction({ from: '2022-09-15', until: null, content }, '2026-12-31').months).toBe(8)
  const got = declared({ item: 'continuing-certificate' })
  expect(countedDeduction({ from: '2026-05-20', until: null, content: got }, '2026-05-10').fen).toBe(360_000)
  expect(countedDeduction({ from: '2026-05-20', until: null, content: got }, '2027-05-10').fen).toBe(0)
})

test('a card number with any one digit wrong is refused', () => {
  const sound = '6225880123456783'
  expect(accountFault('6225 8801-2345 6783')).toBeNull()
  for (let at = 0; at < sound.length; at += 1) {
    const wrong = sound.slice(0, at) + ((Number(sound[at]) + 3) % 10) + sound.slice(at + 1)
    expect(accountFault(wrong)).toBe('check')
  }
  expect([accountFault('1234567'), accountFault('x'.repeat(16)), accountFault('12345678901')]).toEqual([
    'length',
    'digits',
    null,
  ])
})

test('bounds are 60 % and 300 % of one average; a slip of a digit is doubted', () => {
  const shanghai = { floor: '7546.00', cap: '37731.00' }
  expect(boundsDoubts('pension', shanghai, undefined)).toEqual([])
  expect(boundsDoubts('pension', shanghai, 1_257_700)).toEqual([])
  expect(boundsDoubts('pension', { ...shanghai, cap: '27731.00' }, undefined)).toMatchObject([{ code: 'bounds-apart' }])
  expect(boundsDoubts('pension', { ...shanghai, floor: '6546.00' }, 1_257_700)).toMatchObject([{ code: 'floor-off' }])
  expect(boundsDoubts('fund', { floor: '2740.00', cap: '37731.00' }, 1_257_700)).toEqual([])
})
