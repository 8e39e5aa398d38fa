import type { Input } from '#core/contract'
import { overlap } from '#core/calendar'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { bumpStructure } from '#modules/base'
import type { Absence, routes } from '../contract.ts'
import { awayAlready, timelineProblem } from '../problems.ts'
import { absenceById, absencesOf, deleteAbsence, insertAbsence, updateAbsence } from '../store/absences.ts'
import { personsOn } from '../store/persons.ts'
import { reachPerson } from './reach-person.ts'

type Changed = { id: string }

export async function listAbsences(ctx: Context, { personId }: { personId: string }): Promise<Absence[]> {
  const [person] = (await personsOn(ctx, ctx.today, { ids: [personId], limit: 1, offset: 0 })).rows
  const about = { personId, unitId: person?.unitId }
  if (!person || !ctx.may('organisation.read-absence', about)) throw notFound({ what: 'person' })
  return absencesOf(ctx, personId)
}

export async function createAbsence(ctx: Context, input: Input<typeof routes.createAbsence>): Promise<Changed> {
  await bumpStructure(ctx)
  await reachPerson(ctx, input.personId)
  const absence: Absence = { id: ctx.newId(), ...input }
  await checkAbsence(ctx, absence)
  await insertAbsence(ctx, absence)
  await tell(ctx, absence, { after: absence })
  return { id: absence.id }
}

export async function correctAbsence(ctx: Context, input: Input<typeof routes.correctAbsence>): Promise<Changed> {
  const before = await openAbsence(ctx, input.id)
  const absence: Absence = { ...before, ...input }
  await checkAbsence(ctx, absence)
  await updateAbsence(ctx, absence)
  await tell(ctx, absence, { before, after: absence })
  return { id: absence.id }
}

/** Takes an absence back altogether: it never came to be. */
export async function withdrawAbsence(ctx: Context, { id }: { id: string }): Promise<Changed> {
  const before = await openAbsence(ctx, id)
  if (before.from <= ctx.today) throw timelineProblem({ refused: 'already-begun', from: before.from })
  await deleteAbsence(ctx, id)
  await tell(ctx, before, { before })
  return { id }
}

async function openAbsence(ctx: Context, id: string): Promise<Absence> {
  await bumpStructure(ctx)
  const absence = await absenceById(ctx, id)
  if (!absence) throw notFound({ what: 'absence' })
  await reachPerson(ctx, absence.personId)
  return absence
}

async function checkAbsence(ctx: Context, absence: Absence): Promise<void> {
  const { from, until } = absence
  if (until !== null && until <= from) throw timelineProblem({ refused: 'ends-before-it-begins', from })
  const other = (await absencesOf(ctx, absence.personId)).find((one) => one.id !== absence.id && overlap(one, absence))
  if (other) throw awayAlready({ from: other.from })
}

async function tell(ctx: Context, { personId }: Absence, change: { before?: unknown; after?: unknown }): Promise<void> {
  await ctx.audit({ action: 'organisation.absence-changed', target: `person/${personId}`, ...change })
  await ctx.emit('organisation.absence-changed', { personId })
  await ctx.announce('organisation')
}
