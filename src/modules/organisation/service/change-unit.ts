import type { Input } from '#core/contract'
import type { Period } from '#core/calendar'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { routes, UnitVersion } from '../contract.ts'
import { codeTaken, needsParent, rootStays, timelineProblem, unitCircle, unitInUse, unitNotThere } from '../problems.ts'
import { appended, closed, shifted, withdrawn, type TimelineStep } from '../rules.ts'
import { codeIsTaken, nextCode } from '../store/codes.ts'
import { isThere, leadsBack, spansOf, stepTimeline, unitTimeline } from '../store/timeline.ts'
import {
  hangingBelow,
  insertUnit,
  insertUnitVersion,
  unitVersions,
  updateUnitVersion,
  type UnitContent,
} from '../store/units.ts'
import { bumpStructure } from '#modules/base'
import { requireEdit } from './require-edit.ts'

type Changed = { id: string; versionId: string }

export async function createUnit(ctx: Context, input: Input<typeof routes.createUnit>): Promise<Changed> {
  await bumpStructure(ctx) // first: whoever changes the structure waits here for who came before
  const { code = await nextCode(ctx, 'unit'), from, ...content } = input
  if (await codeIsTaken(ctx, 'unit', code)) throw codeTaken({ taken: code })
  await requireParent(ctx, content.parentId, { from, until: null })
  const id = await insertUnit(ctx, code)
  const versionId = await insertUnitVersion(ctx, id, content, { from, until: null })
  await tell(ctx, 'organisation.unit-created', id, { after: input })
  return { id, versionId }
}

export async function changeUnit(ctx: Context, input: Input<typeof routes.changeUnit>): Promise<Changed> {
  const { id, from, ...content } = input
  const versions = await openUnit(ctx, id)
  const step = appended(await spansOf(ctx, unitTimeline, id), from)
  if ('refused' in step) throw timelineProblem(step)
  const before = versions.at(-1)
  await checkParent(ctx, content, before, step.opens ?? { from, until: null })
  await stepTimeline(ctx, unitTimeline, step)
  const versionId = await insertUnitVersion(ctx, id, content, step.opens ?? { from, until: null })
  await refuseCircle(ctx, id, content)
  await tell(ctx, 'organisation.unit-changed', id, { before, after: input })
  return { id, versionId }
}

export async function correctUnit(ctx: Context, input: Input<typeof routes.correctUnit>): Promise<Changed> {
  const { id, versionId, from, ...content } = input
  const before = (await openUnit(ctx, id)).find((version) => version.versionId === versionId)
  if (!before) throw notFound({ what: 'unit-version' })
  const step = shifted(await spansOf(ctx, unitTimeline, id), versionId, from)
  if ('refused' in step) throw timelineProblem(step)
  await checkParent(ctx, content, before, { from, until: before.until })
  await stepTimeline(ctx, unitTimeline, step)
  await updateUnitVersion(ctx, versionId, content)
  await refuseCircle(ctx, id, content)
  await tell(ctx, 'organisation.unit-changed', id, { before, after: input })
  return { id, versionId }
}

export async function withdrawUnit(ctx: Context, { id, versionId }: { id: string; versionId: string }) {
  const before = (await openUnit(ctx, id)).find((version) => version.versionId === versionId)
  if (!before) throw notFound({ what: 'unit-version' })
  await applyStep(ctx, withdrawn(await spansOf(ctx, unitTimeline, id), versionId, ctx.today))
  await tell(ctx, 'organisation.unit-changed', id, { before })
  return { id }
}

export async function closeUnit(ctx: Context, { id, until }: Input<typeof routes.closeUnit>) {
  const before = (await openUnit(ctx, id)).at(-1)
  if (before?.parentId === null) throw rootStays({})
  if (until !== null) {
    const below = await hangingBelow(ctx, id, until)
    if (below.units + below.positions > 0) throw unitInUse(below)
  }
  await applyStep(ctx, closed(await spansOf(ctx, unitTimeline, id), until))
  if (until === null)
    await requireParent(ctx, before?.parentId ?? null, { from: before?.from ?? ctx.today, until }, before?.parentId)
  await tell(
    ctx,
    until === null ? 'organisation.unit-changed' : 'organisation.unit-closed',
    id,
    { before, after: { until } },
    { until },
  )
  return { id }
}

/** The unit for writing: its versions, seen by who may, while nobody else changes the structure. */
async function openUnit(ctx: Context, id: string) {
  await bumpStructure(ctx)
  const versions = await unitVersions(ctx, id)
  if (versions.length === 0) throw notFound({ what: 'unit' })
  requireEdit(ctx, id)
  return versions
}

async function applyStep(ctx: Context, step: TimelineStep | Parameters<typeof timelineProblem>[0]): Promise<void> {
  if ('refused' in step) throw timelineProblem(step)
  await stepTimeline(ctx, unitTimeline, step)
}

async function checkParent(ctx: Context, content: UnitContent, before: UnitVersion | undefined, period: Period) {
  if (before?.parentId === null && content.parentId !== null) throw rootStays({})
  if (before?.parentId !== null && content.parentId === null) throw needsParent({})
  if (content.parentId !== null) await requireParent(ctx, content.parentId, period, before?.parentId)
}

/** Whoever hangs a unit elsewhere needs the right there; where it hangs already, the right in the unit is enough. */
async function requireParent(
  ctx: Context,
  parentId: string | null,
  period: Period,
  already?: string | null,
): Promise<void> {
  if (parentId === null) return
  if ((await unitVersions(ctx, parentId)).length === 0) throw notFound({ what: 'unit' })
  if (parentId !== already) requireEdit(ctx, parentId)
  if (!(await isThere(ctx, unitTimeline, parentId, period))) throw unitNotThere(period)
}

async function refuseCircle(ctx: Context, id: string, content: UnitContent): Promise<void> {
  if (await leadsBack(ctx, unitTimeline, id)) throw unitCircle({ name: Object.values(content.name)[0] ?? '' })
}

async function tell(
  ctx: Context,
  event: string,
  unitId: string,
  change: { before?: unknown; after?: unknown },
  facts: Record<string, unknown> = {},
): Promise<void> {
  await ctx.audit({ action: event, target: `unit/${unitId}`, ...change })
  await ctx.emit(event, { unitId, ...facts })
  await ctx.announce('organisation')
}
