import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDefinition, type Arm, type Step } from '#core/flow'
import {
  addArm,
  change,
  changeArm,
  duplicate,
  freshId,
  insert,
  mayMove,
  move,
  moveArm,
  nudged,
  remove,
  removeArm,
  setOtherwise,
} from './edit.ts'
import { allSteps, idsOf, otherwiseOf, placeOf, root, stepOf, stepsAt } from './tree.ts'

const person = (id: string, rest = {}) => ({ kind: 'approve', id, who: { kind: 'initiator' }, ...rest })
function read(steps: unknown[]): readonly Step[] {
  const found = readDefinition({ id: 'f', steps })
  if ('misread' in found) throw new Error(JSON.stringify(found.misread))
  return found.definition.steps
}
const steps = read([
  person('a'),
  {
    kind: 'branch',
    id: 'x',
    arms: [
      { id: 'l', steps: [person('l1'), person('l2')] },
      { id: 'r', steps: [] },
    ],
    otherwise: [person('o1')],
  },
  { kind: 'loop', id: 'again', until: { all: [] }, limit: 3, steps: [person('in')] },
  person('z', { onReject: { to: 'return', step: 'a' } }),
])
const row = (of: readonly Step[], key = root) => stepsAt(of, key)?.map((step) => step.id)

describe('editing the tree of a flow', () => {
  test('a step is put where told, also into arms, loops and the way otherwise', () => {
    const one = read([person('n')])[0]!
    expect(row(insert(steps, { row: root, index: 1 }, one))).toEqual(['a', 'n', 'x', 'again', 'z'])
    expect(row(insert(steps, { row: 'r', index: 0 }, one), 'r')).toEqual(['n'])
    expect(row(insert(steps, { row: 'again', index: 1 }, one), 'again')).toEqual(['in', 'n'])
    expect(row(insert(steps, { row: otherwiseOf('x'), index: 0 }, one), otherwiseOf('x'))).toEqual(['n', 'o1'])
    expect(insert(steps, { row: 'nowhere', index: 0 }, one)).toBe(steps)
  })
  test('what is not touched stays the same object', () => {
    const edited = remove(steps, 'l2')
    expect(edited).not.toBe(steps)
    expect(edited[0]).toBe(steps[0])
    expect(edited[2]).toBe(steps[2])
    expect(remove(steps, 'nobody')).toBe(steps)
  })
  test('moving counts places as they stand, and changes nothing where it moves nothing', () => {
    expect(row(move(steps, 'a', { row: root, index: 4 }))).toEqual(['x', 'again', 'z', 'a'])
    expect(row(move(steps, 'z', { row: root, index: 0 }))).toEqual(['z', 'a', 'x', 'again'])
    expect(move(steps, 'a', { row: root, index: 1 })).toBe(steps)
    const into = move(steps, 'z', { row: 'r', index: 0 })
    expect([row(into), row(into, 'r')]).toEqual([['a', 'x', 'again'], ['z']])
  })
  test('nothing moves into itself', () => {
    for (const key of ['l', 'r', otherwiseOf('x')]) {
      expect(mayMove(steps, 'x', { row: key, index: 0 })).toBe(false)
      expect(move(steps, 'x', { row: key, index: 0 })).toBe(steps)
    }
    expect(mayMove(steps, 'again', { row: 'again', index: 0 })).toBe(false)
    expect(mayMove(steps, 'x', { row: 'again', index: 0 })).toBe(true)
    expect(mayMove(steps, 'x', { row: root, index: 0 })).toBe(true)
  })
  test('a key moves a step past its neighbour, at the end of a row out of its block', () => {
    const after = (id: string, by: -1 | 1) => {
      const to = nudged(steps, id, by)
      return to && placeOf(move(steps, id, to), id)
    }
    expect(after('a', 1)).toEqual({ row: root, index: 1 })
    expect(after('l1', 1)).toEqual({ row: 'l', index: 1 })
    expect(after('l1', -1)).toEqual({ row: root, index: 1 })
    expect(after('l2', 1)).toEqual({ row: root, index: 2 })
    expect(after('in', 1)).toEqual({ row: root, index: 3 })
    expect([after('a', -1), after('z', 1)]).toEqual([undefined, undefined])
  })
  test('arms are added, changed, put in order and taken away; the last one stays', () => {
    const arm: Arm = { id: 'm', name: 'M', steps: [] }
    const names = (of: readonly Step[]) => {
      const block = stepOf(of, 'x')
      return block && 'arms' in block ? block.arms.map((one) => one.id + one.name) : []
    }
    expect(names(addArm(steps, 'x', arm))).toEqual(['l', 'r', 'mM'])
    expect(names(moveArm(steps, 'r', -1))).toEqual(['r', 'l'])
    expect(moveArm(steps, 'l', -1)).toBe(steps)
    expect(names(changeArm(steps, 'r', (old) => ({ ...old, name: 'R' })))).toEqual(['l', 'rR'])
    expect(names(removeArm(removeArm(steps, 'r'), 'l'))).toEqual(['l'])
    expect(row(setOtherwise(steps, 'x', false), otherwiseOf('x'))).toBeUndefined()
    expect(row(setOtherwise(steps, 'x', true), otherwiseOf('x'))).toEqual(['o1'])
  })
  test('a copy has ids of its own, and refers to what was copied with it', () => {
    const inner = read([
      {
        kind: 'parallel',
        id: 'p',
        arms: [{ id: 'pa', steps: [person('one'), person('two', { onReject: { to: 'return', step: 'one' } })] }],
      },
    ])
    const copy = duplicate(inner, 'p', (kind) => `${kind}_copy`)
    expect([...idsOf(copy.steps)]).toEqual(['p', 'pa', 'one', 'two', 'p_copy', 'pa_copy', 'one_copy', 'two_copy'])
    expect(stepOf(copy.steps, 'two_copy')).toMatchObject({ onReject: { step: 'one_copy' } })
    expect(row(copy.steps)).toEqual(['p', copy.id])
  })
  test('an id that is taken is not given again', () => {
    const rolls = [0, 0, 0.5]
    const id = freshId(
      'approve',
      (one) => one === 'approve_00000',
      () => rolls.shift() ?? Math.random(),
    )
    expect(id).toBe('approve_i0000')
  })
  test('whatever is done, ids stay unique and the definition can be read', () => {
    const deed = fc.record({
      deed: fc.constantFrom('insert', 'remove', 'move', 'duplicate', 'nudge', 'arm', 'name'),
      a: fc.nat(),
      b: fc.nat(),
      c: fc.nat(),
    })
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
        let now = steps
        const newId = (kind: string) => freshId(kind, (id) => idsOf(now).has(id))
        for (const { deed: what, a, b, c } of deeds) {
          const all = allSteps(now)
          const id = all[a % all.length]?.id ?? ''
          const rows = [root, ...all.flatMap((step) => ('arms' in step ? step.arms.map((arm) => arm.id) : []))]
          const place = { row: rows[b % rows.length]!, index: c % 4 }
          const count = all.length
          if (what === 'insert') now = insert(now, place, read([person(newId('approve'))])[0]!)
          else if (what === 'remove' && all.length > 1) now = remove(now, id)
          else if (what === 'move') now = move(now, id, place)
          else if (what === 'duplicate') now = duplicate(now, id, newId).steps
          else if (what === 'arm') now = addArm(now, id, { id: newId('arm'), name: '', steps: [] })
          else if (what === 'name') now = change(now, id, (old) => ({ ...old, name: 'n' }))
          else if (what === 'nudge') {
            const to = nudged(now, id, 1)
            if (to) now = move(now, id, to)
          }
          if (what === 'move' || what === 'nudge') expect(allSteps(now)).toHaveLength(count)
          if (now.length === 0) now = steps
        }
        expect('misread' in readDefinition({ id: 'f', steps: now })).toBe(false)
      }),
      { numRuns: 200 },
    )
  })
})
