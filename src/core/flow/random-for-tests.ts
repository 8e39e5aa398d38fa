import fc from 'fast-check'
import type { EventOf, FlowEvent } from './engine/event.ts'
import type { State } from './engine/state.ts'

const people = ['ini', 'ann', 'bob', 'cui', 'dan', 'admin']
const person = fc.constantFrom(...people)
const fields = ['x', 'y'] as const
const condition = fc.record({
  field: fc.constantFrom(...fields),
  op: fc.constantFrom('at-least', 'below'),
  value: fc.constantFrom(0, 5),
})
const source = fc.oneof(
  fc.record({ kind: fc.constant('people'), people: fc.uniqueArray(person, { minLength: 1, maxLength: 3 }) }),
  fc.constant({ kind: 'role', role: 'r' }),
  fc.constant({ kind: 'initiator' }),
  fc.constant({ kind: 'chosen' }),
)
const quorum = fc.constantFrom<unknown[]>(
  { type: 'all' },
  { type: 'all', collectAll: true },
  { type: 'any' },
  { type: 'ratio', passPermille: 600 },
  { type: 'ratio', passPermille: 600, rejectPermille: 500, tie: 'approve' },
  { type: 'count', pass: 2, reject: 2, tie: 'approve' },
  { type: 'weight', pass: 2 },
  { type: 'sequence' },
  { type: 'claim' },
)
const deadline = {
  limit: { amount: 1, unit: 'hour' },
  steps: [{ at: { amount: 0, unit: 'minute' }, do: 'auto-approve' }],
}

const personal = fc.record({
  kind: fc.constantFrom('approve', 'transact'),
  who: source,
  quorum,
  onEmpty: fc.constantFrom<unknown[]>([{ do: 'refuse' }], [{ do: 'pass' }], []),
  onSelf: fc.constantFrom('superior', 'skip', 'self'),
  mandatory: fc.boolean(),
  guards: fc.constantFrom<string[][]>([], ['x']),
  deadline: fc.constantFrom(undefined, deadline),
  onReject: fc.constant({ to: 'end' }),
})
const other = fc.constantFrom<Record<string, unknown>[]>(
  { kind: 'copy', who: { kind: 'people', people: ['dan'] } },
  { kind: 'auto', command: 'do' },
  { kind: 'auto', command: 'do', waits: true },
  { kind: 'wait', signal: 'go' },
  { kind: 'delay', span: { amount: 1, unit: 'hour' } },
  { kind: 'subflow', flow: 'other' },
)

/** Trees of all kinds of steps, without ids; `numbered` gives them. */
const steps = fc.letrec<{ steps: Loose[]; step: Loose }>((tie) => ({
  step: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 4, arbitrary: personal as fc.Arbitrary<Loose> },
    { weight: 1, arbitrary: other as fc.Arbitrary<Loose> },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constantFrom('parallel', 'race'),
        arms: fc.array(fc.record({ steps: tie('steps') }), { minLength: 2, maxLength: 3 }),
      }) as fc.Arbitrary<Loose>,
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constantFrom('branch', 'inclusive'),
        arms: fc.array(fc.record({ when: condition, steps: tie('steps') }), { minLength: 1, maxLength: 2 }),
        otherwise: tie('steps'),
      }) as fc.Arbitrary<Loose>,
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('loop'),
        until: condition,
        limit: fc.constant(3),
        steps: tie('steps'),
      }) as fc.Arbitrary<Loose>,
    },
  ),
  steps: fc.array(tie('step'), { minLength: 1, maxLength: 3, depthIdentifier: 'tree' }),
}))
type Loose = Record<string, unknown>

export const tree: fc.Arbitrary<unknown[]> = steps.steps.map((list) => {
  let count = 0
  const numbered = (one: Loose): Loose => {
    count += 1
    const id = `n${count}`
    const gate = one['mandatory'] === true ? { gate: `g${count}` } : {}
    const inner = (key: string) =>
      Array.isArray(one[key]) && key !== 'onEmpty'
        ? { [key]: (one[key] as Loose[]).map(key === 'arms' ? arm : numbered) }
        : {}
    return { ...one, id, ...gate, ...inner('steps'), ...inner('otherwise'), ...inner('arms') }
  }
  const arm = (one: Loose): Loose => {
    count += 1
    return { ...one, id: `n${count}`, steps: (one['steps'] as Loose[]).map(numbered) }
  }
  return list.map(numbered)
})

/** Which event comes next, chosen among what the state offers and some that it does not. */
export const pick = fc.record({
  what: fc.nat(30),
  which: fc.nat(20),
  who: person,
  other: person,
  flag: fc.boolean(),
  x: fc.constantFrom(0, 3, 7),
})
export type Pick = typeof pick extends fc.Arbitrary<infer T> ? T : never

export function eventOf(
  state: State,
  nodes: readonly string[],
  { what, which, who, other: second, flag }: Pick,
): FlowEvent {
  const task = state.tasks[which % Math.max(1, state.tasks.length)]
  const token = state.tokens[which % Math.max(1, state.tokens.length)]
  const asks = [...state.checks, ...state.tokens.flatMap((one) => one.asks)]
  const ask = asks[which % Math.max(1, asks.length)]
  const node = nodes[which % nodes.length] ?? 'start'
  const by = task?.person ?? who
  const at = { by, task: task?.id ?? 'none' }
  if (ask && what < 12)
    return {
      do: 'people',
      ask: ask.id,
      people: flag
        ? [
            { id: who, weight: 1 },
            { id: second, weight: 2 },
          ]
        : [],
    }
  const events: FlowEvent[] = [
    { do: 'submit', by: state.owner, chosen: flag ? Object.fromEntries(nodes.map((id) => [id, [who]])) : undefined },
    { do: 'decide', ...at, decision: 'approve' },
    { do: 'decide', ...at, decision: 'approve' },
    { do: 'decide', ...at, decision: 'approve' },
    { do: 'decide', ...at, decision: flag ? 'approve' : 'reject' },
    { do: 'claim', ...at },
    { do: 'return', ...at, to: flag ? 'start' : node, back: flag ? 'straight' : 'again' },
    { do: 'add-sign', ...at, how: 'before', people: [who], quorum: 'all' },
    { do: 'add-sign', ...at, how: 'after', people: [who, second], quorum: 'any' },
    { do: 'add-sign', ...at, how: 'beside', people: [who], quorum: 'all' },
    { do: 'remove-sign', task: at.task, by: flag ? 'admin' : by },
    { do: 'transfer', ...at, to: who },
    { do: 'ask', ...at, to: who },
    { do: 'answer', ...at, opinion: 'x' },
    { do: 'unclaim', ...at },
    { do: 'read', ...at },
    { do: 'copy', ...at, people: [who] },
    { do: 'urge', ...at },
    { do: 'take-back', by: who, node },
    { do: 'take-back', by: state.undo[0]?.by ?? who, node: state.undo[0]?.node ?? node },
    { do: 'timer-fired', timer: token?.timers[0] ?? 'none', lateMinutes: flag ? 0 : 5000 },
    { do: 'child-ended', child: token?.child ?? 'none', outcome: 'approved' },
    { do: 'signal', name: flag ? 'go' : (token?.node ?? 'x') },
    { do: 'person-left', person: who, to: flag ? second : null },
    { do: 'relocate', by: 'admin', token: token?.id ?? 'none', to: flag ? node : 'end', reason: 'x' },
    { do: 'resume', by: 'admin' },
    { do: 'data-changed' },
    { do: 'delegation-opened', delegation: window(who, second, flag) },
    { do: 'delegation-closed', delegation: window(who, second, flag) },
    which === 20 ? { do: 'withdraw', by: state.owner } : { do: 'signal', name: 'go' },
    which === 20 ? { do: 'cancel', by: 'admin', reason: 'x' } : { do: 'signal', name: token?.node ?? 'go' },
  ]
  return events[what % events.length] as FlowEvent
}

export function window(from: string, to: string, isReplace: boolean): EventOf<'delegation-opened'>['delegation'] {
  return {
    id: `${from}-${to}`,
    from,
    to,
    start: 0,
    until: 1e9,
    flows: null,
    atMost: null,
    mode: isReplace ? 'replace' : 'both',
  }
}
