import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { Goal, Orphan } from './contract.ts'

export type GoalContent = {
  name: LocalText
  measure: LocalText
  unitId: string | null
  ownerId: string | null
  parentId: string | null
  from: Day
  until: Day
}
export type GoalRow = GoalContent & { id: string; version: number }

const goalLimit = 1000
const orphanLimit = 500

/** Goals of a day that the asker may see; of what serves them the responsibilities that the asker may see. */
export async function goalsOn(ctx: Context, day: Day): Promise<Omit<Goal, 'isServed' | 'mayEdit'>[]> {
  const seen = ctx.visible('goals.read', { unit: 'g.unit_id', person: 'g.owner_id' })
  const seenToo = ctx.visible('responsibilities.read', { unit: 'r.unit_id' })
  const { rows } = await sql<Omit<Goal, 'isServed' | 'mayEdit'>>`
    select g.id, g.name, g.measure, g.unit_id as "unitId", u.name as "unitName", g.owner_id as "ownerId", n.name as "ownerName",
      g.parent_id as "parentId", g.valid_from as "from", g.valid_until as "until", g.version,
      (select coalesce(jsonb_agg(jsonb_build_object('responsibilityId', r.id, 'code', r.code, 'name', v.name) order by r.code), '[]')
        from goal_responsibility s
        join responsibility r on r.tenant_id = s.tenant_id and r.id = s.responsibility_id
        join responsibility_version v on v.tenant_id = r.tenant_id and v.responsibility_id = r.id and ${validOn('v', day)}
        where s.tenant_id = g.tenant_id and s.goal_id = g.id and ${seenToo}) as responsibilities
    from goal g
    left join unit_version u on u.tenant_id = g.tenant_id and u.unit_id = g.unit_id and ${validOn('u', day)}
    left join person n on n.tenant_id = g.tenant_id and n.id = g.owner_id
    where g.tenant_id = ${ctx.tenantId} and ${validOn('g', day)} and ${seen}
    order by g.valid_from, g.created_at, g.id limit ${goalLimit}`.execute(ctx.db)
  return rows
}

/** Responsibilities in force on a day: how many, how many serve a goal of that day, and those that serve none. */
export async function servingOn(ctx: Context, day: Day): Promise<{ served: number; total: number; orphans: Orphan[] }> {
  const seen = ctx.visible('responsibilities.read', { unit: 'r.unit_id' })
  const { rows } = await sql<Orphan & { serves: boolean; served: number; total: number }>`
    with held as (
      select r.id as "responsibilityId", r.code, v.name, r.unit_id as "unitId", u.name as "unitName",
        exists (select from goal_responsibility s join goal g on g.tenant_id = s.tenant_id and g.id = s.goal_id and ${validOn('g', day)}
          where s.tenant_id = r.tenant_id and s.responsibility_id = r.id) as serves
      from responsibility r
      join responsibility_version v on v.tenant_id = r.tenant_id and v.responsibility_id = r.id and ${validOn('v', day)}
      left join unit_version u on u.tenant_id = r.tenant_id and u.unit_id = r.unit_id and ${validOn('u', day)}
      where r.tenant_id = ${ctx.tenantId} and ${seen}
    )
    select *, count(*) over () as total, count(*) filter (where serves) over () as served
    from held order by serves, code limit ${orphanLimit}`.execute(ctx.db)
  const [first] = rows
  return {
    served: first?.served ?? 0,
    total: first?.total ?? 0,
    orphans: rows
      .filter((row) => !row.serves)
      .map(({ serves: _serves, served: _served, total: _total, ...row }) => row),
  }
}

/** Names of the goals of a day that a responsibility serves itself. */
export async function goalsServedBy(ctx: Context, responsibilityId: string, day: Day): Promise<LocalText[]> {
  const rows = await ctx.db
    .selectFrom('goal_responsibility as s')
    .innerJoin('goal as g', (on) => on.onRef('g.tenant_id', '=', 's.tenant_id').onRef('g.id', '=', 's.goal_id'))
    .select('g.name')
    .where('s.tenant_id', '=', ctx.tenantId)
    .where('s.responsibility_id', '=', responsibilityId)
    .where(validOn('g', day))
    .where(ctx.visible('goals.read', { unit: 'g.unit_id', person: 'g.owner_id' }))
    .orderBy('g.id')
    .limit(50)
    .execute()
  return rows.map((row) => row.name as LocalText)
}

/** A goal that the asker may see, locked. */
export async function findGoal(ctx: Context, id: string): Promise<GoalRow | undefined> {
  const row = await ctx.db
    .selectFrom('goal as g')
    .selectAll()
    .where('g.tenant_id', '=', ctx.tenantId)
    .where('g.id', '=', id)
    .where(ctx.visible('goals.read', { unit: 'g.unit_id', person: 'g.owner_id' }))
    .forUpdate()
    .executeTakeFirst()
  return row && goalOf(row)
}

export async function goalsBelow(ctx: Context, id: string): Promise<GoalRow[]> {
  const rows = await ctx.db
    .selectFrom('goal')
    .selectAll()
    .where('tenant_id', '=', ctx.tenantId)
    .where('parent_id', '=', id)
    .execute()
  return rows.map(goalOf)
}

/** Each goal's parent. Writers of the tree wait for one another, so that two can't close a circle together. */
export async function lockTree(ctx: Context): Promise<Map<string, string | null>> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`goals ${ctx.tenantId}`}, 0))`.execute(ctx.db)
  const rows = await ctx.db
    .selectFrom('goal')
    .select(['id', 'parent_id'])
    .where('tenant_id', '=', ctx.tenantId)
    .execute()
  return new Map(rows.map((row) => [row.id, row.parent_id]))
}

/** True when unit and owner are there for the asker. */
export async function knows(
  ctx: Context,
  { unitId, ownerId }: Pick<GoalContent, 'unitId' | 'ownerId'>,
): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`select
    (${unitId}::uuid is null or exists (select from unit where tenant_id = ${ctx.tenantId} and id = ${unitId}))
    and (${ownerId}::uuid is null or exists (select from person where tenant_id = ${ctx.tenantId} and id = ${ownerId})) as known`.execute(
    ctx.db,
  )
  return rows[0]?.known ?? false
}

export async function insertGoal(ctx: Context, content: GoalContent): Promise<string> {
  const id = ctx.newId()
  await ctx.db
    .insertInto('goal')
    .values({ tenant_id: ctx.tenantId, id, created_at: ctx.now, ...rowOf(content) })
    .execute()
  return id
}

export async function updateGoal(ctx: Context, { id, version, ...content }: GoalRow): Promise<void> {
  await ctx.db
    .updateTable('goal')
    .set({ ...rowOf(content), version })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

export async function deleteGoalRow(ctx: Context, id: string): Promise<void> {
  await ctx.db.deleteFrom('goal').where('tenant_id', '=', ctx.tenantId).where('id', '=', id).execute()
}

/** Of the ids those of responsibilities the asker may see. */
export async function seenResponsibilities(ctx: Context, ids?: readonly string[]): Promise<string[]> {
  let query = ctx.db
    .selectFrom('responsibility as r')
    .select('r.id')
    .where('r.tenant_id', '=', ctx.tenantId)
    .where(ctx.visible('responsibilities.read', { unit: 'r.unit_id' }))
  if (ids) query = query.where((eb) => eb('r.id', '=', eb.fn.any(eb.val([...ids]))))
  return (await query.execute()).map((row) => row.id)
}

export async function servingIds(ctx: Context, goalId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('goal_responsibility')
    .select('responsibility_id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('goal_id', '=', goalId)
    .execute()
  return rows.map((row) => row.responsibility_id)
}

export async function setServing(ctx: Context, goalId: string, added: string[], removed: string[]): Promise<void> {
  if (removed.length > 0)
    await ctx.db
      .deleteFrom('goal_responsibility')
      .where('tenant_id', '=', ctx.tenantId)
      .where('goal_id', '=', goalId)
      .where('responsibility_id', 'in', removed)
      .execute()
  if (added.length > 0)
    await ctx.db
      .insertInto('goal_responsibility')
      .values(
        added.map((id) => ({ tenant_id: ctx.tenantId, goal_id: goalId, responsibility_id: id, created_at: ctx.now })),
      )
      .execute()
}

function rowOf({ name, measure, unitId, ownerId, parentId, from, until }: GoalContent) {
  return {
    name: JSON.stringify(name),
    measure: JSON.stringify(measure),
    unit_id: unitId,
    owner_id: ownerId,
    parent_id: parentId,
    valid_from: from,
    valid_until: until,
  }
}

function goalOf(row: {
  id: string
  version: number
  name: unknown
  measure: unknown
  unit_id: string | null
  owner_id: string | null
  parent_id: string | null
  valid_from: Day
  valid_until: Day
}): GoalRow {
  return {
    id: row.id,
    version: row.version,
    name: row.name as LocalText,
    measure: row.measure as LocalText,
    unitId: row.unit_id,
    ownerId: row.owner_id,
    parentId: row.parent_id,
    from: row.valid_from,
    until: row.valid_until,
  }
}
