import { expect, test } from 'vitest'
import { passwordFault } from './rules.ts'

const rules = {
  minLength: 12,
  common: new Set(['sunshine', 'iloveyou', 'correcthorsebatterystaple', 'administrator']),
  context: ['Acme Parts', 'li.min', 'Li Min', 'remit'],
}

test.each([
  ['eleven characters are too few', 'tin-gate-ox', 'too-short'],
  ['twelve are enough', 'tin-gate-oxo', null],
  ['a sentence of Chinese characters counts each', '今天下午三点要去仓库盘点', null],
  ['a listed one is refused whatever its case', 'CorrectHorseBatteryStaple', 'too-common'],
  ['a listed word between a few digits is refused', '12Sunshine99!!', 'too-common'],
  ['a listed word within a sentence is fine', 'sunshine over the harbour', null],
  ['one character over and over', 'aaaaaaaaaaaaaaa', 'too-common'],
  ['one piece over and over', 'abcd1abcd1abcd1', 'too-common'],
  ['a run along the keys', 'qwertyuiopasdf', 'too-common'],
  ['a run along the alphabet, downwards', 'zyxwvutsrqponm', 'too-common'],
  ['the digits twice', '12345678901234', 'too-common'],
  ['the company with a year', 'AcmeParts2026!', 'too-common'],
  ['the login with a year', 'li.min@2026!!', 'too-common'],
  ['the company within a sentence is fine', 'acme sells rusty bicycles', null],
  ['full-width letters are the plain ones', 'ＡｃｍｅＰａｒｔｓ２０２６', 'too-common'],
] as const)('%s', (_name, password, fault) => {
  expect(passwordFault(password, rules)).toBe(fault)
})

test('no setting makes fewer than eight enough', () => {
  expect(passwordFault('k7!mq2p', { ...rules, minLength: 1 })).toBe('too-short')
  expect(passwordFault('k7!mq2px', { ...rules, minLength: 1 })).toBe(null)
})
