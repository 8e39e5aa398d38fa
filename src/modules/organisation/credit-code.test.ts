import { expect, test } from 'vitest'
import { isCreditCode, plainCreditCode } from './credit-code.ts'

test.each([
  ['a right one', '91350100M000100Y43', true],
  ['one digit off', '91350100M000100Y44', false],
  ['two neighbours exchanged', '91530100M000100Y43', false],
  ['a letter that is never used', '91350100I000100Y43', false],
  ['too short', '91350100M000100Y4', false],
])('%s', (_name, code, isRight) => {
  expect(isCreditCode(code)).toBe(isRight)
})

test('spaces, small letters and wide digits do not count', () => {
  expect(plainCreditCode(' ９135 0100 m000 100y 43')).toBe('91350100M000100Y43')
})
