import { levelOf } from '#core/performance'
import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import type { routes } from '../contract.ts'
import { isAtLeast } from '../rules/states.ts'
import { askedAsPeer, ownReviews } from '../store/mine.ts'
import { versionsById } from '../store/schemes.ts'

type Mine = (typeof routes)['listMyReviews']

export async function listMyReviews(ctx: Context, { limit }: Input<Mine>): Promise<Output<Mine>> {
  const { personId } = ctx.actor
  if (personId === null) return { rows: [], asked: [], waiting: 0 }
  const [own, asked] = [await ownReviews(ctx, personId, limit), await askedAsPeer(ctx, personId)]
  const known = await versionsById(
    ctx,
    own.map((row) => row.schemeVersionId),
  )
  const rows = own.map(({ schemeVersionId, scoreHundredths: score, isConfirmed, isSelfAsked, ...row }) => {
    const isTold = isAtLeast(row.round.state, 'calibrated')
    const levels = known.get(schemeVersionId)?.content.levels
    const awaitsConfirmation = isTold && row.round.state !== 'frozen' && score !== null && !isConfirmed
    return {
      ...row,
      scoreHundredths: isTold ? score : null,
      level: isTold && score !== null && levels ? levelOf(levels, score).code : null,
      waiting:
        isSelfAsked && row.round.state === 'open'
          ? ('self' as const)
          : awaitsConfirmation
            ? ('confirmation' as const)
            : ('none' as const),
    }
  })
  const open = asked.filter((one) => !one.isDone).length
  return { rows, asked, waiting: rows.filter((row) => row.waiting !== 'none').length + open }
}
