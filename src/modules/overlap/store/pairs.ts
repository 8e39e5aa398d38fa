import { sql, type SqlBool } from 'kysely'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { Pair, Side } from '../contract.ts'
import { bandOf, stateOf, type Limits } from '../rules.ts'

/** Pairs with both statements and the decision. One sees a pair when one sees either unit. */
export function pairRows(ctx: Context) {
  return ctx.db
    .selectFrom('overlap_pair as p')
    .innerJoin('overlap_statement as a', (on) =>
      on.onRef('a.tenant_id', '=', 'p.tenant_id').onRef('a.id', '=', 'p.first_id'),
    )
    .innerJoin('overlap_statement as b', (on) =>
      on.onRef('b.tenant_id', '=', 'p.tenant_id').onRef('b.id', '=', 'p.second_id'),
    )
    .leftJoin('overlap_decision as d', (on) =>
      on.onRef('d.tenant_id', '=', 'p.tenant_id').onRef('d.pair_id', '=', 'p.id'),
    )
    .where('p.tenant_id', '=', ctx.tenantId)
    .where(
      sql<SqlBool>`(${ctx.visible('overlap.read', { unit: 'a.unit_id' })} or ${ctx.visible('overlap.read', { unit: 'b.unit_id' })})`,
    )
}

/** What a pair counts as today, in SQL; `stateOf` says the same. */
export function stateSql(ctx: Context) {
  return sql<Pair['state']>`case when d.pair_id is null or d.until <= ${ctx.today} then 'open' else d.verdict end`
}

/** What a page shows of pairs, by their ids; in the order of the ids. */
export async function shownPairs(ctx: Context, pairIds: readonly string[], limits: Limits): Promise<Pair[]> {
  const rows = await pairRows(ctx)
    .select(['p.id', 'p.score_permille', 'p.indicators', 'd.verdict', 'd.reason', 'd.until', 'd.note', 'd.decided_at'])
    .select(['d.version', 'd.draft_id', 'd.lead_unit_id', 'd.support_unit_id'])
    .select([side(ctx, 'a').as('first'), side(ctx, 'b').as('second')])
    .select([unitName(ctx, 'd.lead_unit_id').as('lead_name'), unitName(ctx, 'd.support_unit_id').as('support_name')])
    .select(
      sql<string | null>`(select c.name from account c where c.tenant_id = d.tenant_id and c.id = d.decided_by)`.as(
        'decided_by',
      ),
    )
    .where(sql<SqlBool>`p.id = any(${[...pairIds]}::uuid[])`)
    .execute()
  const pairs = new Map(
    rows.map((row) => {
      const verdict = row.verdict as 'same' | 'different' | null
      const decision = verdict && {
        verdict,
        reason: row.reason ?? '',
        lead: row.lead_unit_id ? { id: row.lead_unit_id, name: row.lead_name ?? {} } : null,
        support: row.support_unit_id ? { id: row.support_unit_id, name: row.support_name ?? {} } : null,
        until: row.until,
        note: row.note ?? '',
        decidedAt: row.decided_at?.toISOString() ?? '',
        decidedBy: row.decided_by,
        draftId: row.draft_id,
        version: row.version ?? 0,
      }
      const pair: Pair = {
        id: row.id,
        scorePermille: row.score_permille,
        band: bandOf(row.score_permille, limits),
        state: stateOf(decision, ctx.today),
        first: row.first,
        second: row.second,
        indicators: row.indicators as LocalText[],
        decision,
      }
      return [row.id, pair]
    }),
  )
  return pairIds.flatMap((id) => pairs.get(id) ?? [])
}

function side(ctx: Context, alias: 'a' | 'b') {
  const s = (column: string) => sql.ref(`${alias}.${column}`)
  const day = ctx.today
  return sql<Side>`jsonb_build_object('statementId', ${s('id')}, 'part', ${s('part')}, 'text', ${s('text')},
    'responsibility', jsonb_build_object('id', ${s('responsibility_id')}, 'name', (
      select v.name from responsibility_version v where v.tenant_id = ${s('tenant_id')} and v.responsibility_id = ${s('responsibility_id')}
        and v.valid_from < 'infinity' order by v.valid_from <= ${day} desc, v.valid_from desc limit 1)),
    'unit', jsonb_build_object('id', ${s('unit_id')}, 'name', ${unitName(ctx, `${alias}.unit_id`)}),
    'owner', (select coalesce(q.title, u.name, jsonb_build_object('zh-CN', n.name, 'en', coalesce(n.latin_name, n.name)))
      from holding h
      left join position_version q on q.tenant_id = h.tenant_id and q.position_id = h.position_id and ${validOn('q', day)}
      left join unit_version u on u.tenant_id = h.tenant_id and u.unit_id = h.unit_id and ${validOn('u', day)}
      left join person n on n.tenant_id = h.tenant_id and n.id = h.person_id
      where h.tenant_id = ${s('tenant_id')} and h.responsibility_id = ${s('responsibility_id')} and h.raci = 'accountable'
        and ${validOn('h', day)} order by h.for_unit_id nulls first limit 1))`
}

/** The name of a unit today, else the latest it had. */
export function unitName(ctx: Context, column: string) {
  return sql<LocalText | null>`(select x.name from unit_version x where x.tenant_id = ${ctx.tenantId} and x.unit_id = ${sql.ref(column)}
    order by x.valid_from <= ${ctx.today} desc, x.valid_from desc limit 1)`
}
