import { describe, expect, test } from 'vitest'
import { approve, flowOf, run, yes } from '../flow-for-tests.ts'
import { advance } from './advance.ts'
import { noFacts } from './facts.ts'
import { migrate } from './migrate.ts'

const a = approve('a', ['ann'])
const b = approve('b', ['bob'])
const old = flowOf([a, b])
const atB = run(old, [yes('ann')]).state
const codes = (result: ReturnType<typeof migrate>) =>
  'obstacles' in result ? result.obstacles.map((one) => `${one.code} ${one.node}`) : []

describe('版本迁移 carrying an instance over to a new version', () => {
  test('goes on in the new version, by id or by the ids that were told', () => {
    const next = flowOf([a, approve('second', ['bob']), approve('third', ['cui'])])
    expect(codes(migrate(old, next, atB))).toEqual(['is-unmapped b'])
    const moved = migrate(old, next, atB, { b: 'second' })
    if ('obstacles' in moved) throw new Error('obstacles')
    const task = moved.state.tasks.find((one) => one.status === 'open')
    const done = advance(
      next,
      moved.state,
      { do: 'decide', by: 'bob', task: task?.id ?? '', decision: 'approve' },
      noFacts,
      0,
    )
    expect(done.state.tasks.map((one) => `${one.node}:${one.person}`)).toEqual(['third:cui'])
  })
  test('not into a step of another kind', () => {
    expect(codes(migrate(old, flowOf([a, { kind: 'wait', id: 'b', signal: 'x' }]), atB))).toEqual(['is-another-kind b'])
  })
  test('not behind a mandatory step of the new version that nobody has passed', () => {
    const qc = approve('qc', ['dan'], { mandatory: true })
    expect(codes(migrate(old, flowOf([a, qc, b]), atB))).toEqual(['mandatory-not-passed qc'])
    expect(codes(migrate(old, flowOf([a, b, qc]), atB))).toEqual([])
    const around = {
      kind: 'branch',
      id: 'x',
      arms: [{ id: 'l', when: { field: 'sum', op: 'above', value: 1 }, steps: [qc] }],
      otherwise: [],
    }
    expect(codes(migrate(old, flowOf([a, around, b]), atB))).toEqual([])
  })
  test('joins keep who has arrived, and every branch must be alive', () => {
    const split = (...arms: string[]) =>
      flowOf([{ kind: 'parallel', id: 'p', arms: arms.map((id) => ({ id: `${id}x`, steps: [approve(id, [id])] })) }])
    const half = run(split('l', 'r'), [yes('l')]).state
    expect(codes(migrate(split('l', 'r'), split('l', 'r'), half))).toEqual([])
    expect(codes(migrate(split('l', 'r'), split('l', 'r', 'm'), half))).toEqual(['branch-missing p'])
    expect(codes(migrate(split('l', 'r'), split('m', 'r'), half))).toEqual(['join-differs p.join'])
    expect(
      codes(
        migrate(
          old,
          flowOf([
            {
              kind: 'parallel',
              id: 'p',
              arms: [
                { id: 'x', steps: [b] },
                { id: 'y', steps: [a] },
              ],
            },
          ]),
          atB,
        ),
      ),
    ).toEqual(['branch-missing p'])
  })
})
