import type { Input } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { bumpStructure } from '#modules/base'
import type { routes } from '../contract.ts'
import { dottedToItself, dottedTwice, positionNotThere, timelineProblem } from '../problems.ts'
import {
  deleteDottedLine,
  dottedLineById,
  dottedLinesAt,
  insertDottedLine,
  updateDottedLine,
  type DottedRow,
} from '../store/dotted-lines.ts'
import { positionVersions } from '../store/positions.ts'
import { isThere, positionTimeline } from '../store/timeline.ts'
import { overlap } from '#core/calendar'
import { requireEdit } from './require-edit.ts'

type Changed = { id: string }

export async function createDottedLine(ctx: Context, input: Input<typeof routes.createDottedLine>): Promise<Changed> {
  await bumpStructure(ctx)
  await reachPosition(ctx, input.positionId)
  const line: DottedRow = { id: ctx.newId(), ...input }
  await checkLine(ctx, line)
  await insertDottedLine(ctx, line)
  await tell(ctx, line, { after: line })
  return { id: line.id }
}

export async function correctDottedLine(ctx: Context, input: Input<typeof routes.correctDottedLine>): Promise<Changed> {
  const before = await openLine(ctx, input.id)
  const line: DottedRow = { ...before, ...input }
  await checkLine(ctx, line)
  await updateDottedLine(ctx, line)
  await tell(ctx, line, { before, after: line })
  return { id: line.id }
}

export async function endDottedLine(ctx: Context, { id, until }: Input<typeof routes.endDottedLine>): Promise<Changed> {
  const before = await openLine(ctx, id)
  const line = { ...before, until }
  await checkLine(ctx, line)
  await updateDottedLine(ctx, line)
  await tell(ctx, line, { before, after: line })
  return { id }
}

export async function withdrawDottedLine(ctx: Context, { id }: { id: string }): Promise<Changed> {
  const before = await openLine(ctx, id)
  if (before.from <= ctx.today) throw timelineProblem({ refused: 'already-begun', from: before.from })
  await deleteDottedLine(ctx, id)
  await tell(ctx, before, { before })
  return { id }
}

async function openLine(ctx: Context, id: string): Promise<DottedRow> {
  await bumpStructure(ctx)
  const line = await dottedLineById(ctx, id)
  if (!line) throw notFound({ what: 'dotted-line' })
  await reachPosition(ctx, line.positionId)
  return line
}

async function reachPosition(ctx: Context, positionId: string): Promise<void> {
  const versions = await positionVersions(ctx, positionId)
  if (versions.length === 0) throw notFound({ what: 'position' })
  requireEdit(ctx, versions.at(-1)?.unitId)
}

async function checkLine(ctx: Context, line: DottedRow): Promise<void> {
  const { positionId, toPositionId, from, until } = line
  if (until !== null && until <= from) throw timelineProblem({ refused: 'ends-before-it-begins', from })
  if (positionId === toPositionId) throw dottedToItself({})
  if ((await positionVersions(ctx, toPositionId)).length === 0) throw notFound({ what: 'position' })
  for (const id of [positionId, toPositionId])
    if (!(await isThere(ctx, positionTimeline, id, line))) throw positionNotThere({ from, until })
  const twin = (await dottedLinesAt(ctx, positionId)).find(
    (other) =>
      other.id !== line.id &&
      other.positionId === positionId &&
      other.toPositionId === toPositionId &&
      overlap(other, line),
  )
  if (twin) throw dottedTwice({ from: twin.from })
}

async function tell(ctx: Context, line: DottedRow, change: { before?: unknown; after?: unknown }): Promise<void> {
  const { positionId, toPositionId } = line
  await ctx.audit({ action: 'organisation.dotted-line-changed', target: `position/${positionId}`, ...change })
  await ctx.emit('organisation.dotted-line-changed', { positionId, toPositionId })
  await ctx.announce('organisation')
}
