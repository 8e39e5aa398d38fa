import { expect, test } from 'vitest'
import { begin, record, redo, undo } from './history.ts'

test('what was done is undone and done again; a new deed ends what could be done again', () => {
  const two = record(record(begin('a'), 'b'), 'c')
  expect(undo(two).present).toBe('b')
  expect(redo(undo(two)).present).toBe('c')
  expect(undo(undo(undo(two))).present).toBe('a')
  expect(redo(record(undo(two), 'd')).present).toBe('d')
  expect(undo(record(undo(two), 'd')).present).toBe('b')
})

test('typing is one deed, until something else happens', () => {
  const typed = record(record(record(begin(''), 'q', 'name of a'), 'qc', 'name of a'), 'x', 'name of b')
  expect(undo(typed).present).toBe('qc')
  expect(undo(undo(typed)).present).toBe('')
  expect(undo(record(undo(typed), 'qcs', 'name of a')).present).toBe('qc')
})

test('nothing changed is nothing to undo', () => {
  expect(record(begin('a'), 'a').past).toEqual([])
})
