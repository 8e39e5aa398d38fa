import { compile, dueAt, type FlowEvent, type PlainStep, type State, type Token } from '#core/flow'
import { flowDataOf, type FormValues } from '#core/form'
import type { Context } from '#kernel/context'
import type { Subject } from '../contract.ts'
import { allSteps } from '../rules/things.ts'
import type { Version } from '../store/versions.ts'
import { reckoning } from './clock.ts'
import { fireAt } from './reckon.ts'
import { lookAround, run, type Foresight, type Run, type Running } from './run.ts'

export type Decision = {
  readonly step: string
  readonly decision: 'approve' | 'reject' | 'nothing'
  readonly afterMinutes: number
}
export type Foreseen = {
  /** Steps in the order they are reached. */
  readonly steps: { node: string; people: string[]; enteredAt: number; dueAt: number | null; notes: string[] }[]
  readonly state: State
  readonly trouble: { code: string; step: string | null } | null
  readonly at: number
}
export type Seen = {
  readonly version: Version
  readonly state: State
  readonly values: FormValues
  readonly dataRev: number
  readonly chosen: Record<string, string[]>
  readonly subject: Subject | null
  readonly unitId: string | null
  readonly instanceId: string
  readonly at?: number | undefined
  readonly decisions?: readonly Decision[]
}

const mostMoves = 150

/**
 * What will happen, as things stand: the engine itself with the people of today, everything approved at once unless
 * decided otherwise. Where nobody would be found, that is said, and the administrators stand in so that the rest shows.
 */
export async function foresee(ctx: Context, seen: Seen): Promise<Foreseen> {
  const steps: Foreseen['steps'] = []
  let { version, state } = seen
  let at = seen.at ?? ctx.now.getTime()
  let trouble: Foreseen['trouble'] = null
  const decisions = [...(seen.decisions ?? [])]
  const left = new Set<string>()
  const running = (): Running => ({
    instanceId: seen.instanceId,
    compiled: version.compiled,
    state,
    data: flowDataOf(version.form, seen.values),
    revision: seen.dataRev,
    subject: seen.subject,
    unitId: seen.unitId,
  })
  const known = allGatesOpen(await lookAround(ctx, running()), version)
  const { clock, version: calendar } = await reckoning(ctx)
  const took = ({ state: next, taken }: Run) => {
    const before = new Set(state.tokens.map((token) => token.id))
    for (const effect of taken.flatMap((one) => one.effects)) {
      if (effect.do === 'note' && effect.node !== null && effect.code.startsWith('passed-'))
        steps.push({ node: effect.node, people: [], enteredAt: at, dueAt: null, notes: [effect.code] })
      // a step all of whose people agreed before is passed at once
      if (effect.do === 'note' && effect.code === 'agreed-before' && effect.node !== null) {
        const isPassed = !next.tokens.some((token) => token.node === effect.node)
        const people = effect.person === null ? [] : [effect.person]
        if (isPassed) steps.push({ node: effect.node, people, enteredAt: at, dueAt: null, notes: [effect.code] })
      }
      if (effect.do === 'call-command' || (effect.do === 'start-child' && !effect.isWaited))
        steps.push({ node: effect.node, people: [], enteredAt: at, dueAt: null, notes: [] })
      if (effect.do === 'grant-read') {
        const copy = steps.find((one) => one.node === effect.node && one.enteredAt === at)
        if (copy) copy.people.push(effect.person)
        else steps.push({ node: effect.node, people: [effect.person], enteredAt: at, dueAt: null, notes: [] })
      }
    }
    for (const token of next.tokens) if (!before.has(token.id)) steps.push(entered(token, next))
    state = next
  }
  const entered = (token: Token, next: State) => {
    const step = version.compiled.net.node.get(token.node)?.step
    const deadline = step && 'deadline' in step ? step.deadline : undefined
    const people = next.tasks
      .filter((task) => task.token === token.id && task.kind === 'decide')
      .map((task) => task.person)
    const asksAdmins = token.stage === 'stuck' ? [token.trouble ?? 'stuck'] : []
    return {
      node: token.node,
      people: [...new Set([...people, ...token.queue.map((one) => one.id)])],
      enteredAt: at,
      dueAt: deadline ? dueAt(deadline.limit, at, deadline.roundTo, clock) : null,
      notes: asksAdmins,
    }
  }

  if (state.status === 'draft') {
    const chosen = { ...seen.chosen }
    for (let count = 0; ; count += 1) {
      const done = await run(ctx, running(), { do: 'submit', by: state.owner, chosen }, { at, foresee: known })
      if ('refusal' in done) {
        const step = done.refusal.facts?.['step']
        trouble ??= { code: done.refusal.code, step: step ?? null }
        if (done.refusal.code === 'choose-people' && step !== undefined && count < 50) {
          chosen[step] = [state.owner]
          continue
        }
        if (done.refusal.code === 'nobody' && step !== undefined && count < 50) {
          version = withAdmin(version, step)
          continue
        }
        return { steps, state, trouble, at }
      }
      const empty = done.taken
        .flatMap((one) => one.effects)
        .find((one) => one.do === 'notify' && one.about === 'nobody')
      if (done.state.status === 'draft' && empty?.do === 'notify' && empty.node !== null && count < 50) {
        trouble ??= { code: 'nobody', step: empty.node }
        version = withAdmin(version, empty.node)
        continue
      }
      took(done)
      break
    }
  } else for (const token of state.tokens) steps.push(entered(token, state))

  for (let count = 0; count < mostMoves && state.status !== 'ended'; count += 1) {
    const token = state.tokens.find((one) => one.stage !== 'stuck' && !left.has(one.id))
    if (!token) break
    const step = version.compiled.net.node.get(token.node)?.step
    const index = decisions.findIndex((one) => one.step === token.node)
    const decision = index < 0 ? undefined : decisions[index]
    if (decision) at += decision.afterMinutes * 60_000
    if (step?.kind === 'delay') at = fireAt({ span: step.span }, at, { clock, version: calendar })
    const event =
      decision?.decision === 'nothing' ? undefined : nextEvent(state, token, step, decision?.decision ?? 'approve')
    const done = event && (await run(ctx, running(), event, { at, foresee: known }))
    if (decision && !(event?.do === 'claim')) decisions.splice(index, 1)
    if (!done || 'refusal' in done) left.add(token.id)
    else took(done)
  }
  const stuck = state.tokens.find((token) => token.stage === 'stuck')
  if (stuck) trouble ??= { code: stuck.trouble ?? 'stuck', step: stuck.node }
  return { steps, state, trouble, at }
}

/** What would happen next at a token: the first person does it, or what it waits for comes. */
function nextEvent(
  state: State,
  token: Token,
  step: PlainStep | undefined,
  decision: 'approve' | 'reject',
): FlowEvent | undefined {
  if (step?.kind === 'delay') return { do: 'timer-fired', timer: token.timers[0] ?? `${token.id}.0`, lateMinutes: 0 }
  if (step?.kind === 'wait') return { do: 'signal', name: step.signal }
  if (step?.kind === 'auto') return { do: 'signal', name: step.id }
  if (token.child !== null) return { do: 'child-ended', child: token.child, outcome: 'approved' }
  const task = state.tasks.find((one) => one.token === token.id && (one.status === 'open' || one.status === 'offered'))
  if (!task) return undefined
  const { id, person: by, kind, status } = task
  if (kind === 'fill') return { do: 'submit', by }
  if (kind === 'answer') return { do: 'answer', by, task: id, opinion: '-' }
  if (status === 'offered') return { do: 'claim', by, task: id }
  return { do: 'decide', by, task: id, decision, opinion: '-', signature: '-' }
}

/** Gates of other requests count as passed: what is asked is who comes after. */
function allGatesOpen(known: Foresight, { compiled }: Version): Foresight {
  const gates = compiled.net.nodes.flatMap((node) => (node.step?.kind === 'gate' ? [node.step.gate] : []))
  return { ...known, facts: (also) => ({ ...known.facts(also), evidence: gates }) }
}

function withAdmin(version: Version, id: string): Version {
  const { definition } = version.compiled
  const copy = JSON.parse(JSON.stringify(definition)) as typeof definition
  for (const step of allSteps(copy.steps)) if (step.id === id && 'onEmpty' in step) step.onEmpty = [{ do: 'admin' }]
  return { ...version, compiled: compile(copy) }
}
