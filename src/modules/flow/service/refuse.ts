import type { Refusal } from '#core/flow'
import type { Context } from '#kernel/context'
import { afterwards, inTenant } from '#kernel/transaction'
import type { Problem } from '#kernel/problem'
import type { Deed } from '../contract.ts'
import { movedOn, refused } from '../problems.ts'
import { wayOf } from '../rules/ways.ts'
import { insertAttempt, type NewAttempt } from '../store/attempts.ts'
import { aboutOf } from '../rules/about.ts'
import type { Instance } from '../store/instances.ts'
import { personNames } from '../store/names.ts'
import { wasTask } from '../store/parts.ts'
import { nodeName, type Version } from '../store/versions.ts'

/** A refusal of the engine as a sentence: steps and people by their names. Tries to get around a step are kept. */
export async function refusal(
  ctx: Context,
  { instance, version }: { instance: Instance; version: Version },
  { code, facts = {} }: Refusal,
  deed: Deed['do'] | 'import' | 'migrate',
): Promise<Problem> {
  // a to-do that was there and is gone: somebody else was faster, nobody tried to jump
  if (code === 'no-such-task' && (await wasTask(ctx, instance.id, facts['task'] ?? ''))) return movedOn({})
  const names = await personNames(ctx, Object.values(facts))
  const called = (id: string) => nodeName(version, id, ctx.language) || id
  const told = Object.fromEntries(Object.entries(facts).map(([key, id]) => [key, names.get(id) ?? called(id)]))
  const way = wayOf(deed, code)
  if (way)
    await keepAttempt(ctx, {
      way,
      code: `flow.${code}`,
      flowId: instance.flowId,
      instanceId: instance.id,
      node: facts['step'] ?? null,
      facts,
      ...gateOf(instance, version, facts['step']),
    })
  return refused(code, told)
}

/** The gate a step guards, and what it is about. */
function gateOf(instance: Instance, { compiled }: Version, node: string | undefined): Partial<NewAttempt> {
  const step = node === undefined ? undefined : compiled.net.node.get(node)?.step
  return step && 'guards' in step && step.gate !== undefined ? aboutOf(instance, step.gate) : {}
}

/** Keeps a refused try in a transaction of its own, once the one it was part of is rolled back. */
export async function keepAttempt(ctx: Context, attempt: NewAttempt): Promise<void> {
  await afterwards(ctx, () => inTenant(ctx.house, ctx.tenantId, ctx.actor, (own) => insertAttempt(own, attempt), ctx))
}
