import type { Compiled } from '../model/compile.ts'
import { noFacts } from './facts.ts'
import { returnTargets } from './return.ts'
import type { State } from './state.ts'
import type { Turn } from './turn.ts'

/** Where whoever acts at a token may return to: `start` and steps done already, as `return` would take it. */
export function returnsFrom(compiled: Compiled, state: State, token: string): string[] {
  const found = state.tokens.find((one) => one.id === token)
  const turn: Turn = { compiled, state, facts: noFacts, now: 0, effects: [], jobs: [], undo: undefined }
  return found ? returnTargets(turn, found) : []
}
