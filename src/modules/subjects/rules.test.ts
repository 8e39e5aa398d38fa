import { expect, test } from 'vitest'
import { builtInTypes, readAttributes, typesWith } from './rules.ts'

test.each([
  ['', {}],
  ['level=A', { level: 'A' }],
  [' 等级 ＝ A ；地区=华东; ', { 等级: 'A', 地区: '华东' }],
  ['note=a=b', { note: 'a=b' }],
  ['level', null],
  ['=A', null],
  ['a=1; a=2', null],
  [`${'n'.repeat(41)}=1`, null],
  [`n=${'1'.repeat(501)}`, null],
])('attributes %j', (text, expected) => {
  expect(readAttributes(text)).toEqual(expected)
})

test('own types come last, other names in place', () => {
  const own = [
    { key: 'machine', name: { en: 'Machine' }, icon: 'cog', isOwn: true },
    { key: 'order', name: { en: 'Purchase' }, icon: 'tag', isOwn: true },
  ]
  expect(typesWith(own).map(({ key }) => key)).toEqual([...builtInTypes.map(({ key }) => key), 'machine'])
  expect(typesWith(own)[1]).toEqual(own[1])
  expect(typesWith([])).toEqual(builtInTypes)
})
