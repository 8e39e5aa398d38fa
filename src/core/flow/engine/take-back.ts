import type { EventOf } from './event.ts'
import { announce, setTimers } from './round.ts'
import type { Task, Undo } from './state.ts'
import { dropToken, personStep, refuse, tasksOf, type Refusal, type Turn } from './turn.ts'

/** Nothing of this can be taken back: it has left the flow. */
const lasting: ReadonlySet<string> = new Set(['call-command', 'start-child', 'write-evidence', 'end'])

/** 拿回: undoes one's own decision while nobody after it has done anything. */
export function takeBack(turn: Turn, event: EventOf<'take-back'>): Refusal | undefined {
  const own = voteStillCounted(turn, event)
  if (own) return reopen(turn, own)
  const undo = turn.state.undo.findLast((one) => one.by === event.by && one.node === event.node)
  if (!undo) return refuse('nothing-to-take-back')
  const policy = personStep(turn, undo.node)?.takeBack ?? 'never'
  if (policy === 'never') return refuse('not-allowed-here', { step: undo.node })
  const tokens = turn.state.tokens.filter((token) => token.from === undo.seq)
  const arrivals = Object.values(turn.state.arrivals)
    .flat()
    .filter((one) => one.from === undo.seq).length
  if (tokens.length + arrivals !== undo.made) return refuse('already-moved-on')
  const tasks = tokens.flatMap((token) => tasksOf(turn, token.id))
  const isTouched = (task: Task) =>
    (task.status !== 'open' && task.status !== 'offered') || (policy === 'until-read' && task.isRead)
  const touched = tasks.find(isTouched)
  if (touched) return refuse('already-touched', { person: touched.person })
  for (const token of tokens) {
    turn.state.visits[token.node] = Math.max(0, (turn.state.visits[token.node] ?? 1) - 1)
    dropToken(turn, token, 'cancelled')
  }
  for (const [join, list] of Object.entries(turn.state.arrivals)) {
    const left = list.filter((one) => one.from !== undo.seq)
    if (left.length > 0) turn.state.arrivals[join] = left
    else delete turn.state.arrivals[join]
  }
  restore(turn, undo)
  return undefined
}

/** Keeps what can still be taken back: how much the decision moved is known once everything has come to rest. */
export function settleUndo(turn: Turn): void {
  const { state, effects } = turn
  const made = (seq: number) =>
    state.tokens.filter((token) => token.from === seq).length +
    Object.values(state.arrivals)
      .flat()
      .filter((one) => one.from === seq).length
  const isLasting = effects.some((effect) => lasting.has(effect.do))
  state.undo = state.undo.filter((one) => {
    if (one.seq !== state.seq) return made(one.seq) === one.made
    one.made = made(one.seq)
    return !isLasting && one.made > 0
  })
}

function restore(turn: Turn, undo: Undo): void {
  const { state } = turn
  delete state.passed[undo.node]
  state.approvals = state.approvals.filter((one) => one.node !== undo.node)
  state.undo = state.undo.filter((one) => one !== undo)
  const token = { ...undo.token, timers: [] }
  state.tokens.push(token)
  state.tasks.push(...undo.tasks)
  setTimers(turn, token)
  for (const task of undo.tasks) if (task.status === 'open' || task.status === 'offered') announce(turn, task)
}

/** A vote in a step that is not decided yet. In a sequence the next has been asked by then. */
function voteStillCounted(turn: Turn, event: EventOf<'take-back'>): Task | undefined {
  const task = turn.state.tasks.find(
    (one) =>
      one.node === event.node &&
      one.person === event.by &&
      one.kind !== 'answer' &&
      (one.status === 'approved' || one.status === 'rejected'),
  )
  const quorum = personStep(turn, event.node)?.quorum.type
  const isFirm = quorum === 'sequence' || quorum === 'levels' || task?.kind === 'before' || task?.kind === 'after'
  return isFirm ? undefined : task
}

function reopen(turn: Turn, task: Task): Refusal | undefined {
  if (personStep(turn, task.node)?.takeBack === 'never') return refuse('not-allowed-here', { step: task.node })
  task.status = 'open'
  announce(turn, task)
  return undefined
}
