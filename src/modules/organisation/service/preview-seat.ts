import type { Input, Output } from '#core/contract'
import type { Day } from '#core/calendar'
import type { PersonAccess } from '#contract/base'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { previewAccess } from '#modules/base'
import type { routes } from '../contract.ts'
import { seatById } from '../store/assignments.ts'
import { linesAbove } from '../store/lines.ts'
import { personNames } from '../store/persons.ts'
import { assign, endAssignment } from './assign.ts'
import { reachPerson } from './reach-person.ts'

const levels = 20

/** Who would gain and lose what if somebody sat there from a day on; nothing is changed. */
export async function previewAssign(
  ctx: Context,
  input: Input<typeof routes.previewAssign>,
): Promise<Output<typeof routes.previewAssign>> {
  await reachPerson(ctx, input.id)
  const on = input.from > ctx.today ? input.from : ctx.today
  const people = await previewAccess(
    ctx,
    () => inLine(ctx, input.id, on),
    () => assign(ctx, input),
    on,
  )
  return { on, people: await named(ctx, people) }
}

/** The same for a seat that would end on a day. */
export async function previewEnd(
  ctx: Context,
  input: Input<typeof routes.previewEnd>,
): Promise<Output<typeof routes.previewEnd>> {
  const seat = await seatById(ctx, input.id)
  if (!seat) throw notFound({ what: 'assignment' })
  await reachPerson(ctx, seat.personId)
  const on = input.until !== null && input.until > ctx.today ? input.until : ctx.today
  const people = await previewAccess(
    ctx,
    () => inLine(ctx, seat.personId, on),
    () => endAssignment(ctx, input),
    on,
  )
  return { on, people: await named(ctx, people) }
}

/** By what the people are called in the reader's language rather than by what their accounts are. */
async function named(ctx: Context, people: readonly PersonAccess[]): Promise<PersonAccess[]> {
  const names = await personNames(
    ctx,
    people.flatMap((one) => one.personId ?? []),
  )
  return people.map((one) => ({ ...one, name: names.get(one.personId ?? '') ?? one.name }))
}

/** Whose reach a seat can change: the person's own, and that of everybody above. */
async function inLine(ctx: Context, personId: string, on: Day): Promise<string[]> {
  const above = await linesAbove(ctx, [personId], on, levels)
  return [personId, ...above.map((superior) => superior.managerId)]
}
