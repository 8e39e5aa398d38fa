import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import type { routes } from '../contract.ts'
import { teamRounds } from '../store/mine.ts'
import { shownRows } from './rounds.ts'

type Team = (typeof routes)['listTeamReviews']

/** The people one leads in a round: those one reviews oneself first. Without a round, the one that is still open. */
export async function listTeamReviews(ctx: Context, { roundId, limit, offset }: Input<Team>): Promise<Output<Team>> {
  const rounds = await teamRounds(ctx)
  const chosen = rounds.find((round) => round.id === roundId) ?? rounds[0]
  if (!chosen) return { rounds: [], roundId: null, rows: [], total: 0, waiting: 0 }
  const { rows, total } = await shownRows(ctx, {
    roundId: chosen.id,
    permission: 'performance.review',
    withoutSelf: true,
    limit,
    offset,
  })
  const shown = rows.map(({ managerId, ...row }) => ({
    ...row,
    isMine: managerId !== null && managerId === ctx.actor.personId,
  }))
  const waiting = shown.filter((row) => row.isMine && row.manager === 'waiting').length
  return {
    rounds,
    roundId: chosen.id,
    rows: shown.toSorted((a, b) => Number(b.isMine) - Number(a.isMine)),
    total,
    waiting,
  }
}
