import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import type { Checked, routes } from '../contract.ts'
import { cannotPublish, reasonNeeded } from '../problems.ts'
import { insertVersion, updateFlow, versionsOf } from '../store/write-flows.ts'
import { checkContent } from './check-flow.ts'
import { readContent } from './content.ts'
import { problemSentence } from './problem-sentence.ts'
import { openFlow } from './definitions.ts'
import { keepAttempt } from './refuse.ts'

type Routes = typeof routes

/** Makes the next version. Nothing goes out that could get stuck, or in which a promise does not hold. */
export async function publishFlow(
  ctx: Context,
  input: Input<Routes['publishFlow']>,
): Promise<Output<Routes['publishFlow']>> {
  const { flowId, version, note, reason } = input
  const flow = await openFlow(ctx, flowId, version)
  const { content, definition } = readContent(flow.key, flow.draft)
  const checked = await checkContent(ctx, flow.key, content)
  if (!checked.mayPublish) {
    await keepLoose(ctx, flowId, checked)
    const blocking = checked.problems.filter((one) => one.blocks)
    const [first] = blocking
    const sentence = first ? problemSentence(first, definition, ctx.language) : ''
    throw cannotPublish({ count: blocking.length, sentence, problems: blocking })
  }
  if (checked.needsReason && !reason?.trim()) throw reasonNeeded({})
  const published = ((await versionsOf(ctx, flowId))[0]?.version ?? 0) + 1
  const verdict = checked.needsReason ? 'unknown' : 'sound'
  await insertVersion(ctx, flow, published, {
    content,
    verdict,
    note,
    reason: checked.needsReason ? (reason ?? null) : null,
  })
  const now = await updateFlow(ctx, flow, { currentVersion: published, draft: content })
  await ctx.audit({ action: 'flow.publish', target: `flow/${flowId}`, after: { published, verdict, note, reason } })
  await ctx.emit('flow.published', { flowId, version: published })
  await ctx.announce('flow')
  return { flowId, version: now, published }
}

/** Publishing a flow whose promise can be got around is such an attempt, and kept. */
async function keepLoose(ctx: Context, flowId: string, { problems }: Checked): Promise<void> {
  const loose = problems.find((one) => one.kind === 'auto-pass') ?? problems.find((one) => one.kind === 'skippable')
  if (!loose) return
  const way = loose.kind === 'auto-pass' ? 'auto-pass' : 'publish'
  await keepAttempt(ctx, { way, code: 'flow.cannot-publish', flowId, node: loose.element })
}
