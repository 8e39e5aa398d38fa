import type { Context } from '#kernel/context'
import { tellPeople } from '#modules/base'
import { waitingIn } from '../store/parts.ts'
import { reviewsOfRound } from '../store/reviews.ts'
import { mayChase, roundById, roundsIn } from '../store/rounds.ts'
import { recompute } from './recompute.ts'

/** Scores follow the facts until they are confirmed; one round each time keeps transactions short. */
export async function keepScores(ctx: Context): Promise<void> {
  for (const { id } of await roundsIn(ctx, ['open', 'scored', 'calibrated']))
    await ctx.enqueue('performance.keepRound', { roundId: id }, { onceKey: id })
}

export async function keepRound(ctx: Context, { roundId }: { roundId: string }): Promise<void> {
  const round = await roundById(ctx, roundId, true)
  if (!round || round.state === 'confirmed' || round.state === 'frozen') return
  const changed = await recompute(ctx, round, await reviewsOfRound(ctx, roundId, true))
  if (changed > 0) await ctx.announce('performance')
}

/** Reminds who has still to review, from a day before it is due on, once a day. */
export async function chase(ctx: Context): Promise<void> {
  for (const round of await roundsIn(ctx, ['open'])) {
    if (new Date(round.dueOn).getTime() - new Date(ctx.today).getTime() > 86_400_000) continue
    if (!(await mayChase(ctx, round.id))) continue
    const waiting = await waitingIn(ctx, round.id)
    const facts = { round: round.name, due: round.dueOn }
    const of = (part: string) => waiting.filter((one) => one.part === part).map((one) => one.reviewerId)
    await tellPeople(ctx, of('manager'), { kind: 'performance.chase-team', facts, link: '/team-reviews' })
    await tellPeople(ctx, [...new Set([...of('self'), ...of('peer')])], {
      kind: 'performance.chase-own',
      facts,
      link: '/my-reviews',
    })
  }
}
