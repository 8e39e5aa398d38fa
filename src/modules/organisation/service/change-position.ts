import type { Input } from '#core/contract'
import type { Period } from '#core/calendar'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { routes } from '../contract.ts'
import { codeTaken, lineCircle, positionInUse, positionNotThere, timelineProblem, unitNotThere } from '../problems.ts'
import { appended, closed, shifted, withdrawn, type TimelineRefusal, type TimelineStep } from '../rules.ts'
import { codeIsTaken, nextCode } from '../store/codes.ts'
import {
  insertPosition,
  insertPositionVersion,
  leaningOn,
  positionVersions,
  updatePositionVersion,
  type PositionContent,
} from '../store/positions.ts'
import { isThere, leadsBack, positionTimeline, spansOf, stepTimeline, unitTimeline } from '../store/timeline.ts'
import { unitVersions } from '../store/units.ts'
import { bumpStructure } from '#modules/base'
import { requireFamily, requireGrade } from './change-grades.ts'
import { requireEdit } from './require-edit.ts'

type Changed = { id: string; versionId: string }

export async function createPosition(ctx: Context, input: Input<typeof routes.createPosition>): Promise<Changed> {
  await bumpStructure(ctx) // first: whoever changes the structure waits here for who came before
  const { code = await nextCode(ctx, 'position'), from, ...content } = input
  if (await codeIsTaken(ctx, 'position', code)) throw codeTaken({ taken: code })
  await requirePlace(ctx, content, { from, until: null })
  const id = await insertPosition(ctx, code)
  const versionId = await insertPositionVersion(ctx, id, content, { from, until: null })
  await tell(ctx, 'organisation.position-created', id, { after: input })
  return { id, versionId }
}

export async function changePosition(ctx: Context, input: Input<typeof routes.changePosition>): Promise<Changed> {
  const { id, from, ...content } = input
  const before = (await openPosition(ctx, id)).at(-1)
  const step = appended(await spansOf(ctx, positionTimeline, id), from)
  if ('refused' in step) throw timelineProblem(step)
  const opens = step.opens ?? { from, until: null }
  await requirePlace(ctx, content, opens)
  await stepTimeline(ctx, positionTimeline, step)
  const versionId = await insertPositionVersion(ctx, id, content, opens)
  await refuseCircle(ctx, id, content)
  await tell(ctx, 'organisation.position-changed', id, { before, after: input })
  return { id, versionId }
}

export async function correctPosition(ctx: Context, input: Input<typeof routes.correctPosition>): Promise<Changed> {
  const { id, versionId, from, ...content } = input
  const before = (await openPosition(ctx, id)).find((version) => version.versionId === versionId)
  if (!before) throw notFound({ what: 'position-version' })
  await requirePlace(ctx, content, { from, until: before.until })
  await applyStep(ctx, shifted(await spansOf(ctx, positionTimeline, id), versionId, from))
  await updatePositionVersion(ctx, versionId, content)
  await refuseCircle(ctx, id, content)
  await tell(ctx, 'organisation.position-changed', id, { before, after: input })
  return { id, versionId }
}

export async function withdrawPosition(ctx: Context, { id, versionId }: { id: string; versionId: string }) {
  const before = (await openPosition(ctx, id)).find((version) => version.versionId === versionId)
  if (!before) throw notFound({ what: 'position-version' })
  await applyStep(ctx, withdrawn(await spansOf(ctx, positionTimeline, id), versionId, ctx.today))
  await tell(ctx, 'organisation.position-changed', id, { before })
  return { id }
}

export async function closePosition(ctx: Context, { id, until }: Input<typeof routes.closePosition>) {
  const before = (await openPosition(ctx, id)).at(-1)
  if (until !== null) {
    const leaning = await leaningOn(ctx, id, until)
    if (leaning.people + leaning.positions > 0) throw positionInUse(leaning)
  }
  await applyStep(ctx, closed(await spansOf(ctx, positionTimeline, id), until))
  if (until === null && before) await requirePlace(ctx, before, { from: before.from, until })
  const event = until === null ? 'organisation.position-changed' : 'organisation.position-closed'
  await tell(ctx, event, id, { before, after: { until } }, { until })
  return { id }
}

async function openPosition(ctx: Context, id: string) {
  await bumpStructure(ctx)
  const versions = await positionVersions(ctx, id)
  if (versions.length === 0) throw notFound({ what: 'position' })
  requireEdit(ctx, versions.at(-1)?.unitId)
  return versions
}

async function applyStep(ctx: Context, step: TimelineStep | TimelineRefusal): Promise<void> {
  if ('refused' in step) throw timelineProblem(step)
  await stepTimeline(ctx, positionTimeline, step)
}

/** Its unit and the position it answers to must be there as long as it is. */
async function requirePlace(ctx: Context, content: PositionContent, period: Period): Promise<void> {
  const { unitId, reportsToId } = content
  await requireFamily(ctx, content.jobFamilyId)
  await requireGrade(ctx, content.gradeId)
  if ((await unitVersions(ctx, unitId)).length === 0) throw notFound({ what: 'unit' })
  requireEdit(ctx, unitId)
  if (!(await isThere(ctx, unitTimeline, unitId, period))) throw unitNotThere(period)
  if (reportsToId === null) return
  if ((await positionVersions(ctx, reportsToId)).length === 0) throw notFound({ what: 'position' })
  if (!(await isThere(ctx, positionTimeline, reportsToId, period))) throw positionNotThere(period)
}

async function refuseCircle(ctx: Context, id: string, { title }: PositionContent): Promise<void> {
  if (await leadsBack(ctx, positionTimeline, id)) throw lineCircle({ title: Object.values(title)[0] ?? '' })
}

async function tell(
  ctx: Context,
  event: string,
  positionId: string,
  change: { before?: unknown; after?: unknown },
  facts: Record<string, unknown> = {},
): Promise<void> {
  await ctx.audit({ action: event, target: `position/${positionId}`, ...change })
  await ctx.emit(event, { positionId, ...facts })
  await ctx.announce('organisation')
}
