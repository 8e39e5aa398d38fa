import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import type { LibrarySource, Profile, ProfileRow } from '../contract/library.ts'

/**
 * Profiles that a text finds: by their title, by another title people use for the job, or by their description,
 * in this order; words may be unfinished. Without a text all of them by title.
 */
export async function findProfiles(
  ctx: Context,
  ask: { text: string; limit: number; offset: number },
): Promise<{ total: number; items: ProfileRow[] }> {
  const words = ask.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (ask.text && words.length === 0) return { total: 0, items: [] }
  const query = words.map((word) => `${word}:*`).join(' & ')
  const hits =
    words.length === 0
      ? sql`select code, 0::real as rank, null::text as found_as from library_profile`
      : sql`select code, 3 + ts_rank(to_tsvector('english', title), to_tsquery('english', ${query}), 1) as rank, null::text as found_as
          from library_profile where to_tsvector('english', title) @@ to_tsquery('english', ${query})
        union all select code, 2 + ts_rank(to_tsvector('simple', title), to_tsquery('simple', ${query}), 1), title
          from library_title where to_tsvector('simple', title) @@ to_tsquery('simple', ${query})
        union all select code, ts_rank(search, to_tsquery('english', ${query}), 1), null
          from library_profile where search @@ to_tsquery('english', ${query})`
  const { rows } = await sql<ProfileRow & { total: number }>`
    with hit as (${hits}), best as (select distinct on (code) code, rank, found_as from hit order by code, rank desc)
    select p.code, p.source, p.title, p.description, best.found_as as "foundAs", count(*) over () as total,
      (select count(*) from library_task t where t.code = p.code) as "taskCount"
    from best join library_profile p on p.code = best.code
    order by best.rank desc, p.title limit ${ask.limit} offset ${ask.offset}`.execute(ctx.db)
  return { total: rows[0]?.total ?? 0, items: rows }
}

export async function readProfileRow(ctx: Context, code: string): Promise<Profile | undefined> {
  const row = await ctx.db
    .selectFrom('library_profile as p')
    .innerJoin('library_source as s', 's.source', 'p.source')
    .select(['p.code', 'p.title', 'p.description', 's.source', 's.name', 's.attribution'])
    .where('p.code', '=', code)
    .executeTakeFirst()
  if (!row) return undefined
  const [tasks, skills, titles] = await Promise.all([
    ctx.db
      .selectFrom('library_task')
      .select(['task_id as taskId', 'task', 'is_core as isCore'])
      .where('code', '=', code)
      .orderBy('is_core', 'desc')
      .orderBy('task_id')
      .execute(),
    ctx.db
      .selectFrom('library_skill')
      .select('skill')
      .select([sql<number>`importance::float8`.as('importance'), sql<number>`level::float8`.as('level')])
      .where('code', '=', code)
      .orderBy('importance', 'desc')
      .orderBy('skill')
      .execute(),
    ctx.db.selectFrom('library_title').select('title').where('code', '=', code).orderBy('title').limit(60).execute(),
  ])
  return {
    code: row.code,
    title: row.title,
    description: row.description,
    source: { source: row.source, name: row.name, attribution: row.attribution },
    tasks,
    skills,
    titles: titles.map(({ title }) => title),
  }
}

export async function librarySources(ctx: Context): Promise<LibrarySource[]> {
  return ctx.db.selectFrom('library_source').select(['source', 'name', 'attribution']).orderBy('name').execute()
}
