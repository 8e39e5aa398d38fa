import { fingerprint } from '../model/value.ts'
import type { Compiled } from '../model/compile.ts'
import { cancel, end, relocate, resume, withdraw } from './admin.ts'
import { decide, evaluate, pass, reject } from './decide.ts'
import type { Effect } from './effect.ts'
import { enter, isGateOpen } from './enter.ts'
import type { FlowEvent } from './event.ts'
import type { Facts } from './facts.ts'
import { answer, askOpinion, claim, copyTo, read, transfer, unclaim, urge } from './hand.ts'
import { delegationClosed, delegationOpened, personLeft } from './leaver.ts'
import { arrive, goOn, leave, settleJoins } from './move.ts'
import { ownTask } from './own-task.ts'
import { giveBack } from './return.ts'
import { openRound } from './round.ts'
import { addSign, removeSign } from './sign.ts'
import type { State } from './state.ts'
import { submit, take } from './submit.ts'
import { settleUndo, takeBack } from './take-back.ts'
import { childEnded, signal, timerFired, trigger } from './timer.ts'
import { nodeOf, putToken, refuse, stuck, type Job, type Refusal, type Turn } from './turn.ts'

export type Advanced = { readonly state: State; readonly effects: readonly Effect[]; readonly refusal?: Refusal }

/** Jobs within one event; more mean that the flow runs in circles by itself. */
const jobsPerNode = 20

/**
 * One event of one instance. Total and deterministic: any event in any state gives a new state, or a refusal with the
 * state unchanged, never an exception; the same arguments give the same result. `now` is epoch milliseconds. Neither
 * argument is changed.
 */
export function advance(compiled: Compiled, state: State, event: FlowEvent, facts: Facts, now: number): Advanced {
  if (state.status === 'ended') return { state, effects: [], refusal: refuse('has-ended') }
  const own = JSON.parse(JSON.stringify(state)) as State
  own.seq += 1
  const turn: Turn = { compiled, state: own, facts, now, effects: [], jobs: [], undo: undefined }
  voidEvidence(turn)
  const refusal = apply(turn, event)
  if (refusal) return { state, effects: [], refusal }
  settle(turn)
  return { state: own, effects: turn.effects }
}

function apply(turn: Turn, event: FlowEvent): Refusal | undefined {
  const early =
    event.do === 'submit' ||
    event.do === 'people' ||
    event.do === 'withdraw' ||
    event.do === 'cancel' ||
    event.do === 'person-left'
  if (!early && (turn.state.status === 'draft' || turn.state.status === 'checking')) return refuse('not-submitted')
  switch (event.do) {
    case 'submit':
      return submit(turn, event)
    case 'people':
      return take(turn, event)
    case 'decide':
      return decide(turn, event)
    case 'return':
      return giveBack(turn, event)
    case 'add-sign':
      return addSign(turn, event)
    case 'remove-sign':
      return removeSign(turn, event)
    case 'transfer':
      return transfer(turn, event)
    case 'ask':
      return askOpinion(turn, event)
    case 'answer':
      return answer(turn, event)
    case 'claim':
      return claim(turn, event)
    case 'unclaim':
      return unclaim(turn, event)
    case 'read':
      return read(turn, event)
    case 'copy':
      return copyTo(turn, event)
    case 'urge':
      return urge(turn, event)
    case 'take-back':
      return takeBack(turn, event)
    case 'withdraw':
      return withdraw(turn, event)
    case 'cancel':
      return cancel(turn, event)
    case 'relocate':
      return relocate(turn, event)
    case 'resume':
      return resume(turn, event)
    case 'timer-fired':
      return timerFired(turn, event)
    case 'child-ended':
      return childEnded(turn, event)
    case 'signal':
      return signal(turn, event)
    case 'trigger':
      return trigger(turn, event)
    case 'person-left':
      return personLeft(turn, event)
    case 'delegation-opened':
      return delegationOpened(turn, event)
    case 'delegation-closed':
      return delegationClosed(turn, event)
    case 'save-draft': {
      // the draft itself lies with the form; here only whether one may
      const own = ownTask(turn, event.task, event.by)
      return 'code' in own ? own : undefined
    }
    case 'data-changed':
      return undefined
    default:
      return refuse('unknown-event')
  }
}

/** Does everything that follows by itself, then looks whether the flow is at its end. */
function settle(turn: Turn): void {
  const { state } = turn
  const mostJobs = 200 + jobsPerNode * turn.compiled.net.nodes.length
  for (let count = 0; state.status !== 'ended'; count += 1) {
    const job = turn.jobs.shift()
    if (job && count >= mostJobs) {
      const at = 'node' in job ? job.node : (state.tokens[0]?.node ?? 'start')
      turn.jobs.length = 0
      stuck(turn, putToken(turn, at, 'stuck'), 'runs-in-circles')
      break
    }
    if (job) work(turn, job)
    else if (!openGates(turn) && !settleJoins(turn)) break
  }
  if (state.status !== 'running' && state.status !== 'incident') return
  if (state.tokens.length === 0) {
    const left = Object.keys(state.arrivals)[0]
    if (left === undefined) return end(turn, 'approved')
    // a join that can never be complete: nothing is left that could still come
    delete state.arrivals[left]
    stuck(turn, putToken(turn, left, 'stuck'), 'waits-for-ever')
  }
  settleUndo(turn)
  state.status = state.tokens.some((token) => token.stage === 'stuck') ? 'incident' : 'running'
}

function work(turn: Turn, job: Job): void {
  if (job.job === 'arrive') arrive(turn, job.flow, job.race)
  else if (job.job === 'enter') enter(turn, job.node, job.race, job.straight)
  else if (job.job === 'leave') leave(turn, job.node, job.race)
  else if (job.job === 'open') openRound(turn, job.token, job.people)
  else if (job.job === 'evaluate') evaluate(turn, job.token)
  else if (job.job === 'pass') pass(turn, job.token, job.how)
  else if (job.job === 'reject') reject(turn, job.token)
  else end(turn, job.outcome)
}

function openGates(turn: Turn): boolean {
  const token = turn.state.tokens.find((one) => {
    const step = nodeOf(turn, one.node)?.step
    return step?.kind === 'gate' && one.stage === 'waiting' && isGateOpen(turn, step.gate)
  })
  if (token) goOn(turn, token.id)
  return token !== undefined
}

/** Evidence stands only as long as the fields it was given for. */
function voidEvidence(turn: Turn): void {
  for (const [gate, one] of Object.entries(turn.state.evidence)) {
    if (one.print === fingerprint(turn.facts.data, one.guards)) continue
    delete turn.state.evidence[gate]
    turn.effects.push({ do: 'void-evidence', gate, node: one.node, because: 'changed' })
  }
}
