import { sameValue, type FormValue } from '#core/form'
import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { describe } from '#kernel/problem-response'
import type { Problem } from '#kernel/problem'
import type { AttemptWay, GateAnswer, routes } from '../contract.ts'
import { gateDiffers, gateNone, gateOpen, gateUsed, gateVoid } from '../problems.ts'
import { consumeEvidence, lockEvidence, type About, type Evidence } from '../store/evidence.ts'
import { bookOf } from '../store/names.ts'
import { signalled } from '../store/gates.ts'
import { tellLater } from '../store/related.ts'
import { keepAttempt } from './refuse.ts'

type Routes = typeof routes
type Facts = Readonly<Record<string, unknown>> | undefined
type Looked = {
  readonly state: GateAnswer['state']
  readonly evidence: Evidence | undefined
  readonly problem: Problem
}

export async function checkGate(ctx: Context, { facts, ...about }: Input<Routes['checkGate']>): Promise<GateAnswer> {
  return answer(ctx, about, await look(ctx, about, facts))
}

/** Uses the evidence up, once. A closed gate is a refusal, and the try is kept. */
export async function consumeGate(
  ctx: Context,
  { facts, note, ...about }: Input<Routes['consumeGate']>,
): Promise<GateAnswer> {
  const looked = await pass(ctx, about, { facts, way: 'api', consume: true, note })
  await ctx.audit({
    action: 'flow.consume-gate',
    target: `gate/${about.gate}`,
    after: { ...about, evidence: looked.evidence?.id, note },
  })
  await ctx.announce('flow')
  return answer(ctx, about, looked)
}

export type Demand = About & {
  /** What is about to be written: where guarded fields differ from what was passed, the gate is closed. */
  readonly facts?: Facts
  /** False: evidence is looked at and stays. A command that may be carried out once for each pass uses it up. */
  readonly consume?: boolean
  /** How one came here, for the list of refused tries. */
  readonly way?: Extract<AttemptWay, 'command' | 'import' | 'api'>
}

/**
 * For commands of other modules: throws unless people have passed the step behind this gate, and nothing guarded has changed
 * since. Call it in the transaction of the command itself, so that neither an import nor an API gets around it.
 */
export async function demandEvidence(
  ctx: Context,
  { facts, consume = true, way = 'command', ...about }: Demand,
): Promise<void> {
  await pass(ctx, about, { facts, way, consume })
}

type Passing = { facts: Facts; way: AttemptWay; consume: boolean; note?: string | undefined }

async function pass(ctx: Context, about: About, { facts, way, consume, note }: Passing): Promise<Looked> {
  const looked = await look(ctx, about, facts)
  if (looked.state === 'open' && looked.evidence) {
    if (!consume) return looked
    const by = [ctx.actor.name, note].filter(Boolean).join(': ')
    if (await consumeEvidence(ctx, looked.evidence.id, by)) return looked
  }
  // somebody was faster between the look and the deed
  const problem = looked.state === 'open' ? gateUsed(named(about)) : looked.problem
  await keepAttempt(ctx, { way, code: problem.code, ...about, instanceId: looked.evidence?.instanceId })
  throw problem
}

async function look(ctx: Context, about: About, facts: Facts): Promise<Looked> {
  const found = await lockEvidence(ctx, about)
  const valid = found.filter((one) => !one.voidedAt && !one.consumedAt)
  const same = valid.find((one) => differing(one, facts).length === 0)
  const subject = named(about)
  if (same) return { state: 'open', evidence: same, problem: gateOpen(subject) }
  const [other] = valid
  if (other)
    return {
      state: 'differs',
      evidence: other,
      problem: gateDiffers({ ...subject, fields: differing(other, facts).join(', ') }),
    }
  const [best] = found
  if (!best) return { state: 'none', evidence: undefined, problem: gateNone(subject) }
  return best.voidedAt
    ? { state: 'void', evidence: best, problem: gateVoid(subject) }
    : { state: 'used', evidence: best, problem: gateUsed(subject) }
}

/** Guarded fields about which the asker says something else than what was passed. */
function differing({ facts: passed }: Evidence, facts: Facts): string[] {
  return Object.entries(facts ?? {})
    .filter(([field, value]) => Object.hasOwn(passed, field) && !sameValue(passed[field], value as FormValue))
    .map(([field]) => field)
}

async function answer(ctx: Context, about: About, { state, evidence, problem }: Looked): Promise<GateAnswer> {
  const book = await bookOf(ctx, evidence?.by ?? [])
  return {
    gate: about.gate,
    isOpen: state === 'open',
    state,
    sentence: describe(problem, ctx.language).detail,
    evidence: evidence
      ? {
          id: evidence.id,
          requestId: evidence.instanceId,
          number: evidence.number,
          at: evidence.at.toISOString(),
          by: evidence.by.map((id) => book(id)),
          facts: { ...evidence.facts },
        }
      : null,
  }
}

function named({ gate, subjectType, subjectKey }: About) {
  return { gate, subject: `${subjectType} ${subjectKey}` }
}

/** Requests about a subject whose steps wait for this go on soon, each in a transaction of its own. */
export async function sendSignal(
  ctx: Context,
  input: Input<Routes['sendSignal']>,
): Promise<Output<Routes['sendSignal']>> {
  const found = await signalled(ctx, input)
  for (const id of found)
    await tellLater(ctx, id, `signal:${input.name}:${ctx.newId()}`, { do: 'signal', name: input.name })
  await ctx.audit({
    action: 'flow.signal',
    target: `${input.subjectType}/${input.subjectKey}`,
    after: { name: input.name, reached: found.length },
  })
  return { reached: found.length }
}
