import { isHard } from '../model/step.ts'
import type { OnEmpty, Source } from '../model/who.ts'
import { valueOf } from '../model/value.ts'
import type { Ask, Candidate, Token } from './state.ts'
import { isOwnMatter } from './own-task.ts'
import { isActive, newId, note, personStep, stuck, type Turn } from './turn.ts'

/** Looks for the people of a step: at once where the instance knows them, else by asking the shell. */
export function seek(
  turn: Turn,
  token: Token,
  source: Source,
  purpose: Ask['purpose'],
  at = 0,
  kept: Candidate[] = [],
): void {
  const known = knownPeople(turn, token.node, source)
  if (known) return found(turn, token, { id: '', purpose, node: token.node, at, kept }, known)
  const ask = askFor(turn, token.node, source, purpose, at, kept)
  token.asks.push(ask)
  if (token.stage !== 'open') token.stage = 'asking'
}

export function askFor(
  turn: Turn,
  node: string,
  source: Source,
  purpose: Ask['purpose'],
  at = 0,
  kept: Candidate[] = [],
): Ask {
  const ask: Ask = { id: newId(turn, 'q'), purpose, node, at, kept }
  turn.effects.push({ do: 'ask-people', ask: ask.id, node, source, isCheck: purpose === 'check' })
  return ask
}

/** The people of a source that needs no look-up; `undefined` when the shell must be asked. */
export function knownPeople(turn: Turn, node: string, source: Source): Candidate[] | undefined {
  if (source.kind === 'people') return candidates(source.people)
  if (source.kind === 'initiator') return candidates([turn.state.owner])
  if (source.kind === 'chosen') return candidates(turn.state.chosen[node] ?? [])
  if (source.kind !== 'field') return undefined
  const value = valueOf(turn.facts.data, source.field)
  return candidates(
    (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== ''),
  )
}

/** Takes an answer: leaves out who is inactive, asks further where nobody is left, opens the step else. */
export function found(turn: Turn, token: Token, ask: Ask, people: readonly Candidate[]): void {
  const step = personStep(turn, token.node)
  const able = distinct(people.filter((one) => isActive(turn, one.id)))
  if (!step) {
    // copies go to whoever is there, and nobody waits for them
    turn.jobs.push({ job: 'open', token: token.id, people: able })
    return
  }
  const { initiator } = turn.state
  if (ask.purpose === 'superior') {
    const others = distinct([...ask.kept, ...able.filter((one) => one.id !== initiator)])
    return others.length > 0 ? open(turn, token, others) : nobody(turn, token, 0)
  }
  const isAsked = able.some((one) => one.id === initiator)
  const others = able.filter((one) => one.id !== initiator)
  // work is done by whoever has to; only a vote on one's own matter needs somebody else
  if (isAsked && step.kind === 'approve' && step.who.kind !== 'initiator' && ask.purpose === 'people') {
    if (step.onSelf === 'superior')
      return seek(turn, token, { kind: 'superiors', levels: 1, of: initiator }, 'superior', 0, others)
    const mayskip = step.onSelf === 'skip' && turn.state.generation === 0
    if (mayskip && others.length > 0) return open(turn, token, others)
    if (mayskip && !isHard(step)) {
      turn.jobs.push({ job: 'pass', token: token.id, how: { kind: 'auto', because: 'self' } })
      return
    }
    if (mayskip) return seek(turn, token, { kind: 'superiors', levels: 1, of: initiator }, 'superior')
  }
  if (ask.purpose === 'fallback' && isOwnMatter(turn, token.node, initiator) && others.length < able.length)
    return others.length > 0 ? open(turn, token, others) : nobody(turn, token, ask.at + 1)
  return able.length > 0 ? open(turn, token, able) : nobody(turn, token, ask.purpose === 'fallback' ? ask.at + 1 : 0)
}

/** The chain of what to do when nobody was found; its end is always the administrators. */
function nobody(turn: Turn, token: Token, at: number): void {
  const step = personStep(turn, token.node)
  const next: OnEmpty | undefined = step?.onEmpty[at]
  if (next?.do === 'ask') return seek(turn, token, next.who, 'fallback', at)
  if (next?.do === 'pass' && !isHard(step)) {
    turn.jobs.push({ job: 'pass', token: token.id, how: { kind: 'auto', because: 'nobody' } })
    return
  }
  if (next && next.do !== 'admin') return nobody(turn, token, at + 1)
  const admins = distinct(candidates(turn.facts.admins).filter((one) => isActive(turn, one.id)))
  if (admins.length === 0) return stuck(turn, token, 'nobody')
  note(turn, 'asks-administrators', token.node)
  const others = admins.filter((one) => !isOwnMatter(turn, token.node, one.id))
  return open(turn, token, others.length > 0 ? others : admins)
}

function open(turn: Turn, token: Token, people: Candidate[]): void {
  turn.jobs.push({ job: 'open', token: token.id, people })
}

export function candidates(people: readonly string[]): Candidate[] {
  return people.map((id) => ({ id, weight: 1 }))
}

function distinct(people: readonly Candidate[]): Candidate[] {
  return [...new Map(people.map((one) => [one.id, one])).values()]
}
