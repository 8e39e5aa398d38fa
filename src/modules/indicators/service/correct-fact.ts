import type { Input, Output } from '#core/contract'
import { dayIn } from '#kernel/clock'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { routes } from '../contract.ts'
import { alreadyReversed, correctionInFuture } from '../problems.ts'
import { reversibleFacts, storeFacts, toReversible, type NewFact } from '../store/insert-facts.ts'
import { reverseFact } from './reverse-fact.ts'
import { tellFacts } from './tell-facts.ts'

type CorrectFact = (typeof routes)['correctFact']

/** Takes a fact back and records the right one, in one transaction: no figure ever lacks both. */
export async function correctFact(
  ctx: Context,
  { factId, reason, ...right }: Input<CorrectFact>,
): Promise<Output<CorrectFact>> {
  const { reversingId } = await reverseFact(ctx, { factId, reason })
  const row = await reversibleFacts(ctx).where('f.id', '=', factId).executeTakeFirstOrThrow()
  const { id: _id, isReversal: _reversal, isReversed: _reversed, ...before } = toReversible(row)
  const happenedAt = new Date(right.happenedAt ?? before.happenedAt)
  if (happenedAt > ctx.now) throw correctionInFuture({ happenedAt: happenedAt.toISOString() })
  const isMoved = right.personId !== undefined && right.personId !== before.personId
  if (isMoved && right.personId && !(await mayCount(ctx, right.personId))) throw notFound({ what: 'person' })
  const corrected: NewFact = {
    ...before,
    happenedAt: happenedAt.toISOString(),
    day: dayIn(ctx.timeZone, happenedAt),
    ...(isMoved ? { personId: right.personId ?? null, unitId: right.personId ? null : before.unitId } : {}),
    dimensions: right.dimensions ?? before.dimensions,
    measures: right.measures ?? before.measures,
    source: 'correction',
    sourceKey: `${factId}:right`,
    note: reason,
  }
  const { recorded } = await storeFacts(ctx, [corrected])
  const [stored] = recorded
  if (!stored) throw alreadyReversed({})
  await ctx.audit({ action: 'indicators.correct', target: `fact/${factId}`, before, after: corrected })
  await tellFacts(ctx, 'correction', recorded)
  return { reversingId, correctedId: stored.id }
}

async function mayCount(ctx: Context, personId: string): Promise<boolean> {
  return (
    ctx.may('indicators.correct', { personId }) && (await ctx.house.scopes.knows?.(ctx.db, 'person', personId)) === true
  )
}
