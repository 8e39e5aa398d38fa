import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fewestPeople, hiddenGroups } from './small-groups.ts'

const groups = (...people: number[]) => people.map((count, at) => ({ id: at, people: count }))
const hidden = (...people: number[]) => [...hiddenGroups(groups(...people))].map(({ people: count }) => count)

test.each([
  [[5, 3, 8], []],
  [
    [5, 2, 8],
    [2, 5],
  ],
  [
    [2, 1, 8],
    [1, 2],
  ],
  [
    [1, 1, 8],
    [1, 1, 8],
  ],
  [[0, 4], []],
  [[2], [2]],
])('of groups of %j those of %j are hidden', (people, expected) => {
  expect(hidden(...people)).toEqual(expected)
})

test('what is hidden is nobody, at least three people, or everybody', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 12 }), (people) => {
      const all = groups(...people)
      const away = hiddenGroups(all)
      const sum = [...away].reduce((total, group) => total + group.people, 0)
      expect(sum === 0 || sum >= fewestPeople || sum === people.reduce((total, count) => total + count, 0)).toBe(true)
      for (const group of all) if (group.people > 0 && group.people < fewestPeople) expect(away.has(group)).toBe(true)
    }),
  )
})
