import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flowOf } from '../flow-for-tests.ts'
import { replay, type Logged } from '../play/play.ts'
import { eventOf, pick, tree, window, type Pick } from '../random-for-tests.ts'
import { advance } from './advance.ts'
import { FlowEvent } from './event.ts'
import { noFacts, type Facts } from './facts.ts'
import { draft, type State } from './state.ts'

const live = new Set(['open', 'offered', 'waiting', 'later', 'agreed'])

function playAll(steps: unknown[], picks: readonly Pick[], each: (before: State, line: Logged, after: State) => void) {
  const flow = flowOf(steps, { dedup: 'once' })
  const nodes = flow.net.nodes.map((node) => node.id)
  let state = draft('ini')
  const log: Logged[] = []
  const first = {
    do: 'submit' as const,
    by: 'ini',
    chosen: Object.fromEntries(nodes.map((id) => [id, ['ann', 'bob']])),
  }
  for (const [index, one] of [undefined, ...picks].entries()) {
    const event = one ? eventOf(state, nodes, one) : first
    expect(FlowEvent.safeParse(event).success).toBe(true)
    const facts: Facts = {
      ...noFacts,
      admins: ['admin'],
      data: { x: one?.x ?? 0, y: (one?.which ?? 0) % 7 },
      revision: index,
      inactive: one && one.what % 11 === 0 ? [one.other] : [],
      delegations: one && one.what % 7 === 0 ? [window(one.who, one.other, one.flag)] : [],
    }
    const before = JSON.stringify(state)
    const done = advance(flow, state, event, facts, index * 60_000)
    // the state given is never changed
    expect(JSON.stringify(state)).toBe(before)
    const line = { event, facts, now: index * 60_000, effects: done.effects, refusal: done.refusal }
    if (done.refusal) expect(done.state).toBe(state)
    each(state, line, done.state)
    log.push(line)
    state = done.state
  }
  return { flow, state, log }
}

test('running means that something is open, ended that nothing is; the log replays to the state', () => {
  fc.assert(
    fc.property(tree, fc.array(pick, { maxLength: 40 }), (steps, picks) => {
      const { flow, state, log } = playAll(steps, picks, (_before, _line, after) => {
        if (after.status === 'running' || after.status === 'incident') {
          expect(after.tokens.length).toBeGreaterThan(0)
          for (const token of after.tokens) {
            const tasks = after.tasks.filter((task) => task.token === token.id && live.has(task.status))
            // an open step can be acted on by somebody, or waits for an answer about who stands in
            if (token.stage === 'open')
              expect(
                tasks.some((task) => task.status === 'open' || task.status === 'offered') || token.asks.length > 0,
              ).toBe(true)
            if (token.stage === 'asking') expect(token.asks.length).toBeGreaterThan(0)
          }
          expect(after.status === 'incident').toBe(after.tokens.some((token) => token.stage === 'stuck'))
        }
        if (after.status === 'ended') expect([after.tokens, after.tasks, after.arrivals]).toEqual([[], [], {}])
        expect(after.tasks.every((task) => after.tokens.some((token) => token.id === task.token))).toBe(true)
      })
      expect(replay(flow, 'ini', log)).toEqual(state)
    }),
    { numRuns: 120 },
  )
})

test('a mandatory step is never passed without people’s approval, and leaves evidence', () => {
  fc.assert(
    fc.property(tree, fc.array(pick, { maxLength: 40 }), (steps, picks) => {
      const agreed = new Map<string, Set<string>>()
      playAll(steps, picks, (before, { event, effects }, after) => {
        if (event.do === 'decide' && event.decision === 'approve' && after !== before) {
          const task = before.tasks.find((one) => one.id === event.task)
          if (task) agreed.set(task.node, (agreed.get(task.node) ?? new Set()).add(event.by))
        }
        for (const effect of effects) {
          if (effect.do !== 'write-evidence') continue
          expect(effect.by.length).toBeGreaterThan(0)
          expect(effect.by.every((one) => agreed.get(effect.node)?.has(one))).toBe(true)
        }
        for (const [id, passed] of Object.entries(after.passed)) {
          if (before.passed[id]?.order === passed.order) continue
          const gate = `g${id.slice(1)}`
          if (steps.some((one) => hasGate(one, gate))) {
            expect(passed.by.length).toBeGreaterThan(0)
            expect(effects.some((effect) => effect.do === 'write-evidence' && effect.gate === gate)).toBe(true)
          }
        }
      })
    }),
    { numRuns: 120 },
  )
})

test('to-dos told to the shell and closed again balance with what the state holds', () => {
  fc.assert(
    fc.property(tree, fc.array(pick, { maxLength: 30 }), (steps, picks) => {
      const shown = new Map<string, string>()
      playAll(steps, picks, (_before, { effects }, after) => {
        for (const effect of effects) {
          if (effect.do === 'open-task') shown.set(effect.task, effect.person)
          if (effect.do === 'close-task') shown.delete(effect.task)
          if (effect.do === 'reassign-task' && shown.has(effect.task)) shown.set(effect.task, effect.to)
        }
        for (const task of after.tasks)
          if (task.status === 'open' || task.status === 'offered') expect(shown.get(task.id)).toBe(task.person)
        if (after.status === 'ended') expect([...shown]).toEqual([])
      })
    }),
    { numRuns: 80 },
  )
})

function hasGate(step: unknown, gate: string): boolean {
  return JSON.stringify(step).includes(`"${gate}"`)
}
