import { addDays, overlap, type Day } from '#core/calendar'
import type { Input } from '#core/contract'
import { pick } from '#core/local-text'
import type { Context } from '#kernel/context'
import { forbidden, notFound } from '#kernel/problems'
import type { routes } from '../contract.ts'
import {
  alreadyEnded,
  endsBeforeItBegins,
  heldTwice,
  noSuchPositionThen,
  pastDay,
  secondAccountable,
  tooHeavy,
} from '../problems.ts'
import { heaviestDay } from '../rules.ts'
import {
  deleteHolding,
  endHolding,
  findHolding,
  holdingsDuring,
  insertHolding,
  lockPosition,
  positionOn,
  type Holding,
} from '../store/holdings.ts'
import { findResponsibility, lockResponsibility, type Responsibility } from '../store/responsibilities.ts'

type Routes = typeof routes

/** Gives a position a responsibility in a role from a day on. */
export async function assignResponsibility(
  ctx: Context,
  input: Input<Routes['assignResponsibility']>,
): Promise<{ holdingId: string }> {
  const { responsibilityId, positionId, raci, weightPermille, until } = input
  const from = input.from ?? ctx.today
  if (until !== null && until <= from) throw endsBeforeItBegins({ from, until })
  const responsibility = await findResponsibility(ctx, responsibilityId)
  if (!responsibility) throw notFound({ what: 'responsibility' })
  const position = await positionOn(ctx, positionId, from)
  if (!position) throw await noPosition(ctx, positionId, from)
  await mustMay(ctx, responsibility, position.unitId)
  await lockResponsibility(ctx, responsibilityId)
  await lockPosition(ctx, positionId)
  const holding: Holding = { id: ctx.newId(), responsibilityId, positionId, raci, weightPermille, from, until }
  await mustFit(ctx, holding)
  await insertHolding(ctx, holding)
  await ctx.audit({ action: 'responsibilities.assign', target: `responsibility/${responsibilityId}`, after: holding })
  await ctx.emit('responsibilities.assigned', {
    holdingId: holding.id,
    responsibilityId,
    positionId,
    raci,
    from,
    until,
  })
  await ctx.announce('responsibilities')
  return { holdingId: holding.id }
}

/** Ends a holding; one that would end before its first day is taken back. Days that have passed stay as they were. */
export async function releaseHolding(
  ctx: Context,
  { holdingId, until }: Input<Routes['releaseHolding']>,
): Promise<{ holdingId: string; until: Day | null }> {
  const holding = await findHolding(ctx, holdingId)
  const responsibility = holding && (await findResponsibility(ctx, holding.responsibilityId))
  if (!holding || !responsibility) throw notFound({ what: 'holding' })
  const position = await positionOn(ctx, holding.positionId, holding.from)
  await mustMay(ctx, responsibility, position?.unitId ?? null)
  if (holding.until !== null && holding.until <= ctx.today) throw alreadyEnded({ until: holding.until })
  if (holding.until !== null && until > holding.until) throw alreadyEnded({ until: holding.until })
  if (until < ctx.today) throw pastDay({ from: until, today: ctx.today })
  const neverBegan = until <= holding.from
  if (neverBegan) await deleteHolding(ctx, holdingId)
  else await endHolding(ctx, holdingId, until)
  const after = neverBegan ? undefined : { ...holding, until }
  await ctx.audit({
    action: 'responsibilities.release',
    target: `responsibility/${holding.responsibilityId}`,
    before: holding,
    after,
  })
  const { responsibilityId, positionId, raci } = holding
  await ctx.emit('responsibilities.released', { holdingId, responsibilityId, positionId, raci, until })
  await ctx.announce('responsibilities')
  return { holdingId, until: neverBegan ? null : until }
}

async function mustFit(ctx: Context, added: Holding): Promise<void> {
  const beside = await holdingsDuring(ctx, { responsibilityId: added.responsibilityId }, added)
  const twice = beside.find((one) => one.positionId === added.positionId && one.raci === added.raci)
  if (twice) throw heldTwice({ from: twice.from, until: twice.until })
  const other = added.raci === 'accountable' ? beside.find((one) => one.raci === 'accountable') : undefined
  if (other && overlap(other, added)) {
    const position = await positionOn(ctx, other.positionId, other.from > added.from ? other.from : added.from)
    throw secondAccountable({ position: pick(position?.title, ctx.language), from: other.from, until: other.until })
  }
  const carried = await holdingsDuring(ctx, { positionId: added.positionId }, added)
  const heaviest = heaviestDay(carried, added)
  if (heaviest.total > 1000) throw tooHeavy({ total: heaviest.total, limit: 1000, day: heaviest.on })
}

/** One must be allowed for the responsibility and for the position; what one can't see isn't there. */
async function mustMay(ctx: Context, responsibility: Responsibility, unitId: string | null): Promise<void> {
  const permission = 'responsibilities.assign'
  const mayForIt = responsibility.unitId === null || ctx.may(permission, { unitId: responsibility.unitId })
  if (mayForIt && ctx.may(permission, { unitId })) return
  if (!ctx.may('responsibilities.read', { unitId })) throw notFound({ what: 'position' })
  throw forbidden({ permission })
}

async function noPosition(ctx: Context, positionId: string, day: Day) {
  const known = await ctx.db
    .selectFrom('position_version')
    .select(['unit_id', 'valid_until'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('position_id', '=', positionId)
    .orderBy('valid_from', 'desc')
    .executeTakeFirst()
  if (!known || !ctx.may('responsibilities.read', { unitId: known.unit_id })) return notFound({ what: 'position' })
  return noSuchPositionThen({
    day: known.valid_until && known.valid_until <= day ? addDays(known.valid_until, -1) : day,
  })
}
