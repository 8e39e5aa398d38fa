import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'
import type { ReviewDetail } from '../contract.ts'

type RoundBrief = ReviewDetail['round']
export type OwnReview = {
  readonly id: string
  readonly round: RoundBrief
  readonly scoreHundredths: number | null
  readonly schemeVersionId: string
  readonly isConfirmed: boolean
  readonly isSelfAsked: boolean
}

export const roundBrief: RawBuilder<RoundBrief> = sql<RoundBrief>`jsonb_build_object('id', o.id, 'name', o.name, 'period', o.period,
  'from', o.valid_from, 'until', o.valid_until, 'state', o.state, 'dueOn', o.due_on)`

/** A person's own reviews, the newest first. */
export async function ownReviews(ctx: Context, personId: string, limit: number): Promise<OwnReview[]> {
  const { rows } = await sql<OwnReview>`
    select r.id, ${roundBrief} as round, r.spans -> -1 ->> 'schemeVersionId' as "schemeVersionId", r.confirmed_at is not null as "isConfirmed",
      coalesce((select c.after_hundredths from review_change c where c.tenant_id = r.tenant_id and c.review_id = r.id
        and c.kind = 'correct' order by c.changed_at desc, c.id desc limit 1), r.score_hundredths) as "scoreHundredths",
      exists (select from review_part g where g.tenant_id = r.tenant_id and g.review_id = r.id and g.part = 'self' and g.submitted_at is null) as "isSelfAsked"
    from review r join review_round o on o.tenant_id = r.tenant_id and o.id = r.round_id
    where r.tenant_id = ${ctx.tenantId} and r.person_id = ${personId}
    order by o.valid_from desc, o.period limit ${limit}`.execute(ctx.db)
  return rows
}

type AskedPeer = { id: string; round: RoundBrief; personName: string; isDone: boolean }

/** Reviews of others that a person is asked for as a peer, in rounds that are open. */
export async function askedAsPeer(ctx: Context, personId: string): Promise<AskedPeer[]> {
  const { rows } = await sql<AskedPeer>`
    select r.id, ${roundBrief} as round, ${nameIn(ctx, 'p')} as "personName", g.submitted_at is not null as "isDone"
    from review_part g
    join review r on r.tenant_id = g.tenant_id and r.id = g.review_id
    join review_round o on o.tenant_id = r.tenant_id and o.id = r.round_id and o.state = 'open'
    join person p on p.tenant_id = r.tenant_id and p.id = r.person_id
    where g.tenant_id = ${ctx.tenantId} and g.part = 'peer' and g.reviewer_id = ${personId}
    order by g.submitted_at is not null, o.due_on, p.number limit 100`.execute(ctx.db)
  return rows
}

/** Rounds in which the asker reviews somebody: those not frozen, and the last frozen ones. */
export async function teamRounds(ctx: Context): Promise<RoundBrief[]> {
  const seen = ctx.visible('performance.review', { person: 'r.person_id', unit: 'r.unit_id' })
  const { rows } = await sql<{ round: RoundBrief }>`
    select ${roundBrief} as round from review_round o
    where o.tenant_id = ${ctx.tenantId} and exists (select from review r where r.tenant_id = o.tenant_id and r.round_id = o.id
      and r.person_id is distinct from ${ctx.actor.personId}::uuid and ${seen})
    order by o.state = 'frozen', o.valid_from desc limit 24`.execute(ctx.db)
  return rows.map((row) => row.round)
}
