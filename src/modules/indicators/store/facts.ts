import { sql } from 'kysely'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import type { Fact } from '../contract.ts'

/** Facts with the names a list shows. Who reads adds the filter of what may be seen. */
export function factRows(ctx: Context) {
  return ctx.db
    .selectFrom('fact as f')
    .leftJoin('person as pe', (on) => on.onRef('pe.tenant_id', '=', 'f.tenant_id').onRef('pe.id', '=', 'f.person_id'))
    .leftJoin('subject as su', (on) => on.onRef('su.tenant_id', '=', 'f.tenant_id').onRef('su.id', '=', 'f.subject_id'))
    .select(['f.id', 'f.kind', 'f.happened_at', 'f.day', 'f.person_id', 'pe.name as person_name', 'f.unit_id'])
    .select(['f.responsibility_id', 'f.dimensions', 'f.measures', 'f.source', 'f.source_key', 'f.recorded_at'])
    .select(['f.reverses_id', 'f.note', 'f.subject_id', 'su.name as subject_name'])
    .select(
      sql<LocalText | null>`(select u.name from unit_version u where u.tenant_id = f.tenant_id and u.unit_id = f.unit_id
        order by u.valid_from <= f.day desc, u.valid_from desc limit 1)`.as('unit_name'),
    )
    .select(
      sql<LocalText | null>`(select v.name from responsibility_version v where v.tenant_id = f.tenant_id
        and v.responsibility_id = f.responsibility_id order by v.valid_from <= f.day desc, v.valid_from desc limit 1)`.as(
        'responsibility_name',
      ),
    )
    .select(
      sql<string | null>`(select r.id from fact r where r.tenant_id = f.tenant_id and r.reverses_id = f.id)`.as(
        'reversed_by_id',
      ),
    )
    .where('f.tenant_id', '=', ctx.tenantId)
}

export type FactRow = Awaited<ReturnType<ReturnType<typeof factRows>['executeTakeFirstOrThrow']>>

/** Rows as facts, with the work behind those that came from tasks. */
export async function toFacts(ctx: Context, rows: readonly FactRow[]): Promise<Fact[]> {
  const work = await workBehind(ctx, rows.flatMap(entryOf))
  return rows.map((row): Fact => {
    const behind = work.get(entryOf(row)[0] ?? '')
    return {
      id: row.id,
      kind: row.kind,
      happenedAt: row.happened_at.toISOString(),
      day: row.day,
      personId: row.person_id,
      personName: row.person_name,
      unitId: row.unit_id,
      unitName: row.unit_name,
      responsibilityId: row.responsibility_id,
      responsibilityName: row.responsibility_name,
      subjectId: row.subject_id,
      subjectName: row.subject_name,
      dimensions: row.dimensions as Fact['dimensions'],
      measures: row.measures as Fact['measures'],
      source: row.source,
      sourceKey: row.source_key,
      recordedAt: row.recorded_at.toISOString(),
      reversesId: row.reverses_id,
      reversedById: row.reversed_by_id,
      note: row.note,
      taskId: behind?.taskId ?? null,
      photos: behind?.photos ?? [],
    }
  })
}

type Work = { entryId: string; taskId: string; photos: Fact['photos'] }

/** The tasks of entries the reader may see, with their pictures. */
async function workBehind(ctx: Context, entryIds: readonly string[]): Promise<Map<string, Work>> {
  if (entryIds.length === 0 || !ctx.may('tasks.read')) return new Map()
  const rows = await ctx.db
    .selectFrom('task_entry as e')
    .innerJoin('task as t', (on) => on.onRef('t.tenant_id', '=', 'e.tenant_id').onRef('t.id', '=', 'e.task_id'))
    .select(['e.id as entryId', 't.id as taskId'])
    .select(
      sql<
        Fact['photos']
      >`coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'name', l.name, 'mediaType', l.media_type)
        order by l.uploaded_at) from file l where l.tenant_id = e.tenant_id and l.owner_type = 'tasks.entry' and l.owner_id = e.id
        and l.media_type like 'image/%'), '[]')`.as('photos'),
    )
    .where('e.tenant_id', '=', ctx.tenantId)
    .where(sql<boolean>`e.id = any(${[...entryIds]}::uuid[])`)
    .where(ctx.visible('tasks.read', { person: 't.person_id', unit: 't.unit_id' }))
    .execute()
  return new Map(rows.map((row) => [row.entryId, row]))
}

/** The hand-in a fact of `tasks` tells of, also when it takes one back. */
function entryOf(row: { source: string; source_key: string }): string[] {
  return row.source === 'tasks' ? [row.source_key.slice(0, 36)] : []
}
