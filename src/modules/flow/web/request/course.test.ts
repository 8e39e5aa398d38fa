import { expect, test } from 'vitest'
import type { CourseStep } from '../../contract.ts'
import { peopleOf, quorumOf, shownSteps } from './course.ts'

type PersonState = CourseStep['people'][number]['state']

const step = (kind: string, state: CourseStep['state'], people: readonly PersonState[]): CourseStep => ({
  id: kind,
  kind,
  name: kind,
  state,
  isMandatory: false,
  gate: null,
  people: people.map((one, index) => ({
    person: { id: `p${index}`, name: `P${index}` },
    onBehalfOf: null,
    state: one,
    at: null,
  })),
  enteredAt: null,
  dueAt: null,
  notes: [],
})

test('a step of several tells how many have decided, and only while it goes on', () => {
  expect(quorumOf(step('approve', 'now', ['approved', 'open', 'open']))).toEqual({ done: 1, of: 3 })
  expect(quorumOf(step('approve', 'now', ['approved', 'open', 'removed']))).toEqual({ done: 1, of: 2 })
  expect(quorumOf(step('approve', 'now', ['open']))).toBeUndefined()
  expect(quorumOf(step('approve', 'now', ['offered', 'offered']))).toBeUndefined()
  expect(quorumOf(step('approve', 'passed', ['approved', 'approved']))).toBeUndefined()
})

test('who had no part in a passed step is left out of it', () => {
  const states = (of: CourseStep) => peopleOf(of).map(({ state }) => state)
  expect(states(step('approve', 'passed', ['approved', 'superseded', 'removed']))).toEqual(['approved'])
  expect(states(step('approve', 'now', ['approved', 'superseded']))).toEqual(['approved', 'superseded'])
})

test('forks are not drawn unless they are where it is stuck', () => {
  const course = [step('approve', 'passed', []), step('branch', 'passed', []), step('branch', 'stuck', [])]
  expect(shownSteps(course).map(({ state }) => state)).toEqual(['passed', 'stuck'])
})
