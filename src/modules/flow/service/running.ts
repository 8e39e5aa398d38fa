import { migrate, type Obstacle } from '#core/flow'
import type { Input, Output } from '#core/contract'
import { say } from '#kernel/i18n'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { routes } from '../contract.ts'
import { noSuchVersion } from '../problems.ts'
import { insertAttempt } from '../store/attempts.ts'
import { titleIn } from '../rules/title.ts'
import { lockInstance, type Instance } from '../store/instances.ts'
import { bookOf } from '../store/names.ts'
import { migrateRows, runningOf } from '../store/running.ts'
import { nodeName, versionOf, type Version } from '../store/versions.ts'
import { versionsOf } from '../store/write-flows.ts'
import { requireFlow } from './definitions.ts'

type Routes = typeof routes
type Migrated = Output<Routes['migrateInstances']>

export async function listRunning(
  ctx: Context,
  input: Input<Routes['listRunning']>,
): Promise<Output<Routes['listRunning']>> {
  await requireFlow(ctx, input.flowId)
  const { total, rows: found } = await runningOf(ctx, input)
  const book = await bookOf(
    ctx,
    found.map((one) => one.initiatorId),
  )
  const rows = []
  for (const one of found) {
    const version = await versionOf(ctx, one.flowId, one.version)
    rows.push({
      id: one.id,
      number: one.number,
      title: titleIn(one, ctx.language),
      version: one.version,
      status: one.status,
      initiator: book(one.initiatorId),
      at: one.state.tokens.map((token) => ({
        step: token.node,
        stepName: nodeName(version, token.node, ctx.language),
      })),
      troubles: one.state.tokens
        .filter((token) => token.stage === 'stuck')
        .map((token) => ({ step: token.node, code: token.trouble ?? '' })),
      submittedAt: one.submittedAt?.toISOString() ?? null,
    })
  }
  return { total, rows }
}

/** Takes requests over to another version, each as a whole or not at all; a dry run says what would happen. */
export async function migrateInstances(ctx: Context, input: Input<Routes['migrateInstances']>): Promise<Migrated> {
  const { flowId, to, map, dryRun } = input
  await requireFlow(ctx, flowId)
  if ((await versionsOf(ctx, flowId, to)).length === 0) throw noSuchVersion({ version: to })
  const next = await versionOf(ctx, flowId, to)
  const ids = await migrateRows.candidates(ctx, flowId, to, input.requestIds)
  if (input.requestIds && ids.length !== new Set(input.requestIds).size) throw notFound({ what: 'request' })
  const rows: Migrated['rows'] = []
  for (const id of ids) {
    const instance = await lockInstance(ctx, id)
    if (!instance || !ctx.may('flow.manage', { personId: instance.initiatorId, unitId: instance.unitId }))
      throw notFound({ what: 'request' })
    rows.push(await carry(ctx, instance, next, { map, dryRun }))
  }
  if (!dryRun)
    await ctx.audit({
      action: 'flow.migrate',
      target: `flow/${flowId}`,
      after: { to, map, moved: rows.filter((row) => row.isMoved).map((row) => row.id) },
    })
  if (!dryRun) await ctx.announce('flow')
  const moved = rows.filter((row) => row.obstacles.length === 0).length
  return { moved, stay: rows.length - moved, rows }
}

async function carry(
  ctx: Context,
  instance: Instance,
  next: Version,
  { map, dryRun }: { map: Record<string, string>; dryRun: boolean },
): Promise<Migrated['rows'][number]> {
  const version = await versionOf(ctx, instance.flowId, instance.version)
  const { id, number, version: from } = instance
  if (instance.status === 'draft') {
    if (!dryRun) await migrateRows.write(ctx, instance, { to: next.version, map, state: instance.state })
    return { id, number, from, isMoved: !dryRun, obstacles: [] }
  }
  const done = migrate(version.compiled, next.compiled, instance.state, map)
  if ('obstacles' in done) {
    const missed = done.obstacles.find(({ code }) => code === 'mandatory-not-passed' || code === 'mandatory-dropped')
    if (missed && !dryRun)
      await insertAttempt(ctx, {
        way: 'migrate',
        code: `flow.${missed.code}`,
        flowId: instance.flowId,
        instanceId: id,
        node: missed.node,
        facts: { step: missed.node },
      })
    return { id, number, from, isMoved: false, obstacles: done.obstacles.map((one) => told(ctx, one, version, next)) }
  }
  if (!dryRun) await migrateRows.write(ctx, instance, { to: next.version, map, state: done.state })
  return { id, number, from, isMoved: !dryRun, obstacles: [] }
}

function told(ctx: Context, { code, node }: Obstacle, version: Version, next: Version) {
  const stepName = nodeName(next, node, ctx.language) || nodeName(version, node, ctx.language) || node
  return { code, step: node, stepName, sentence: say(ctx.language, `flow.obstacles.${code}`, { step: stepName }) }
}
