import { sql } from 'kysely'
import { sheetFields, type PartSheet } from '#modules/organisation'
import { kindTitles } from './titles.ts'

const { choice, given, integer, localColumns, localFields, localFrom, localShape, localTypes, needed } = sheetFields
const { sheetTitles, text } = sheetFields

export const ofVersion = {
  fields: [
    needed(text('responsibility', ['职责编码', 'Responsibility'])),
    needed(integer('number', ['版本号', 'Version'])),
  ],
  group: ['responsibility', 'number'],
  refers: {
    fields: ['responsibility', 'number'],
    sheet: 'responsibilityVersions',
    columns: ['responsibility', 'number'],
  },
  /** Versions `v` with their responsibility `q`, in the order of a file. */
  from: sql`responsibility_version v join responsibility q on q.tenant_id = v.tenant_id and q.id = v.responsibility_id`,
}

const lists = Object.keys(kindTitles.list)
const elements = sql.join(
  lists.map(
    (list) =>
      sql`select ${sql.lit(list)} as list, t.value, t.ordinality from jsonb_array_elements(v.${sql.id(list)}) with ordinality t`,
  ),
  sql` union all `,
)

const lines: PartSheet = {
  key: 'responsibilityLines',
  titles: sheetTitles(['职责内容', 'Responsibility lines']),
  fields: [
    ...ofVersion.fields,
    needed(choice('list', ['栏目', 'List'], kindTitles.list)),
    needed(integer('place', ['序号', 'Place'])),
    ...localFields('text', ['内容', 'Text']),
  ],
  group: ofVersion.group,
  own: ['list', 'place'],
  refers: [ofVersion.refers],
  shapes: localShape('text'),
  read: (ctx) => sql`
    select q.code as responsibility, v.number, l.list, l.ordinality::int as place, ${localColumns('l.value', 'text')}, null::uuid as id
    from ${ofVersion.from} cross join lateral (${elements}) l
    where v.tenant_id = ${ctx.tenantId} order by q.code, v.number, l.list, l.ordinality`,
  write: (ctx, rows) =>
    sql`
    update responsibility_version v set ${sql.join(lists.map((list) => sql`${sql.id(list)} = coalesce(n.${sql.id(list)}, '[]')`))}
    from (select r.responsibility, r.number, ${sql.join(
      lists.map(
        (list) =>
          sql`jsonb_agg(${localFrom('text')} order by r.place) filter (where r.list = ${sql.lit(list)}) as ${sql.id(list)}`,
      ),
    )}
      from ${given(rows, `responsibility text, number int, list text, place int, ${localTypes('text')}`)} group by 1, 2) n
    join responsibility q on q.tenant_id = ${ctx.tenantId}::uuid and q.code = n.responsibility
    where v.tenant_id = ${ctx.tenantId} and v.responsibility_id = q.id and v.number = n.number`.execute(ctx.db),
}

const knowledge: PartSheet = {
  key: 'responsibilityKnowledge',
  titles: sheetTitles(['职责知识', 'Responsibility knowledge']),
  fields: [
    ...ofVersion.fields,
    needed(integer('place', ['序号', 'Place'])),
    needed(choice('kind', ['类型', 'Kind'], kindTitles.knowledge)),
    ...localFields('title', ['标题', 'Title'], 200),
    ...localFields('body', ['正文', 'Body'], 5000),
    text('link', ['链接', 'Link'], 500),
  ],
  group: ofVersion.group,
  own: ['place'],
  refers: [ofVersion.refers],
  shapes: { ...localShape('title', 200), ...localShape('body', 5000) },
  patterns: { link: /^(https?:\/\/|\/(?!\/))\S+$/ },
  read: (ctx) => sql`
    select q.code as responsibility, v.number, k.ordinality::int as place, coalesce(k.value->>'kind', 'procedure') as kind,
      ${localColumns('k.title', 'title')}, ${localColumns('k.body', 'body')}, k.value->>'link' as link, null::uuid as id
    from ${ofVersion.from} cross join lateral (
      select t.*, t.value->'title' as title, coalesce(t.value->'body', '{}') as body
      from jsonb_array_elements(v.knowledge) with ordinality t) k
    where v.tenant_id = ${ctx.tenantId} order by q.code, v.number, k.ordinality`,
  write: (ctx, rows) =>
    sql`
    update responsibility_version v set knowledge = n.knowledge
    from (select r.responsibility, r.number, jsonb_agg(jsonb_strip_nulls(jsonb_build_object('kind', r.kind,
        'title', ${localFrom('title')}, 'body', nullif(${localFrom('body')}, '{}'), 'link', r.link)) order by r.place) as knowledge
      from ${given(rows, `responsibility text, number int, place int, kind text, ${localTypes('title')}, ${localTypes('body')}, link text`)}
      group by 1, 2) n
    join responsibility q on q.tenant_id = ${ctx.tenantId}::uuid and q.code = n.responsibility
    where v.tenant_id = ${ctx.tenantId} and v.responsibility_id = q.id and v.number = n.number`.execute(ctx.db),
}

export const contentSheets: readonly PartSheet[] = [lines, knowledge]
