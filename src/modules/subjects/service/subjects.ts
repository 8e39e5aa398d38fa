import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { changedMeanwhile, forbidden, notFound } from '#kernel/problems'
import { positionsOf, soundOf } from '#modules/organisation'
import type { routes, Subject } from '../contract.ts'
import { isClosed, keyTaken, noSeat } from '../problems.ts'
import { idsByKey } from '../store/names.ts'
import { findSubject, insertSubjects, lockSubjects, setState, subjectPage, updateSubject } from '../store/subject.ts'
import { nameOfPerson, unitIsKnown } from '../store/places.ts'
import { mustKnowTypes } from './types.ts'

type Routes = typeof routes

export const listSubjects = (ctx: Context, input: Input<Routes['listSubjects']>) => subjectPage(ctx, input)

export async function readSubject(ctx: Context, { subjectId }: Input<Routes['readSubject']>): Promise<Subject> {
  const subject = await findSubject(ctx, subjectId)
  if (!subject) throw notFound({ what: 'subject' })
  return subject
}

export async function createSubject(
  ctx: Context,
  input: Input<Routes['createSubject']>,
): Promise<Output<Routes['createSubject']>> {
  const place = await placeOf(ctx, input)
  mustMay(ctx, place)
  await mustKnowTypes(ctx, [input.type])
  if ((await idsByKey(ctx, [input])).length > 0) throw keyTaken({ type: input.type, key: input.key })
  const subject = { id: ctx.newId(), ...input, ...place, pinyin: soundOf(input.name) }
  await insertSubjects(ctx, [subject])
  await told(ctx, 'create', subject.id, undefined, { ...input, ...place })
  return { subjectId: subject.id }
}

export async function changeSubject(
  ctx: Context,
  { subjectId, version, name, ownerId, unitId, attributes }: Input<Routes['changeSubject']>,
): Promise<Output<Routes['changeSubject']>> {
  const before = await mayChange(ctx, subjectId, version)
  if (before.state === 'closed') throw isClosed({ name: before.name })
  const place = await placeOf(ctx, { ownerId, unitId })
  mustMay(ctx, place)
  await updateSubject(ctx, { id: subjectId, name, pinyin: soundOf(name), attributes, ...place })
  await told(ctx, 'change', subjectId, said(before), { name, attributes, ...place })
  return { version: version + 1 }
}

export async function setSubjectState(
  ctx: Context,
  { subjectId, version, state }: Input<Routes['setSubjectState']>,
): Promise<Output<Routes['setSubjectState']>> {
  const before = await mayChange(ctx, subjectId, version)
  if (before.state === state) return { version }
  await setState(ctx, subjectId, state)
  await told(ctx, state === 'closed' ? 'close' : 'reopen', subjectId, { state: before.state }, { state })
  return { version: version + 1 }
}

/** Owner and unit as they are written: the unit of the owner's main seat, unless another one is named. */
export async function placeOf(
  ctx: Context,
  { ownerId, unitId }: { ownerId: string | null; unitId: string | null },
): Promise<{ ownerId: string | null; unitId: string | null }> {
  if (unitId && !(await unitIsKnown(ctx, unitId))) throw notFound({ what: 'unit' })
  if (!ownerId) return { ownerId, unitId }
  const personName = await nameOfPerson(ctx, ownerId)
  if (personName === undefined) throw notFound({ what: 'person' })
  if (unitId) return { ownerId, unitId }
  const [seat] = await positionsOf(ctx, ownerId, ctx.today)
  if (!seat) throw noSeat({ personName })
  return { ownerId, unitId: seat.unitId }
}

async function mayChange(ctx: Context, id: string, version: number): Promise<Subject> {
  await lockSubjects(ctx, [id])
  const found = await findSubject(ctx, id)
  if (!found) throw notFound({ what: 'subject' })
  mustMay(ctx, found)
  if (found.version !== version) throw changedMeanwhile({ yours: version, current: found.version })
  return found
}

function mustMay(ctx: Context, { ownerId, unitId }: { ownerId: string | null; unitId: string | null }): void {
  const permission = 'subjects.keep'
  if (!ctx.may(permission, { personId: ownerId, unitId })) throw forbidden({ permission })
}

function said({ name, ownerId, unitId, attributes }: Subject) {
  return { name, ownerId, unitId, attributes }
}

async function told(ctx: Context, verb: string, subjectId: string, before: unknown, after: unknown): Promise<void> {
  await ctx.audit({ action: `subjects.${verb}`, target: `subject/${subjectId}`, before, after })
  await ctx.emit('subjects.changed', { subjectId })
  await ctx.announce('subjects')
}
