import { sql, type Expression, type SqlBool } from 'kysely'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'
import type { ReviewRow } from '../contract.ts'

export type RowFilter = {
  readonly roundId: string
  readonly permission: 'performance.read' | 'performance.review'
  readonly text?: string | undefined
  readonly level?: string | undefined
  readonly unitIds?: readonly string[] | undefined
  readonly personId?: string | undefined
  readonly waiting?: 'manager' | 'self' | 'peers' | 'confirmation' | 'appeal' | undefined
  readonly limit: number
  readonly offset: number
  /** Reviews of the asker are left out: one does not stand on the list of those one leads. */
  readonly withoutSelf?: boolean
}
export type Row = ReviewRow & {
  readonly total: number
  readonly managerId: string | null
  /** The version that says what the levels are. */
  readonly schemeVersionId: string
}

/** The reviews of a round the asker may see, with who has given what: who waits for others first, then by score. */
export async function reviewRows(ctx: Context, filter: RowFilter): Promise<Row[]> {
  const { permission, limit, offset } = filter
  const { rows } = await sql<Flat>`
    select r.id, r.person_id as "personId", ${nameIn(ctx, 'p')} as "personName", p.number, u.name as "unitName", o.title as "positionTitle",
      r.computed_hundredths as "computedHundredths", ${score} as "scoreHundredths", r.level,
      exists (select from review_change c where c.tenant_id = r.tenant_id and c.review_id = r.id) as "isAdjusted",
      ${stateOf('self')} as self, ${stateOf('manager')} as manager, m.reviewer_id as "managerId", ${lastVersion} as "schemeVersionId",
      ${nameIn(ctx, 'mp')} as "managerName",
      (select jsonb_build_object('asked', count(*)::int, 'done', count(g.submitted_at)::int) from review_part g
        where g.tenant_id = r.tenant_id and g.review_id = r.id and g.part = 'peer') as peers,
      r.confirmed_at as "confirmedAt", coalesce(r.appeal_state, 'none') as appeal, r.version, count(*) over ()::int as total
    from review r
    join review_round d on d.tenant_id = r.tenant_id and d.id = r.round_id
    join person p on p.tenant_id = r.tenant_id and p.id = r.person_id
    left join unit_version u on u.tenant_id = r.tenant_id and u.unit_id = r.unit_id and ${validOn('u', ctx.today)}
    left join position_version o on o.tenant_id = r.tenant_id and o.position_id = r.position_id and ${validOn('o', ctx.today)}
    left join review_part m on m.tenant_id = r.tenant_id and m.review_id = r.id and m.part = 'manager'
    left join person mp on mp.tenant_id = m.tenant_id and mp.id = m.reviewer_id
    where r.tenant_id = ${ctx.tenantId} and r.round_id = ${filter.roundId}
      and ${ctx.visible(permission, { person: 'r.person_id', unit: 'r.unit_id' })} and ${sql.join(conditions(ctx, filter), sql` and `)}
    order by (m.id is not null and m.submitted_at is null) desc, "scoreHundredths" desc nulls last, p.number
    limit ${limit} offset ${offset}`.execute(ctx.db)
  return rows.map(({ personId, personName, number, confirmedAt, ...row }) => ({
    ...row,
    person: { id: personId, name: personName, number },
    confirmedAt: confirmedAt?.toISOString() ?? null,
  }))
}

/** Scores of the reviews the asker may see, for the distribution. */
export async function scoresOf(
  ctx: Context,
  roundId: string,
  unitIds?: readonly string[],
): Promise<{ scoreHundredths: number; schemeVersionId: string }[]> {
  const there = unitIds ? sql`r.unit_id = any(${[...unitIds]}::uuid[])` : sql`true`
  const others = ctx.may('performance.calibrate')
    ? sql`true`
    : sql`r.person_id is distinct from ${ctx.actor.personId}::uuid`
  const { rows } = await sql<{ scoreHundredths: number; schemeVersionId: string }>`
    select ${score} as "scoreHundredths", ${lastVersion} as "schemeVersionId" from review r
    where r.tenant_id = ${ctx.tenantId} and r.round_id = ${roundId} and r.score_hundredths is not null and ${there} and ${others}
      and ${ctx.visible('performance.read', { person: 'r.person_id', unit: 'r.unit_id' })}
    limit 100000`.execute(ctx.db)
  return rows
}

type Flat = Omit<Row, 'person' | 'confirmedAt'> & {
  personId: string
  personName: string
  number: string
  confirmedAt: Date | null
}

/** What counts: the last correction, else the score. */
const score = sql`coalesce((select c.after_hundredths from review_change c where c.tenant_id = r.tenant_id and c.review_id = r.id
  and c.kind = 'correct' order by c.changed_at desc, c.id desc limit 1), r.score_hundredths)`

const lastVersion = sql`r.spans -> -1 ->> 'schemeVersionId'`

function stateOf(part: string) {
  return sql`coalesce((select case when g.submitted_at is null then 'waiting' else 'done' end from review_part g
    where g.tenant_id = r.tenant_id and g.review_id = r.id and g.part = ${part} order by g.submitted_at nulls first limit 1), 'none')`
}

function conditions(ctx: Context, filter: RowFilter): Expression<SqlBool>[] {
  const { text, level, unitIds, personId, waiting } = filter
  const all: Expression<SqlBool>[] = [sql<SqlBool>`true`]
  if (filter.withoutSelf) all.push(sql<SqlBool>`r.person_id is distinct from ${ctx.actor.personId}::uuid`)
  if (level) all.push(sql<SqlBool>`r.level = ${level}`)
  if (unitIds) all.push(sql<SqlBool>`r.unit_id = any(${[...unitIds]}::uuid[])`)
  if (personId) all.push(sql<SqlBool>`r.person_id = ${personId}`)
  if (text) {
    const like = `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
    all.push(
      sql<SqlBool>`(p.name ilike ${like} or p.pinyin ilike ${like} or p.number ilike ${like} or p.latin_name ilike ${like})`,
    )
  }
  if (waiting === 'confirmation') all.push(sql<SqlBool>`r.confirmed_at is null`)
  if (waiting === 'appeal') all.push(sql<SqlBool>`r.appeal_state = 'open'`)
  if (waiting && waiting !== 'confirmation' && waiting !== 'appeal')
    all.push(sql<SqlBool>`exists (select from review_part g where g.tenant_id = r.tenant_id and g.review_id = r.id
      and g.part = ${waiting === 'peers' ? 'peer' : waiting} and g.submitted_at is null)`)
  return all
}
