import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Input } from '#core/contract'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'
import type { routes, Subject } from '../contract.ts'

const seen = (ctx: Context) => ctx.visible('subjects.read', { person: 's.owner_id', unit: 's.unit_id' })

function visible(ctx: Context) {
  return ctx.db.selectFrom('subject as s').where('s.tenant_id', '=', ctx.tenantId).where(seen(ctx))
}

function withNames(ctx: Context) {
  return visible(ctx)
    .leftJoin('person as p', (on) => on.onRef('p.tenant_id', '=', 's.tenant_id').onRef('p.id', '=', 's.owner_id'))
    .select(['s.id', 's.type', 's.key', 's.name', 's.owner_id', 's.unit_id', 's.state', 's.attributes', 's.version'])
    .select(['s.created_at', 's.closed_at', nameIn(ctx).as('owner_name')])
    .select(
      sql<LocalText | null>`(select u.name from unit_version u where u.tenant_id = s.tenant_id and u.unit_id = s.unit_id
        order by u.valid_from <= ${ctx.today} desc, u.valid_from desc limit 1)`.as('unit_name'),
    )
}

type Row = Awaited<ReturnType<ReturnType<typeof withNames>['executeTakeFirstOrThrow']>>

type SubjectFilter = Input<typeof routes.listSubjects>

/** A page of the subjects one may see, by how they sound, and how many there are. */
export async function subjectPage(ctx: Context, filter: SubjectFilter): Promise<{ total: number; rows: Subject[] }> {
  const rows = await withNames(ctx)
    .where(fits(filter))
    .orderBy(sql`s.pinyin collate "C"`)
    .orderBy('s.id')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  const { total } = await visible(ctx)
    .where(fits(filter))
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { total, rows: rows.map((row) => toSubject(ctx, row)) }
}

function fits({ text, type, ownerId, unitId, ids, show, isOrphan }: SubjectFilter): RawBuilder<SqlBool> {
  const parts: RawBuilder<SqlBool>[] = [sql`true`]
  if (show !== 'all') parts.push(sql`s.state = ${show}`)
  if (text) parts.push(sql`s.sought like ${like(text)}`)
  if (type) parts.push(sql`s.type = any(${type})`)
  if (ownerId) parts.push(sql`s.owner_id = any(${ownerId}::uuid[])`)
  if (unitId) parts.push(sql`s.unit_id = any(${unitId}::uuid[])`)
  if (ids) parts.push(sql`s.id = any(${ids}::uuid[])`)
  if (isOrphan) parts.push(sql`s.owner_id is null`)
  return sql<SqlBool>`(${sql.join(parts, sql` and `)})`
}

export async function findSubject(ctx: Context, id: string): Promise<Subject | undefined> {
  const row = await withNames(ctx).where('s.id', '=', id).executeTakeFirst()
  return row && toSubject(ctx, row)
}

/** Keeps others from changing it until this transaction ends. */
export async function lockSubjects(ctx: Context, ids: readonly string[]): Promise<void> {
  await ctx.db
    .selectFrom('subject')
    .select('id')
    .where('tenant_id', '=', ctx.tenantId)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...ids]))))
    .orderBy('id')
    .forUpdate()
    .execute()
}

export type NewSubject = {
  id: string
  type: string
  key: string
  name: string
  pinyin: string
  ownerId: string | null
  unitId: string | null
  state?: 'open' | 'closed'
  attributes: Readonly<Record<string, string>>
}

/** Writes subjects in one statement; those whose type and key are there already are left as they are. */
export async function insertSubjects(ctx: Context, subjects: readonly NewSubject[]): Promise<void> {
  if (subjects.length === 0) return
  await sql`
    insert into subject (tenant_id, id, type, key, name, pinyin, owner_id, unit_id, state, closed_at, attributes, created_at)
    select ${ctx.tenantId}, n.id, n.type, n.key, n.name, n.pinyin, n."ownerId", n."unitId", coalesce(n.state, 'open'),
      case when n.state = 'closed' then ${ctx.now}::timestamptz end, n.attributes, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(subjects)}::jsonb) as n(id uuid, type text, key text, name text, pinyin text,
      "ownerId" uuid, "unitId" uuid, state text, attributes jsonb)
    on conflict (tenant_id, type, key) do nothing`.execute(ctx.db)
}

/** What is written of subjects, whoever may see them. */
export async function subjectsById(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NewSubject & { state: 'open' | 'closed' }>> {
  const rows = await ctx.db
    .selectFrom('subject')
    .select(['id', 'type', 'key', 'name', 'pinyin', 'owner_id', 'unit_id', 'state', 'attributes'])
    .where('tenant_id', '=', ctx.tenantId)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...ids]))))
    .execute()
  return new Map(
    rows.map(({ owner_id: ownerId, unit_id: unitId, ...row }) => [
      row.id,
      { ...row, ownerId, unitId, state: row.state as 'open', attributes: row.attributes as NewSubject['attributes'] },
    ]),
  )
}

export type Changed = Omit<NewSubject, 'type' | 'key' | 'state'>

export async function updateSubject(
  ctx: Context,
  { id, name, pinyin, ownerId, unitId, attributes }: Changed,
): Promise<void> {
  await ctx.db
    .updateTable('subject')
    .set({ name, pinyin, owner_id: ownerId, unit_id: unitId, attributes: JSON.stringify(attributes) })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

export async function setState(ctx: Context, id: string, state: 'open' | 'closed'): Promise<void> {
  await ctx.db
    .updateTable('subject')
    .set({ state, closed_at: state === 'closed' ? ctx.now : null })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

export async function setOwner(ctx: Context, ids: readonly string[], ownerId: string, unitId: string): Promise<void> {
  await ctx.db
    .updateTable('subject')
    .set({ owner_id: ownerId, unit_id: unitId })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('tenant_id', '=', ctx.tenantId)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...ids]))))
    .execute()
}

function toSubject(ctx: Context, row: Row): Subject {
  return {
    id: row.id,
    type: row.type,
    key: row.key,
    name: row.name,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    unitId: row.unit_id,
    unitName: row.unit_name,
    state: row.state as Subject['state'],
    attributes: row.attributes as Subject['attributes'],
    createdAt: row.created_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    version: row.version,
    mayKeep: ctx.may('subjects.keep', { personId: row.owner_id, unitId: row.unit_id }),
  }
}

function like(text: string): string {
  const small = text.toLowerCase()
  const bare = /\p{Script=Han}/u.test(small) ? small : small.replaceAll(/\s+/g, '')
  return `%${(bare || small).replaceAll(/[\\%_]/g, '\\$&')}%`
}
