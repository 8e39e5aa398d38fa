import { addMonths, monthStart, type Day } from '#core/calendar'
import type { Input, Output } from '#core/contract'
import { pick } from '#core/local-text'
import type { Context } from '#kernel/context'
import { say } from '#kernel/i18n'
import { openDraft } from '#modules/reorganisation'
import type { Pair, routes } from '../contract.ts'
import { changesFor, type DecidedSide } from '../draft-rules.ts'
import { alreadyDrafted, notDecided } from '../problems.ts'
import { linkDraft } from '../store/decisions.ts'
import { accountablePosition, leadPosition } from '../store/seats.ts'
import { pairToDecide } from './decide.ts'

type OpenDraft = (typeof routes)['openDraftForPair']

/** Opens a draft of a re-organisation that carries the decision out, from the first of next month on; a person goes on. */
export async function openDraftForPair(ctx: Context, { pairId }: Input<OpenDraft>): Promise<Output<OpenDraft>> {
  const pair = await pairToDecide(ctx, pairId)
  const { decision } = pair
  if (pair.state !== 'same' || !decision?.lead) throw notDecided({})
  if (decision.draftId) throw alreadyDrafted({})
  const sides: [DecidedSide, DecidedSide] = [await sideOf(ctx, pair.first), await sideOf(ctx, pair.second)]
  const leadUnitId = decision.lead.id
  const changes = changesFor({
    sides,
    leadUnitId,
    supportUnitId: decision.support?.id ?? null,
    leadPositionId:
      sides.find((side) => side.unitId === leadUnitId)?.positionId ?? (await leadPosition(ctx, leadUnitId)),
  })
  const { draftId } = await openDraft(ctx, {
    name: say(ctx.language, 'overlap.draft.name', {
      lead: pick(decision.lead.name, ctx.language),
      work: pick(pair.first.responsibility.name, ctx.language),
    }).slice(0, 200),
    note: noteOf(ctx, pair),
    day: firstOfNextMonth(ctx.today),
    changes,
  })
  await linkDraft(ctx, pairId, draftId)
  await ctx.audit({ action: 'overlap.open-draft', target: `overlap-pair/${pairId}`, after: { draftId, changes } })
  await ctx.announce('overlap')
  return { draftId, changes: changes.length }
}

async function sideOf(ctx: Context, { unit, responsibility }: Pair['first']): Promise<DecidedSide> {
  const responsibilityId = responsibility.id
  return { unitId: unit.id, responsibilityId, positionId: await accountablePosition(ctx, responsibilityId) }
}

function noteOf(ctx: Context, { first, second, decision }: Pair): string {
  const lines = [first, second].map(({ unit, text }) => `${pick(unit.name, ctx.language)}: ${pick(text, ctx.language)}`)
  return [...lines, decision?.note ?? ''].filter(Boolean).join('\n').slice(0, 2000)
}

function firstOfNextMonth(today: Day): Day {
  return addMonths(monthStart(today), 1)
}
