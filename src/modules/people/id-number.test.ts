import { describe, expect, test } from 'vitest'
import { birthDayOf, genderOf, isIdNumber, isResidentId, maskedIdNumber, plainIdNumber } from './id-number.ts'
import { plainMobile } from './mobile.ts'

describe('identity numbers', () => {
  test.each([
    ['11010519491231002X', true], // the example of GB 11643-1999 itself
    ['440524188001010014', false], // the standard's other one: born 1880, nobody employed is
    ['110105194912310021', false],
    ['11010519490231002X', false],
    ['110105491231002', false],
    ['01010519491231002X', false],
  ])('%s: %s', (text, isRight) => expect(isResidentId(text)).toBe(isRight))

  test('every wrong digit and every swap of neighbours that differ is noticed', () => {
    const right = '11010519491231002X'
    for (let at = 0; at < 17; at += 1) {
      for (const digit of '0123456789') {
        if (digit !== right[at]) expect(isResidentId(right.slice(0, at) + digit + right.slice(at + 1))).toBe(false)
      }
      const swapped = right.slice(0, at) + right[at + 1] + right[at] + right.slice(at + 2)
      if (swapped !== right) expect(isResidentId(swapped)).toBe(false)
    }
  })

  test('they tell the day of birth and the gender; passports tell nothing', () => {
    expect([birthDayOf('11010519491231002X'), genderOf('11010519491231002X')]).toEqual(['1949-12-31', 'female'])
    expect([isIdNumber('E12345678'), birthDayOf('E12345678'), genderOf('E12345678')]).toEqual([true, null, null])
    expect(isIdNumber('12345678')).toBe(false)
  })

  test('they are kept plain and shown masked', () => {
    expect(plainIdNumber('110105 19491231 002x')).toBe('11010519491231002X')
    expect(maskedIdNumber('11010519491231002X')).toBe('110*************2X')
    expect(maskedIdNumber('E12')).toBe('***')
  })
})

test.each([
  ['138 1234 5678', '13812345678'],
  ['+86 138-1234-5678', '13812345678'],
  ['8613812345678', '13812345678'],
  ['１３８１２３４５６７８', '13812345678'],
  ['+1 (650) 253-0000', '+16502530000'],
  ['12812345678', null],
  ['1381234567', null],
  ['021-12345678', null],
])('mobile %s is kept as %s', (text, kept) => expect(plainMobile(text)).toBe(kept))
