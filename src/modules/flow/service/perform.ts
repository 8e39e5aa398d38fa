import type { Effect, FlowEvent } from '#core/flow'
import type { Context } from '#kernel/context'
import { tellPeople } from '#modules/base'
import { commandOf } from '../commands.ts'
import { commandUnknown } from '../problems.ts'
import { titleTexts } from '../rules/title.ts'
import { aboutOf } from '../rules/about.ts'
import { effectsOf } from '../rules/effects.ts'
import { insertAttempt } from '../store/attempts.ts'
import { insertEvidence, voidEvidence, wakeOthers } from '../store/evidence.ts'
import { managers } from '../store/facts.ts'
import type { Instance } from '../store/instances.ts'
import { childUnder, insertReaders, linkedRunning, tellLater } from '../store/related.ts'
import { nodeTexts, type Version } from '../store/versions.ts'

export type Performing = {
  readonly instance: Instance
  readonly version: Version
  readonly effects: readonly Effect[]
  readonly isFirst: boolean
}

/** Carries out what an event brought, besides tasks, timers and notices, in its transaction. What starts other requests is left to the caller. */
export async function perform(ctx: Context, performing: Performing): Promise<void> {
  const { instance, effects, isFirst } = performing
  for (const effect of effects) await one(ctx, performing, effect)
  await insertReaders(ctx, instance.id, effectsOf(effects, 'grant-read'))
  if (isFirst) await ctx.emit('flow.started', { requestId: instance.id, flowKey: instance.flowKey })
  const [ended] = effectsOf(effects, 'end')
  if (ended) await finish(ctx, instance, ended.outcome)
  await ctx.announce('flow')
}

async function one(ctx: Context, { instance, version }: Performing, effect: Effect): Promise<void> {
  if (effect.do === 'write-evidence') {
    const about = aboutOf(instance, effect.gate)
    const facts = Object.fromEntries(effect.guards.map((field) => [field, instance.values[field] ?? null]))
    const { node, print, by } = effect
    await insertEvidence(ctx, { ...about, instanceId: instance.id, node, print, by, facts })
    await wakeOthers(ctx, about, instance.id)
    await ctx.emit('flow.gate-passed', { ...about, requestId: instance.id })
  } else if (effect.do === 'void-evidence') {
    await voidEvidence(ctx, instance.id, effect.because, effect.gate)
    await ctx.emit('flow.gate-voided', { ...aboutOf(instance, effect.gate), requestId: instance.id })
  } else if (effect.do === 'call-command') await call(ctx, instance, version, effect)
  else if (effect.do === 'cancel-child') {
    const child = await childUnder(ctx, instance.id, effect.child)
    if (child) await tellLater(ctx, child, 'cancel', cancelled(instance))
  } else if (effect.do === 'note' && effect.code === 'not-passed-by-itself')
    await insertAttempt(ctx, {
      way: 'auto-pass',
      code: 'flow.auto-pass',
      flowId: instance.flowId,
      instanceId: instance.id,
      node: effect.node,
    })
  else if (effect.do === 'incident')
    await tellPeople(ctx, await managers(ctx), {
      kind: 'flow.incident',
      facts: {
        title: titleTexts(instance),
        number: instance.number ?? '',
        step: nodeTexts(version, effect.node),
      },
      link: `/requests/${instance.id}`,
    })
}

async function call(
  ctx: Context,
  { id, number, values, subject, initiatorId }: Instance,
  version: Version,
  { node, command: key }: Extract<Effect, { do: 'call-command' }>,
): Promise<void> {
  const command = commandOf(ctx, key)
  const step = version.compiled.net.node.get(node)?.step
  if (!command && !(step?.kind === 'auto' && step.waits)) throw commandUnknown({ command: key })
  if (command) await command.run(ctx, { requestId: id, number, values, subject, initiatorId, node })
  await ctx.emit('flow.command-called', { requestId: id, command: key, node })
}

async function finish(ctx: Context, instance: Instance, outcome: string): Promise<void> {
  await ctx.emit('flow.ended', { requestId: instance.id, flowKey: instance.flowKey, outcome })
  if (outcome !== 'approved') await voidEvidence(ctx, instance.id, 'withdrawn')
  if (instance.parentId && instance.parentChild) {
    const event = { do: 'child-ended', child: instance.parentChild, outcome: outcome as 'approved' } as const
    await tellLater(ctx, instance.parentId, `child:${instance.parentChild}`, event)
  }
  if (outcome !== 'cancelled' && outcome !== 'withdrawn') return
  for (const child of await linkedRunning(ctx, instance.id)) {
    if (child.onCancel === 'cascade') await tellLater(ctx, child.id, 'cancel', cancelled(instance))
    else if (child.onCancel === 'ask')
      await tellPeople(ctx, [child.ownerId], {
        kind: 'flow.source-cancelled',
        facts: { title: titleTexts(child), source: titleTexts(instance) },
        link: `/requests/${child.id}`,
      })
  }
}

function cancelled({ number, title }: Instance): FlowEvent {
  return { do: 'cancel', by: 'system', reason: number ?? (title || 'cancelled') }
}
