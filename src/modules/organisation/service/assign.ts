import type { Input } from '#core/contract'
import { overlap } from '#core/calendar'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { routes } from '../contract.ts'
import { mainLater, mainNeeded, positionNotThere, seatedAlready, shareTooLarge, timelineProblem } from '../problems.ts'
import { dayWithoutMain, heaviestShare, mainThatFollows, roomForMain } from '../rules.ts'
import { deleteSeat, endSeat, insertSeat, seatById, seatsOf, updateSeat, type Seating } from '../store/assignments.ts'
import { positionVersions } from '../store/positions.ts'
import { isThere, positionTimeline } from '../store/timeline.ts'
import { bumpStructure } from '#modules/base'
import { requireEdit } from './require-edit.ts'
import { reachPerson } from './reach-person.ts'

/** Seats a person. A new main seat ends the one before on the day it begins; the shares must fit the working time. */
export async function assign(ctx: Context, input: Input<typeof routes.assign>): Promise<{ id: string }> {
  const { id: personId, ...wanted } = input
  return seatPerson(ctx, personId, wanted, await openSeats(ctx, personId))
}

/** The same for somebody whose right to be edited has been settled, such as a person just made. */
export async function seatPerson(
  ctx: Context,
  personId: string,
  { overReason, ...wanted }: Omit<Input<typeof routes.assign>, 'id'>,
  seats: readonly Seating[],
): Promise<{ id: string }> {
  const added: Seating = { id: ctx.newId(), personId, overReason, ...wanted }
  let others = seats
  if (added.kind === 'main') {
    const room = roomForMain(seats, added.from)
    if ('inTheWay' in room) throw mainLater({ from: room.inTheWay.from })
    if (room.ends) {
      await endSeat(ctx, room.ends.id, added.from)
      others = seats.map((other) => (other.id === room.ends?.id ? { ...other, until: added.from } : other))
    }
  }
  await checkSeat(ctx, added, others, overReason)
  await insertSeat(ctx, added)
  await tell(ctx, added, { after: added })
  return { id: added.id }
}

export async function correctAssignment(
  ctx: Context,
  input: Input<typeof routes.correctAssignment>,
): Promise<{ id: string }> {
  const { id, ...wanted } = input
  const opened = await openSeat(ctx, id)
  const { before } = opened
  const seat: Seating = { ...before, ...wanted }
  const follower = mainThatFollows(opened.others, before, seat)
  if (follower) await endSeat(ctx, follower.id, seat.from)
  const others = opened.others.map((other) => (other.id === follower?.id ? { ...other, until: seat.from } : other))
  await checkSeat(ctx, seat, others, seat.overReason)
  await updateSeat(ctx, seat)
  await tell(ctx, seat, { before, after: seat }, [before.positionId])
  return { id }
}

export async function endAssignment(
  ctx: Context,
  { id, until }: Input<typeof routes.endAssignment>,
): Promise<{ id: string }> {
  const { before, others } = await openSeat(ctx, id)
  const seat: Seating = { ...before, until }
  await checkSeat(ctx, seat, others, until === null ? before.overReason : 'shorter')
  await endSeat(ctx, id, until)
  await tell(ctx, seat, { before, after: { until } })
  return { id }
}

export async function withdrawAssignment(ctx: Context, { id }: { id: string }): Promise<{ id: string }> {
  const { before, others } = await openSeat(ctx, id)
  if (before.from <= ctx.today) throw timelineProblem({ refused: 'already-begun', from: before.from })
  const previous =
    before.kind === 'main' ? others.find((seat) => seat.kind === 'main' && seat.until === before.from) : undefined
  await deleteSeat(ctx, id)
  if (previous) await endSeat(ctx, previous.id, before.until)
  refuseBare(others.map((seat) => (seat.id === previous?.id ? { ...seat, until: before.until } : seat)))
  await tell(ctx, before, { before })
  return { id }
}

async function openSeats(ctx: Context, personId: string): Promise<Seating[]> {
  await bumpStructure(ctx)
  await reachPerson(ctx, personId)
  return seatsOf(ctx, personId)
}

async function openSeat(ctx: Context, id: string): Promise<{ before: Seating; others: Seating[] }> {
  await bumpStructure(ctx)
  const before = await seatById(ctx, id)
  if (!before) throw notFound({ what: 'assignment' })
  const seats = await openSeats(ctx, before.personId)
  return { before, others: seats.filter((seat) => seat.id !== id) }
}

async function checkSeat(
  ctx: Context,
  seat: Seating,
  others: readonly Seating[],
  overReason: string | null | undefined,
): Promise<void> {
  const { positionId, from, until } = seat
  if (until !== null && until <= from) throw timelineProblem({ refused: 'ends-before-it-begins', from })
  const place = (await positionVersions(ctx, positionId)).at(-1)
  if (!place) throw notFound({ what: 'position' })
  requireEdit(ctx, place.unitId)
  if (!(await isThere(ctx, positionTimeline, positionId, seat))) throw positionNotThere({ from, until })
  const twice = others.find((other) => other.positionId === positionId && overlap(other, seat))
  if (twice) throw seatedAlready({ from: twice.from })
  const otherMain = seat.kind === 'main' && others.find((other) => other.kind === 'main' && overlap(other, seat))
  if (otherMain) throw mainLater({ from: otherMain.from })
  const total = heaviestShare([...others, seat], seat)
  if (total > 1000 && !overReason) throw shareTooLarge({ total: total / 10, limit: 100 })
  refuseBare([...others, seat])
}

function refuseBare(seats: readonly Seating[]): void {
  const on = dayWithoutMain(seats)
  if (on) throw mainNeeded({ on })
}

async function tell(
  ctx: Context,
  seat: Seating,
  change: { before?: unknown; after?: unknown },
  also: readonly string[] = [],
) {
  const { personId, positionId, from } = seat
  await ctx.audit({ action: 'organisation.assignment-changed', target: `person/${personId}`, ...change })
  await ctx.emit('organisation.assignment-changed', {
    personId,
    positionIds: [...new Set([positionId, ...also])],
    from,
  })
  await ctx.announce('organisation')
}
