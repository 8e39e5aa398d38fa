import { sql, type Updateable } from 'kysely'
import type { Day } from '#core/calendar'
import type { Context } from '#kernel/context'
import type { Database } from '#kernel/database'
import { changedMeanwhile, notFound } from '#kernel/problems'
import type { DraftRow, DraftState } from '../contract.ts'

export type Draft = Omit<DraftRow, 'changeCount'> & { readonly createdBy: string | null }

export async function draftsOf(
  ctx: Context,
  filter: { state?: DraftState | undefined; text?: string | undefined; limit: number; offset: number },
): Promise<{ total: number; rows: DraftRow[] }> {
  let base = ctx.db
    .selectFrom('draft as d')
    .where('d.tenant_id', '=', ctx.tenantId)
    .where(ctx.visible('reorganisation.read', { unit: 'd.unit_id' }))
  if (filter.state) base = base.where('d.state', '=', filter.state)
  if (filter.text) base = base.where('d.name', 'ilike', `%${filter.text.replaceAll(/[\\%_]/g, '\\$&')}%`)
  const rows = await base
    .select(columns)
    .select((eb) =>
      eb
        .selectFrom('draft_change as c')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('c.tenant_id', '=', 'd.tenant_id')
        .whereRef('c.draft_id', '=', 'd.id')
        .as('changeCount'),
    )
    // what still has to be done comes first
    .orderBy((eb) => eb('d.state', 'in', ['applied', 'undone', 'discarded']))
    .orderBy('d.changed_at', 'desc')
    .orderBy('d.id')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  const { total } = await base.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return {
    total,
    rows: rows.map((row) => {
      const { createdBy: _author, ...draft } = draftOf(row)
      return { ...draft, changeCount: row.changeCount ?? 0 }
    }),
  }
}

/** The draft as far as the asker may see it; else it is not there. */
export async function findDraft(ctx: Context, id: string): Promise<Draft> {
  const row = await ctx.db
    .selectFrom('draft as d')
    .select(columns)
    .where('d.tenant_id', '=', ctx.tenantId)
    .where('d.id', '=', id)
    .where(ctx.visible('reorganisation.read', { unit: 'd.unit_id' }))
    .executeTakeFirst()
  if (!row) throw notFound({ what: 'draft' })
  return draftOf(row)
}

/** The same for writing: others wait, and whoever read another version is refused. */
export async function lockDraft(ctx: Context, id: string, version: number): Promise<Draft> {
  await findDraft(ctx, id)
  await sql`select from draft where tenant_id = ${ctx.tenantId} and id = ${id} for update`.execute(ctx.db)
  const draft = await findDraft(ctx, id)
  if (draft.version !== version) throw changedMeanwhile({ yours: version, current: draft.version })
  return draft
}

/** Drafts whose day has come, the oldest first. */
export async function dueDrafts(ctx: Context): Promise<Draft[]> {
  const rows = await ctx.db
    .selectFrom('draft as d')
    .select(columns)
    .where('d.tenant_id', '=', ctx.tenantId)
    .where('d.state', '=', 'approved')
    .where('d.day', '<=', ctx.today)
    .orderBy('d.day')
    .orderBy('d.id')
    .forUpdate()
    .execute()
  return rows.map(draftOf)
}

export async function insertDraft(
  ctx: Context,
  { name, note, day, unitId }: { name: string; note: string; day: Day; unitId: string | null },
): Promise<string> {
  const id = ctx.newId()
  await ctx.db
    .insertInto('draft')
    .values({
      tenant_id: ctx.tenantId,
      id,
      name,
      note,
      day,
      unit_id: unitId,
      created_by: ctx.actor.accountId,
      created_by_name: ctx.actor.name,
      created_at: ctx.now,
      changed_at: ctx.now,
    })
    .execute()
  return id
}

/** Changes a locked draft; everybody who has read it before must read it again. */
export async function updateDraft(
  ctx: Context,
  draft: Draft,
  change: Pick<Updateable<Database['draft']>, 'name' | 'note' | 'day' | 'state' | 'held_back'>,
): Promise<{ id: string; version: number }> {
  const version = draft.version + 1
  await ctx.db
    .updateTable('draft')
    .set({ ...change, version, changed_at: ctx.now })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', draft.id)
    .execute()
  return { id: draft.id, version }
}

const columns = [
  'd.id',
  'd.name',
  'd.note',
  'd.unit_id',
  'd.day',
  'd.state',
  'd.version',
  'd.held_back',
  'd.created_by',
  'd.created_by_name',
  'd.created_at',
  'd.changed_at',
] as const

type Row = {
  id: string
  name: string
  note: string
  unit_id: string | null
  day: string
  state: string
  version: number
  held_back: unknown
  created_by: string | null
  created_by_name: string
  created_at: Date
  changed_at: Date
}

function draftOf(row: Row): Draft {
  return {
    id: row.id,
    name: row.name,
    note: row.note,
    unitId: row.unit_id,
    day: row.day,
    state: row.state as DraftState,
    version: row.version,
    heldBack: row.held_back as string[] | null,
    createdBy: row.created_by,
    createdByName: row.created_by_name,
    createdAt: row.created_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
  }
}
