import { expect, test } from 'vitest'
import { readDefinition } from '#core/flow'
import { proved } from '../prove.ts'
import { titleOf, troubleText, wayOf } from './problem.ts'
import { totalLimit } from './total-limit.ts'

const day = (amount: number) => ({ limit: { amount, unit: 'workday' } })
const person = (id: string, rest = {}) => ({ kind: 'approve', id, who: { kind: 'initiator' }, ...rest })
function flow(steps: unknown[], rest = {}) {
  const read = readDefinition({ id: 'f', steps, ...rest })
  if ('misread' in read) throw new Error(JSON.stringify(read.misread))
  return read.definition
}
const say = (key: string, values?: Record<string, unknown>) => `${key}${values?.['name'] ? ` ${values['name']}` : ''}`
const small = { field: 'sum', op: 'below', value: 5 }
const inspected = (mandatory: boolean) =>
  flow([person('sample'), person('qc', { name: '质检', mandatory }), { kind: 'auto', id: 'store', command: 'x' }], {
    proofs: [{ step: 'qc', before: 'store' }],
  })

test('a promise is kept, loose while anybody may move the flow over it, broken with the way around it, or lost', () => {
  expect(proved(inspected(true)).proofs).toMatchObject([
    { step: 'qc', before: 'store', state: 'kept', isOwn: false },
    { step: 'qc', before: 'end', state: 'kept', isOwn: true },
  ])
  expect(proved(inspected(true)).mayPublish).toBe(true)
  expect(proved(inspected(false)).proofs).toMatchObject([{ state: 'loose' }])
  expect(proved(inspected(false)).mayPublish).toBe(false)
  const around = flow(
    [
      {
        kind: 'branch',
        id: 'x',
        arms: [{ id: 'l', when: small, steps: [person('qc', { mandatory: true })] }],
        otherwise: [],
      },
      { kind: 'auto', id: 'store', command: 'x' },
    ],
    {
      proofs: [
        { step: 'qc', before: 'store' },
        { step: 'gone', before: 'store' },
      ],
    },
  )
  const { proofs } = proved(around)
  expect(proofs.map((one) => one.state)).toEqual(['broken', 'lost', 'partly'])
  expect([...wayOf(around.steps, proofs[0]!.path)].toSorted()).toEqual(
    ['start', 'x', 'x.join', 'x.otherwise', 'store'].toSorted(),
  )
})

test('a flow without steps is not published', () => {
  expect(proved({ ...flow([person('a')]), steps: [] })).toMatchObject({ verdict: 'empty', mayPublish: false })
})

test('sentences name the step', () => {
  const { steps } = inspected(true)
  const trouble = { kind: 'auto-pass', element: 'qc', path: [], with: 'relocate', blocks: true }
  expect(troubleText(trouble, steps, say, (key) => key)).toBe('designer.problems.auto-pass-relocate 质检')
  expect([titleOf(steps, 'store', say), titleOf(steps, 'end', say)]).toEqual([
    'designer.kinds.auto',
    'designer.kinds.end',
  ])
})

test('the longest a flow may take: one after the other, the longest of side by side, the shortest of a race', () => {
  const a = person('a', { deadline: day(1) })
  const b = person('b', { deadline: day(3) })
  const c = person('c', { deadline: { limit: { amount: 2, unit: 'hour' } } })
  const arms = [
    { id: 'l', steps: [a] },
    { id: 'r', steps: [b] },
  ]
  expect(totalLimit(flow([a, b, c]).steps)).toEqual({ workMinutes: 4 * 480, minutes: 120, unlimited: [] })
  expect(totalLimit(flow([{ kind: 'parallel', id: 'p', arms }, c]).steps)).toMatchObject({
    workMinutes: 3 * 480,
    minutes: 120,
  })
  expect(totalLimit(flow([{ kind: 'race', id: 'p', arms }]).steps)).toMatchObject({ workMinutes: 480 })
  expect(
    totalLimit(flow([{ kind: 'loop', id: 'o', until: { all: [] }, limit: 3, steps: [a] }]).steps).workMinutes,
  ).toBe(3 * 480)
  expect(totalLimit(flow([person('n'), a]).steps).unlimited).toEqual(['n'])
})
