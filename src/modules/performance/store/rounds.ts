import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { Period, Round, RoundState } from '../contract.ts'

const seen = (ctx: Context) => ctx.visible('performance.read', { person: 'r.person_id', unit: 'r.unit_id' })

/** Rounds with some review the asker may see, and all to who may open them; the newest first. */
export async function roundRows(
  ctx: Context,
  { id, limit = 1, offset = 0 }: { id?: string; limit?: number; offset?: number },
): Promise<(Round & { total: number })[]> {
  const only = id ? sql`and o.id = ${id}` : sql``
  const all = ctx.may('performance.set-up') ? sql`true` : sql`c.reviews > 0`
  const { rows } = await sql<Round & { total: number }>`
    select o.id, o.name, o.period, o.valid_from as "from", o.valid_until as "until", o.unit_id as "unitId", u.name as "unitName",
      o.due_on as "dueOn", o.state, o.version, o.computed_at as "computedAt", o.frozen_at as "frozenAt",
      count(*) over ()::int as total,
      jsonb_build_object('reviews', c.reviews, 'reviewed', c.reviewed, 'confirmed', c.confirmed, 'appeals', c.appeals) as counts
    from review_round o
    left join unit_version u on u.tenant_id = o.tenant_id and u.unit_id = o.unit_id and ${validOn('u', ctx.today)}
    join lateral (
      select count(*)::int as reviews, count(r.confirmed_at)::int as confirmed,
        (count(*) filter (where r.appeal_state = 'open'))::int as appeals,
        (count(*) filter (where not exists (select from review_part g where g.tenant_id = r.tenant_id and g.review_id = r.id
          and g.part = 'manager' and g.submitted_at is null)))::int as reviewed
      from review r where r.tenant_id = o.tenant_id and r.round_id = o.id and ${seen(ctx)}) c on true
    where o.tenant_id = ${ctx.tenantId} and ${all} ${only}
    order by o.valid_from desc, o.created_at desc limit ${limit} offset ${offset}`.execute(ctx.db)
  return rows.map((row) => ({ ...row, computedAt: instant(row.computedAt), frozenAt: instant(row.frozenAt) }))
}

export type RoundRow = {
  readonly id: string
  readonly name: LocalText
  readonly period: Period
  readonly from: Day
  readonly until: Day
  readonly unitId: string | null
  readonly dueOn: Day
  readonly state: RoundState
  readonly version: number
}

/** The round itself, locked for who is about to change it. */
export async function roundById(ctx: Context, id: string, lock = false): Promise<RoundRow | undefined> {
  const { rows } = await sql<RoundRow>`
    select id, name, period, valid_from as "from", valid_until as "until", unit_id as "unitId", due_on as "dueOn", state, version
    from review_round where tenant_id = ${ctx.tenantId} and id = ${id} ${lock ? sql`for update` : sql``}`.execute(
    ctx.db,
  )
  return rows[0]
}

export async function insertRound(ctx: Context, one: Omit<RoundRow, 'state' | 'version'>): Promise<void> {
  await ctx.db
    .insertInto('review_round')
    .values({
      tenant_id: ctx.tenantId,
      id: one.id,
      name: JSON.stringify(one.name),
      period: one.period,
      valid_from: one.from,
      valid_until: one.until,
      unit_id: one.unitId,
      due_on: one.dueOn,
      created_at: ctx.now,
    })
    .execute()
}

export async function setRoundState(ctx: Context, { id, version }: RoundRow, state: RoundState): Promise<void> {
  const frozen = state === 'frozen' ? { frozen_at: ctx.now, frozen_by: ctx.actor.accountId } : {}
  await ctx.db
    .updateTable('review_round')
    .set({ state, version: version + 1, ...frozen })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

export async function noteComputed(ctx: Context, id: string): Promise<void> {
  await ctx.db
    .updateTable('review_round')
    .set({ computed_at: ctx.now })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

/** Rounds in these states, for jobs. */
export async function roundsIn(ctx: Context, states: readonly RoundState[]): Promise<RoundRow[]> {
  const { rows } = await sql<RoundRow>`
    select id, name, period, valid_from as "from", valid_until as "until", unit_id as "unitId", due_on as "dueOn", state, version
    from review_round where tenant_id = ${ctx.tenantId} and state = any(${[...states]}) order by valid_from`.execute(
    ctx.db,
  )
  return rows
}

/** True for one caller a day: who is late is reminded once. */
export async function mayChase(ctx: Context, id: string): Promise<boolean> {
  const { rows } = await sql`update review_round set chased_on = ${ctx.today}
    where tenant_id = ${ctx.tenantId} and id = ${id} and (chased_on is null or chased_on < ${ctx.today}) returning id`.execute(
    ctx.db,
  )
  return rows.length > 0
}

function instant(value: unknown): string | null {
  return value instanceof Date ? value.toISOString() : (value as string | null)
}
