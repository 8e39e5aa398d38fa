import { overlap, type Day } from '#core/calendar'
import type { Input } from '#core/contract'
import { pick } from '#core/local-text'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { routes } from '../contract.ts'
import {
  alreadyEnded,
  endsBeforeItBegins,
  heldTwice,
  pastDay,
  retired,
  secondAccountable,
  stillDraft,
  tooHeavy,
  unitsHaveNoWeight,
} from '../problems.ts'
import { heaviestDay } from '../rules.ts'
import {
  deleteHolding,
  endHolding,
  findHolding,
  holdingsDuring,
  insertHolding,
  lockHolder,
  type Holding,
} from '../store/holdings.ts'
import { knownPlace } from '../store/places.ts'
import { findResponsibility, lockResponsibility, unitName, type Responsibility } from '../store/responsibilities.ts'
import { versionHeads } from '../store/versions.ts'
import { holderOf, mustMayHold, whoIs, type Holder } from './holder.ts'

type Routes = typeof routes

/** Gives a position, a unit or a person a responsibility in a role from a day on. */
export async function assignResponsibility(
  ctx: Context,
  input: Input<Routes['assignResponsibility']>,
): Promise<{ holdingId: string }> {
  const { responsibilityId, raci, weightPermille, forUnitId } = input
  const from = input.from ?? ctx.today
  if (input.until !== null && input.until <= from) throw endsBeforeItBegins({ from, until: input.until })
  const responsibility = await findResponsibility(ctx, responsibilityId)
  if (!responsibility) throw notFound({ what: 'responsibility' })
  const holder = await holderOf(ctx, input, from)
  mustMayHold(ctx, responsibility, holder.placeId)
  if (forUnitId && !(await unitName(ctx, forUnitId, from))) throw notFound({ what: 'unit' })
  const until = await withinForce(ctx, responsibility, from, input.until)
  const rest = { forUnitId, raci, weightPermille, from, until }
  return { holdingId: await hold(ctx, responsibility, holder, rest) }
}

/** Ends a holding; one that would end before its first day is taken back. Days that have passed stay as they were. */
export async function releaseHolding(
  ctx: Context,
  { holdingId, until }: Input<Routes['releaseHolding']>,
): Promise<{ holdingId: string; until: Day | null }> {
  const { holding } = await holdingToChange(ctx, holdingId)
  if (holding.until !== null && (holding.until <= ctx.today || until > holding.until))
    throw alreadyEnded({ until: holding.until })
  if (until < ctx.today) throw pastDay({ from: until, today: ctx.today })
  const neverBegan = await release(ctx, holding, until)
  await ctx.announce('responsibilities')
  return { holdingId, until: neverBegan ? null : until }
}

/** Gives a holding another weight from a day on: it ends that day, and another like it begins. */
export async function changeWeight(
  ctx: Context,
  { holdingId, weightPermille, from = ctx.today }: Input<Routes['changeWeight']>,
): Promise<{ holdingId: string }> {
  const { holding, responsibility } = await holdingToChange(ctx, holdingId)
  if (from < ctx.today) throw pastDay({ from, today: ctx.today })
  if (holding.until !== null && holding.until <= from) throw alreadyEnded({ until: holding.until })
  const begins = from > holding.from ? from : holding.from
  const holder = await holderOf(ctx, namedBy(holding), begins)
  await release(ctx, holding, begins)
  return { holdingId: await hold(ctx, responsibility, holder, { ...holding, weightPermille, from: begins }) }
}

type Terms = Pick<Holding, 'forUnitId' | 'raci' | 'weightPermille' | 'from' | 'until'>

/** Writes a holding that fits beside all others, or says why it doesn't. */
export async function hold(ctx: Context, to: Responsibility, holder: Holder, terms: Terms): Promise<string> {
  await lockResponsibility(ctx, to.id)
  await lockHolder(ctx, holder.id)
  const holding: Holding = {
    id: ctx.newId(),
    responsibilityId: to.id,
    positionId: holder.kind === 'position' ? holder.id : null,
    unitId: holder.kind === 'unit' ? holder.id : null,
    personId: holder.kind === 'person' ? holder.id : null,
    forUnitId: terms.forUnitId,
    raci: terms.raci,
    weightPermille: terms.weightPermille,
    from: terms.from,
    until: terms.until,
  }
  await mustFit(ctx, holding, holder)
  await insertHolding(ctx, holding)
  await ctx.audit({ action: 'responsibilities.assign', target: `responsibility/${to.id}`, after: holding })
  const { id: holdingId, ...told } = holding
  await ctx.emit('responsibilities.assigned', { holdingId, ...told })
  await ctx.announce('responsibilities')
  return holdingId
}

/** Ends a holding that has begun by then, else takes it back; true for the latter. */
export async function release(ctx: Context, holding: Holding, until: Day): Promise<boolean> {
  const neverBegan = until <= holding.from
  if (neverBegan) await deleteHolding(ctx, holding.id)
  else await endHolding(ctx, holding.id, until)
  const { id: holdingId, responsibilityId, raci } = holding
  await ctx.audit({
    action: 'responsibilities.release',
    target: `responsibility/${responsibilityId}`,
    before: holding,
    after: neverBegan ? undefined : { ...holding, until },
  })
  await ctx.emit('responsibilities.released', { ...namedBy(holding), holdingId, responsibilityId, raci, until })
  return neverBegan
}

async function mustFit(ctx: Context, added: Holding, holder: Holder): Promise<void> {
  if (holder.kind === 'unit' && added.weightPermille > 0) throw unitsHaveNoWeight({})
  const beside = (await holdingsDuring(ctx, { responsibilityId: added.responsibilityId }, added)).filter(
    (one) => one.forUnitId === added.forUnitId,
  )
  const twice = beside.find((one) => idOf(one) === holder.id && one.raci === added.raci)
  if (twice) throw heldTwice({ from: twice.from, until: twice.until })
  const other = added.raci === 'accountable' ? beside.find((one) => one.raci === 'accountable') : undefined
  if (other && overlap(other, added)) {
    const place = await knownPlace(ctx, whoIs(namedBy(other)))
    throw secondAccountable({ position: pick(place?.name, ctx.language), from: other.from, until: other.until })
  }
  if (holder.kind === 'unit') return
  const carried = await holdingsDuring(ctx, { holderId: holder.id }, added)
  const heaviest = heaviestDay(carried, added)
  if (heaviest.total > 1000) throw tooHeavy({ total: heaviest.total, limit: 1000, day: heaviest.on })
}

/** Nobody holds a draft, and nothing is held past its retirement: the last day, when it is to end. */
async function withinForce(ctx: Context, { id }: Responsibility, from: Day, until: Day | null): Promise<Day | null> {
  const [latest] = await versionHeads(ctx, id)
  if (!latest || latest.validFrom === null) throw stillDraft({})
  const end = latest.validUntil
  if (end !== null && from >= end) throw retired({ from: end })
  return end !== null && (until === null || until > end) ? end : until
}

async function holdingToChange(ctx: Context, holdingId: string) {
  const holding = await findHolding(ctx, holdingId)
  const responsibility = holding && (await findResponsibility(ctx, holding.responsibilityId))
  if (!holding || !responsibility) throw notFound({ what: 'holding' })
  const place = await knownPlace(ctx, whoIs(namedBy(holding)))
  mustMayHold(ctx, responsibility, place?.placeId ?? null)
  return { holding, responsibility }
}

function namedBy({ positionId, unitId, personId }: Holding) {
  return { positionId: positionId ?? undefined, unitId: unitId ?? undefined, personId: personId ?? undefined }
}

function idOf({ positionId, unitId, personId }: Holding): string {
  return positionId ?? unitId ?? personId ?? ''
}
