import type { Step } from '../model/step.ts'
import type { EventOf } from './event.ts'
import { goOn } from './move.ts'
import { ownTask } from './own-task.ts'
import { escalateTo, replaceInTurn } from './stand-in.ts'
import { askFor, found, knownPeople } from './seek.ts'
import type { Ask } from './state.ts'
import { closeTask, isActive, refuse, type Refusal, type Turn } from './turn.ts'

/** Hands in the form: at first, or again after a return. Steps that surely come and must have somebody are asked first. */
export function submit(turn: Turn, event: EventOf<'submit'>): Refusal | undefined {
  const { state } = turn
  if (event.by !== state.owner) return refuse('not-yours', { person: state.owner })
  if (state.status === 'draft') return firstSubmit(turn, event)
  const task = state.tasks.find((one) => one.kind === 'fill' && one.status === 'open')
  if (!task) return refuse(state.status === 'ended' ? 'has-ended' : 'is-running')
  const own = ownTask(turn, task.id, event.by)
  if ('code' in own) return own
  choose(turn, event)
  closeTask(turn, task, 'approved')
  goOn(turn, own.token.id)
  return undefined
}

/** An answer about who does a step: before the start, or when the step is reached. */
export function take(turn: Turn, event: EventOf<'people'>): Refusal | undefined {
  const check = turn.state.checks.find((one) => one.id === event.ask)
  if (check) return checked(turn, check, event)
  const token = turn.state.tokens.find((one) => one.asks.some((ask) => ask.id === event.ask))
  const ask = token?.asks.find((one) => one.id === event.ask)
  if (!token || !ask) return refuse('not-asked')
  token.asks = token.asks.filter((one) => one !== ask)
  if (ask.purpose === 'escalate') escalateTo(turn, token, event.people)
  else if (ask.purpose === 'turn') replaceInTurn(turn, token, ask, event.people)
  else found(turn, token, ask, event.people)
  return undefined
}

function firstSubmit(turn: Turn, event: EventOf<'submit'>): Refusal | undefined {
  choose(turn, event)
  const asks: Ask[] = []
  for (const step of sure(turn.compiled.definition.steps)) {
    if ((step.kind !== 'approve' && step.kind !== 'transact') || step.onEmpty[0]?.do !== 'refuse') continue
    const known = knownPeople(turn, step.id, step.who)
    if (!known) asks.push(askFor(turn, step.id, step.who, 'check'))
    else if (step.who.kind !== 'field' && !known.some((one) => isActive(turn, one.id)))
      return refuse(step.who.kind === 'chosen' ? 'choose-people' : 'nobody', { step: step.id })
  }
  turn.state.checks = asks
  turn.state.status = asks.length > 0 ? 'checking' : 'running'
  if (asks.length === 0) start(turn)
  return undefined
}

function checked(turn: Turn, check: Ask, event: EventOf<'people'>): Refusal | undefined {
  const { state } = turn
  state.checks = state.checks.filter((one) => one !== check)
  if (!event.people.some((one) => isActive(turn, one.id))) {
    state.checks = []
    state.status = 'draft'
    turn.effects.push({ do: 'notify', to: [state.owner], about: 'nobody', node: check.node, task: null })
  } else if (state.checks.length === 0) {
    state.status = 'running'
    start(turn)
  }
  return undefined
}

function start(turn: Turn): void {
  const first = turn.compiled.net.nodes.find((node) => node.kind === 'start')
  const entry =
    first ?? turn.compiled.net.nodes.find((node) => (turn.compiled.net.into.get(node.id) ?? []).length === 0)
  if (entry)
    turn.jobs.push({ job: entry.kind === 'step' ? 'enter' : 'leave', node: entry.id, race: null, straight: null })
}

function choose(turn: Turn, event: EventOf<'submit'>): void {
  for (const [node, people] of Object.entries(event.chosen ?? {})) turn.state.chosen[node] = people
}

/** Steps every run comes to: those outside of branches, races and loops. */
function sure(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => (step.kind === 'parallel' ? step.arms.flatMap((arm) => sure(arm.steps)) : [step]))
}
