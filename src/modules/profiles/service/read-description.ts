import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { routes } from '../contract.ts'
import { lineChanges } from '../rules.ts'
import { findIssue, issuesOf, type StoredIssue } from '../store/issues.ts'
import { holdersReading, positionFacts } from '../store/position.ts'
import { generate } from './content.ts'
import { written } from './speech.ts'

type Routes = typeof routes

export async function readDescription(
  ctx: Context,
  { positionId, language, ...input }: Input<Routes['readDescription']>,
): Promise<Output<Routes['readDescription']>> {
  const day = input.day ?? ctx.today
  const { unitId, content, contentHash, need, profile } = await generate(ctx, positionId, day)
  const issues = await issuesOf(ctx, positionId)
  const [last] = issues
  const holders = await holdersReading(ctx, positionId, last?.id ?? null, ctx.today)
  const mine = holders.find((holder) => holder.personId === ctx.actor.personId)
  return {
    positionId,
    title: content.title,
    unitId,
    unitName: content.unitName,
    day,
    blocks: written(ctx, content, language, standOf(last, contentHash, input.day) ?? { day }).blocks,
    contentHash,
    issues,
    differs: last ? last.contentHash !== contentHash : null,
    need: {
      profileId: need?.profileId ?? null,
      profileName: profile?.name ?? null,
      requirements: need?.requirements ?? [],
      from: need?.from ?? null,
    },
    holders: holders.map((one) => ({ ...one, confirmedAt: one.confirmedAt?.toISOString() ?? null })),
    may: {
      edit: ctx.may('profiles.edit', { unitId }),
      issue: ctx.may('profiles.issue', { unitId }),
      confirm: last !== undefined && mine !== undefined && mine.confirmedAt === null,
    },
  }
}

export async function readIssue(
  ctx: Context,
  { positionId, issueId, language }: Input<Routes['readIssue']>,
): Promise<Output<Routes['readIssue']>> {
  const issue = await seenIssue(ctx, positionId, issueId)
  return { issue, blocks: written(ctx, issue.content, language, issue).blocks }
}

export async function compareDescription(
  ctx: Context,
  { positionId, issueId, language, ...input }: Input<Routes['compareDescription']>,
): Promise<Output<Routes['compareDescription']>> {
  const before = await seenIssue(ctx, positionId, issueId)
  const after = input.with ? await seenIssue(ctx, positionId, input.with) : undefined
  const content = after?.content ?? (await generate(ctx, positionId, ctx.today)).content
  const changes = lineChanges(
    written(ctx, before.content, language, before).blocks,
    written(ctx, content, language, after ?? { day: ctx.today }).blocks,
  )
  return { before: before.number, after: after?.number ?? null, changes }
}

/** The last issue, when today's text is still the same: then that is what one reads. */
export function standOf<I extends { contentHash: string }>(
  last: I | undefined,
  contentHash: string,
  wanted: string | undefined,
): I | undefined {
  return wanted === undefined && last?.contentHash === contentHash ? last : undefined
}

/** An issue of a position that the asker may see today. */
export async function seenIssue(ctx: Context, positionId: string, issueId: string): Promise<StoredIssue> {
  const issue = (await positionFacts(ctx, positionId, ctx.today)) && (await findIssue(ctx, positionId, issueId))
  if (!issue) throw notFound({ what: 'description' })
  return issue
}
