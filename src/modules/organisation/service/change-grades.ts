import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { changedMeanwhile, notFound } from '#kernel/problems'
import type { Grade, JobFamily, routes } from '../contract.ts'
import { codeTaken, gradeInUse } from '../problems.ts'
import {
  bearers,
  deleteListed,
  grades,
  insertFamily,
  insertGrade,
  jobFamilies,
  updateFamily,
  updateGradeRow,
} from '../store/grades.ts'
import { requireEdit } from './require-edit.ts'

type Changed = { id: string; version: number }

export async function listGrades(ctx: Context): Promise<Output<typeof routes.listGrades>> {
  return { families: await jobFamilies(ctx), grades: await grades(ctx) }
}

export async function createJobFamily(ctx: Context, input: Input<typeof routes.createJobFamily>): Promise<Changed> {
  requireEdit(ctx, null)
  refuseTaken(await jobFamilies(ctx), input.code)
  const id = ctx.newId()
  await insertFamily(ctx, id, input)
  await tell(ctx, `job-family/${id}`, { after: input })
  return { id, version: 1 }
}

export async function updateJobFamily(ctx: Context, input: Input<typeof routes.updateJobFamily>): Promise<Changed> {
  requireEdit(ctx, null)
  const all = await jobFamilies(ctx)
  const before = current(all, input)
  refuseTaken(all, input.code, before)
  if (!(await updateFamily(ctx, input))) throw changedMeanwhile({ yours: input.version, current: input.version + 1 })
  await tell(ctx, `job-family/${input.id}`, { before, after: input })
  return { id: input.id, version: input.version + 1 }
}

export async function deleteJobFamily(ctx: Context, { id }: { id: string }): Promise<null> {
  requireEdit(ctx, null)
  const before = known(await jobFamilies(ctx), id)
  const count = await bearers(ctx, 'job_family', id)
  if (count > 0) throw gradeInUse({ count })
  await deleteListed(ctx, 'job_family', id)
  await tell(ctx, `job-family/${id}`, { before })
  return null
}

export async function createGrade(ctx: Context, input: Input<typeof routes.createGrade>): Promise<Changed> {
  requireEdit(ctx, null)
  refuseTaken(await grades(ctx), input.code)
  await requireFamily(ctx, input.jobFamilyId)
  const id = ctx.newId()
  await insertGrade(ctx, id, input)
  await tell(ctx, `grade/${id}`, { after: input })
  return { id, version: 1 }
}

export async function updateGrade(ctx: Context, input: Input<typeof routes.updateGrade>): Promise<Changed> {
  requireEdit(ctx, null)
  const all = await grades(ctx)
  const before = current(all, input)
  refuseTaken(all, input.code, before)
  await requireFamily(ctx, input.jobFamilyId)
  if (!(await updateGradeRow(ctx, input))) throw changedMeanwhile({ yours: input.version, current: input.version + 1 })
  await tell(ctx, `grade/${input.id}`, { before, after: input })
  return { id: input.id, version: input.version + 1 }
}

export async function deleteGrade(ctx: Context, { id }: { id: string }): Promise<null> {
  requireEdit(ctx, null)
  const before = known(await grades(ctx), id)
  const count = await bearers(ctx, 'grade', id)
  if (count > 0) throw gradeInUse({ count })
  await deleteListed(ctx, 'grade', id)
  await tell(ctx, `grade/${id}`, { before })
  return null
}

/** Lets by what exists; null is nothing to look for. */
export async function requireFamily(ctx: Context, id: string | null | undefined): Promise<void> {
  if (id) known(await jobFamilies(ctx), id)
}

export async function requireGrade(ctx: Context, id: string | null | undefined): Promise<void> {
  if (id) known(await grades(ctx), id)
}

function current<T extends JobFamily | Grade>(all: readonly T[], { id, version }: Changed): T {
  const found = known(all, id)
  if (found.version !== version) throw changedMeanwhile({ yours: version, current: found.version })
  return found
}

function known<T extends { id: string }>(all: readonly T[], id: string): T {
  const found = all.find((one) => one.id === id)
  if (!found) throw notFound({ what: 'grade' })
  return found
}

function refuseTaken(all: readonly { id: string; code: string }[], code: string, self?: { id: string }): void {
  if (all.some((other) => other.code === code && other.id !== self?.id)) throw codeTaken({ taken: code })
}

async function tell(ctx: Context, target: string, change: { before?: unknown; after?: unknown }): Promise<void> {
  await ctx.audit({ action: 'organisation.grade-changed', target, ...change })
  await ctx.emit('organisation.grade-changed', { target })
  await ctx.announce('organisation')
}
