import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { approve, flowOf } from '../flow-for-tests.ts'
import { drawn } from '../graph-for-tests.ts'
import { tree } from '../random-for-tests.ts'
import { check } from './check.ts'
import { skip } from './skip.ts'
import { soundness, tried } from './sound.ts'

const kinds = (text: string, boundaries = {}) =>
  soundness(drawn(text, boundaries)).problems.map((one) => `${one.kind} ${one.element}`)

describe('soundness', () => {
  test.each([
    ['a sequence', 's>a a>e'],
    ['a choice and its merge', 's>x x>a x>b a>y1 b>y1 y1>e'],
    ['a split and its join', 's>p1 p1>a p1>b a>p2 b>p2 p2>e'],
    ['a split whose branches end by themselves', 's>p1 p1>a p1>b a>e1 b>e2'],
    ['a loop', 's>x1 x1>a a>x2 x2>b b>x1 x2>e'],
    ['an inclusive pair', 's>o1 o1>a o1>b o1>c a>o2 b>o2 c>o2 o2>e'],
    ['a net that does not reduce', 's>p1 p1>a p1>b a>p2 p2>c p2>p3 b>p3 p3>d c>p4 d>p4 p4>e'],
    ['a terminate end beside work', 's>p1 p1>a p1>b a>z1 b>e1'],
  ])('sound: %s', (_name, text) => {
    expect(soundness(drawn(text))).toEqual({ verdict: 'sound', problems: [] })
  })
  test.each([
    ['a choice joined as if all came', 's>x1 x1>a x1>b a>p1 b>p1 p1>e', ['deadlock p1']],
    ['a split merged as if one came', 's>p1 p1>a p1>b a>x1 b>x1 x1>c c>e', ['unsafe c', 'improper-completion e']],
    ['an end reached twice', 's>p1 p1>a p1>b a>e b>e', ['improper-completion e']],
    ['a step nobody leads to', 's>a a>e b>e', ['dead b']],
    ['a loop without a way out', 's>x1 x1>a a>x1', ['no-completion x1']],
    ['nowhere to start', 'x1>a a>x1', ['no-start net']],
    ['a join that waits for a step never begun', 's>x1 x1>a a>e x1>b b>p1 c>p1 p1>e2', ['deadlock p1', 'dead c']],
  ])('unsound: %s', (_name, text, expected) => {
    expect(kinds(text)).toEqual(expected)
  })
  test('the path of a deadlock is the way that gets stuck', () => {
    const [problem] = soundness(drawn('s>x1 x1>a a>b x1>c b>p1 c>p1 p1>e')).problems
    expect([problem?.path, problem?.element]).toEqual([['s', 'x1', 'c'], 'p1'])
  })
  test('events on the border of a step: instead of its end, or besides it', () => {
    expect(kinds('s>a a>p1 t>p1 p1>e', { t: { on: 'a', interrupts: true } })).toEqual(['deadlock p1'])
    expect(kinds('s>a a>e t>b b>e2', { t: { on: 'a', interrupts: true } })).toEqual([])
    expect(kinds('s>a a>e t>b b>e', { t: { on: 'a', interrupts: false } })).toEqual([])
  })
  test('17 parallel branches of 3 steps: sound in a moment; with a mistake: unsound; beyond the budget: unknown', () => {
    const branches = Array.from({ length: 17 }, (_, n) => `p1>a${n} a${n}>b${n} b${n}>c${n} c${n}>p2`).join(' ')
    expect(soundness(drawn(`s>p1 ${branches} p2>e`)).verdict).toBe('sound')
    expect(kinds(`s>p1 ${branches} p2>p3 never>p3 p3>e`)).toContain('deadlock p3')
    const tangled = 's>p1 p1>a p1>b a>p2 p2>c p2>p3 b>p3 p3>d c>p4 d>p4 p4>e'
    expect(tried(drawn(tangled), 2, false).verdict).toBe('unknown')
  })
  test('reducing a net changes nothing about its verdict', () => {
    const node = fc.constantFrom('s', 'a', 'b', 'c', 'x1', 'x2', 'x3', 'p1', 'p2', 'p3', 'e', 'f')
    const arc = fc.tuple(node, node).filter(([from, to]) => from !== 'e' && to !== 's')
    const verdicts = { sound: 0, unsound: 0, unknown: 0 }
    fc.assert(
      fc.property(
        fc.uniqueArray(arc, { minLength: 4, maxLength: 12, selector: ([from, to]) => `${from}>${to}` }),
        (arcs) => {
          const net = drawn(['s>a', ...arcs.map(([from, to]) => `${from}>${to}`)].join(' '))
          const full = tried(net, 3000, false)
          const small = tried(net, 3000, true)
          verdicts[full.verdict] += 1
          if (full.verdict !== 'unknown' && small.verdict !== 'unknown') expect(small.verdict).toBe(full.verdict)
        },
      ),
      { numRuns: 500 },
    )
    expect(verdicts.unsound).toBeGreaterThan(100)
  })
  test('every tree is sound, as trees are, but for what ends within', () => {
    fc.assert(
      fc.property(tree, (steps) => {
        expect(soundness(flowOf(steps).net)).toEqual({ verdict: 'sound', problems: [] })
      }),
      { numRuns: 100 },
    )
  })
})

describe('X cannot be skipped before Y', () => {
  const answer = (text: string, boundaries = {}) => {
    const found = skip(drawn(text, boundaries), 'X', 'Y')
    return found === 'unknown-step' ? found : [found.skippable, found.path.join(' ')]
  }
  test.each([
    ['in a row', 's>X X>Y Y>e', [false, '']],
    ['on one of two ways', 's>x1 x1>X x1>x2 X>x2 x2>Y Y>e', [true, 's x1 x2 Y']],
    [
      'in a parallel branch before the join: guaranteed, though on no path alone',
      's>p1 p1>X p1>b X>p2 b>p2 p2>Y Y>e',
      [false, ''],
    ],
    ['side by side', 's>p1 p1>X p1>Y X>p2 Y>p2 p2>e', [true, 's p1 Y']],
    ['in a loop before', 's>x1 x1>X X>x2 x2>x1 x2>Y Y>e', [false, '']],
    ['the other way round', 's>Y Y>X X>e', [true, 's Y']],
  ])('%s', (_name, text, expected) => {
    expect(answer(text)).toEqual(expected)
  })
  test('a time-out on the border of X leads around it', () => {
    expect(answer('s>X X>Y t>Y Y>e', { t: { on: 'X', interrupts: true } })).toEqual([true, 's t Y'])
  })
  test('within sub-processes', () => {
    const inner = (text: string) => drawn(text)
    const outer = (sub: string) => {
      const net = drawn('s>Sub Sub>Y Y>e')
      return skip(
        {
          ...net,
          nodes: net.nodes.map((one) => (one.id === 'Sub' ? { ...one, inner: inner(sub) } : one)),
          node: new Map(net.nodes.map((one) => [one.id, one.id === 'Sub' ? { ...one, inner: inner(sub) } : one])),
        },
        'X',
        'Y',
      )
    }
    expect(outer('s1>X X>e1')).toEqual({ skippable: false, path: [] })
    expect(outer('s1>x1 x1>X x1>e1 X>e1')).toMatchObject({ skippable: true, path: ['s', 'Sub', 'Y'] })
  })
  test('an unknown name is told', () => {
    expect(answer('s>a a>e')).toBe('unknown-step')
  })
})

describe('what keeps a flow from being published', () => {
  const problems = (steps: unknown[], rest = {}) =>
    check(flowOf(steps, rest)).problems.map((one) => [one.kind, one.element, one.with].filter(Boolean).join(' '))
  const above = (field: string, value: number) => ({ field, op: 'above', value })
  const below = (field: string, value: number) => ({ field, op: 'at-most', value })
  const sum = { key: 'sum', kind: 'number', required: true } as const
  const branch = (arms: unknown[], more = {}) => ({ kind: 'branch', id: 'x', arms, ...more })
  test('ways around a mandatory step', () => {
    const deadline = {
      limit: { amount: 1, unit: 'hour' },
      steps: [{ at: { amount: 0, unit: 'minute' }, do: 'auto-approve' }],
    }
    expect(
      problems([approve('a', ['ann'], { mandatory: true, onSelf: 'skip', onEmpty: [{ do: 'pass' }], deadline })]),
    ).toEqual(['auto-pass a empty', 'auto-pass a self', 'auto-pass a deadline'])
  })
  test('a promise that does not hold, with the way around it', () => {
    const steps = [
      branch([{ id: 'l', when: above('sum', 5), steps: [approve('qc', ['ann'], { mandatory: true })] }], {
        otherwise: [],
      }),
      { kind: 'auto', id: 'store', command: 'x' },
    ]
    const found = check(flowOf(steps, { proofs: [{ step: 'qc', before: 'store' }] })).problems
    expect(found).toEqual([
      { kind: 'skippable', element: 'qc', with: 'store', path: ['start', 'x', 'x.join', 'store'] },
    ])
    expect(problems(steps, { proofs: [{ step: 'none', before: 'store' }] })).toEqual(['unknown-step none store'])
  })
  test('a promise about a step that is not mandatory, so that an administrator may move the flow over it', () => {
    const rest = { proofs: [{ step: 'a', before: 'b' }] }
    expect(problems([approve('a', ['ann']), approve('b', ['bob'])], rest)).toEqual(['auto-pass a relocate'])
    expect(problems([approve('a', ['ann'], { mandatory: true }), approve('b', ['bob'])], rest)).toEqual([])
  })
  test('cases no branch fits, and branches nothing comes to', () => {
    const two = (a: unknown, b: unknown) => [
      branch([
        { id: 'l', when: a, steps: [] },
        { id: 'r', when: b, steps: [approve('r1', ['ann'])] },
      ]),
    ]
    expect(problems(two(above('sum', 5), below('sum', 5)), { fields: [sum] })).toEqual([])
    expect(problems(two(above('sum', 5), below('sum', 4)), { fields: [sum] })).toEqual(['undecided x'])
    expect(problems(two(above('sum', 5), below('sum', 5)), { fields: [{ ...sum, required: false }] })).toEqual([
      'undecided x',
    ])
    expect(problems(two(above('sum', 5), above('sum', 9)), { fields: [sum] })).toEqual([
      'undecided x',
      'never-chosen x r1',
    ])
    expect(check(flowOf(two(above('sum', 5), below('sum', 4)), { fields: [sum] })).verdict).toBe('unsound')
    const choice = { key: 'kind', kind: 'choice', choices: ['leave', 'trip'], required: true } as const
    const is = (value: string) => ({ field: 'kind', op: 'is', value })
    expect(problems(two(is('leave'), is('trip')), { fields: [choice] })).toEqual([])
  })
  test('one field two parallel branches may write', () => {
    const writes = (id: string) => ({ id: `${id}x`, steps: [approve(id, ['ann'], { fields: { sum: 'write' } })] })
    expect(problems([{ kind: 'parallel', id: 'p', arms: [writes('l'), writes('r')] }])).toEqual([
      'parallel-writers r l',
    ])
  })
  test('steps behind an end, returns to nowhere, timers of more than a year', () => {
    expect(problems([approve('a', ['ann']), { kind: 'end', id: 'stop' }, approve('b', ['bob'])])).toEqual(['dead b'])
    expect(problems([approve('a', ['ann'], { onReject: { to: 'return', step: 'b' } }), approve('b', ['bob'])])).toEqual(
      ['bad-return a b'],
    )
    expect(problems([{ kind: 'delay', id: 'd', span: { amount: 400, unit: 'day' } }])).toEqual(['long-timer d'])
  })
})
