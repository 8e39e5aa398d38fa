import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { forbidden, notFound } from '#kernel/problems'
import { tellPeople } from '#modules/base'
import type { routes } from '../contract.ts'
import { alreadyIssued, notHolder, notSeen, olderIssue } from '../problems.ts'
import { confirmReading, insertIssue, issuesOf } from '../store/issues.ts'
import { lockPosition } from '../store/lock.ts'
import { holdersReading } from '../store/position.ts'
import { generate } from './content.ts'
import { seenIssue } from './read-description.ts'

type Routes = typeof routes

/** Stores what would be generated today; who sits on the position is asked to read it. */
export async function issueDescription(
  ctx: Context,
  { positionId, contentHash, note }: Input<Routes['issueDescription']>,
): Promise<Output<Routes['issueDescription']>> {
  await lockPosition(ctx, positionId)
  const live = await generate(ctx, positionId, ctx.today)
  if (!ctx.may('profiles.issue', { unitId: live.unitId })) throw forbidden({ permission: 'profiles.issue' })
  if (live.contentHash !== contentHash) throw notSeen({})
  const [last] = await issuesOf(ctx, positionId)
  if (last?.contentHash === contentHash) throw alreadyIssued({ number: last.number })
  const number = (last?.number ?? 0) + 1
  const issueId = await insertIssue(ctx, { positionId, number, content: live.content, contentHash, note })
  const holders = await holdersReading(ctx, positionId, issueId, ctx.today)
  await tellPeople(
    ctx,
    holders.map((holder) => holder.personId),
    {
      kind: 'profiles.description-issued',
      facts: { name: live.content.title, number },
      link: `/positions/${positionId}/description`,
    },
  )
  await ctx.audit({
    action: 'profiles.issue-description',
    target: `position/${positionId}`,
    after: { issueId, number, contentHash, note },
  })
  await ctx.emit('profiles.description-issued', { positionId, issueId, number })
  await ctx.announce('profiles')
  return { issueId, number }
}

/** Only who sits on the position may say so, and only of the last issue: an older one no longer says what holds. */
export async function confirmDescription(
  ctx: Context,
  { positionId, issueId }: Input<Routes['confirmDescription']>,
): Promise<Output<Routes['confirmDescription']>> {
  const issue = await seenIssue(ctx, positionId, issueId)
  const [last] = await issuesOf(ctx, positionId)
  if (!last) throw notFound({ what: 'description' })
  const { personId } = ctx.actor
  const holders = await holdersReading(ctx, positionId, issueId, ctx.today)
  if (!personId || !holders.some((holder) => holder.personId === personId)) throw notHolder({})
  if (last.id !== issueId) throw olderIssue({ number: issue.number, latest: last.number })
  const confirmedAt = (await confirmReading(ctx, issueId, personId)).toISOString()
  await ctx.audit({
    action: 'profiles.confirm-description',
    target: `position/${positionId}`,
    after: { issueId, number: issue.number, personId },
  })
  await ctx.announce('profiles')
  return { issueId, confirmedAt }
}
