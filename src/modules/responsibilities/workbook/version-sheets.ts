import { sql } from 'kysely'
import * as z from 'zod'
import type { Context } from '#kernel/context'
import { sheetFields, soundOf, type PartSheet } from '#modules/organisation'
import { never } from '../store/readable.ts'
import { kindTitles } from './titles.ts'

const { choice, day, given, integer, json, localColumns, localFields, localFrom, localShape, localTypes, needed } =
  sheetFields
const { sheetTitles, text } = sheetFields

const code = /^[\p{L}\p{N}._-]{1,100}$/u

const responsibilities: PartSheet = {
  key: 'responsibilities',
  titles: sheetTitles(['职责', 'Responsibilities']),
  fields: [
    needed(text('code', ['职责编码', 'Code'])),
    text('unit', ['组织单元编码', 'Unit']),
    needed(choice('kind', ['工作类型', 'Kind of work'], kindTitles.work)),
  ],
  group: ['code'],
  own: [],
  refers: [{ fields: ['unit'], sheet: 'units', columns: ['code'] }],
  patterns: { code },
  read: (ctx) => sql`
    select r.code, u.code as unit, r.kind, r.id
    from responsibility r left join unit u on u.tenant_id = r.tenant_id and u.id = r.unit_id
    where r.tenant_id = ${ctx.tenantId} order by r.code`,
  write: (ctx, rows) =>
    sql`
    insert into responsibility (tenant_id, id, code, unit_id, kind, created_at)
    select ${ctx.tenantId}::uuid, r.id, r.code, u.id, r.kind, ${ctx.now}::timestamptz
    from ${given(rows, 'id uuid, code text, unit text, kind text')}
    left join unit u on u.tenant_id = ${ctx.tenantId}::uuid and u.code = r.unit
    on conflict (tenant_id, code) do update set unit_id = excluded.unit_id, kind = excluded.kind`.execute(ctx.db),
}

const versions: PartSheet = {
  key: 'responsibilityVersions',
  titles: sheetTitles(['职责版本', 'Responsibility versions']),
  fields: [
    needed(text('responsibility', ['职责编码', 'Responsibility'])),
    needed(integer('number', ['版本号', 'Version'])),
    ...localFields('name', ['名称', 'Name'], 100),
    ...localFields('purpose', ['职责目的', 'Purpose'], 2000),
    json('rights', ['所需权限', 'Rights']),
    text('changeNote', ['变更说明', 'Change note'], 1000),
    text('attribution', ['来源说明', 'Attribution'], 2000),
    day('from', ['生效日期', 'From']),
    day('until', ['失效日期', 'Until']),
  ],
  group: ['responsibility'],
  own: ['number'],
  refers: [{ fields: ['responsibility'], sheet: 'responsibilities', columns: ['code'] }],
  shapes: { ...localShape('name', 100), ...localShape('purpose', 2000), rights: z.array(z.string().max(100)).max(100) },
  patterns: { number: /^[1-9]\d{0,5}$/ },
  keeps: true,
  read: (ctx) => sql`
    select r.code as responsibility, v.number, ${localColumns('v.name', 'name')}, ${localColumns('v.purpose', 'purpose')},
      nullif(v.rights::text, '[]') as rights, v.change_note as "changeNote", v.attribution,
      nullif(v.valid_from, ${never}::date) as "from", v.valid_until as until, v.id
    from responsibility_version v join responsibility r on r.tenant_id = v.tenant_id and r.id = v.responsibility_id
    where v.tenant_id = ${ctx.tenantId} order by r.code, v.number`,
  async write(ctx, rows) {
    await putAside(
      ctx,
      rows.flatMap((row) => row.id ?? []),
    )
    const sounded = rows.map((row) => ({ ...row, pinyin: soundOf(String(row['nameZh'] ?? '')) }))
    await sql`
      insert into responsibility_version (tenant_id, id, responsibility_id, number, name, purpose, rights, change_note,
        attribution, pinyin, valid_from, valid_until, created_at, created_by)
      select ${ctx.tenantId}::uuid, r.id, q.id, r.number, ${localFrom('name')}, ${localFrom('purpose')},
        coalesce(r.rights::jsonb, '[]'), coalesce(r."changeNote", ''), coalesce(r.attribution, ''), r.pinyin,
        coalesce(r."from", ${never}::date), r.until, ${ctx.now}::timestamptz, ${ctx.actor.accountId}::uuid
      from ${given(
        sounded,
        `id uuid, responsibility text, number int, ${localTypes('name')}, ${localTypes('purpose')}, rights text,
        "changeNote" text, attribution text, pinyin text, "from" date, until date`,
      )}
      join responsibility q on q.tenant_id = ${ctx.tenantId}::uuid and q.code = r.responsibility
      on conflict (tenant_id, responsibility_id, number) do update set name = excluded.name, purpose = excluded.purpose,
        rights = excluded.rights, change_note = excluded.change_note, attribution = excluded.attribution,
        pinyin = excluded.pinyin, valid_from = excluded.valid_from, valid_until = excluded.valid_until`.execute(ctx.db)
  },
}

/** Versions of one responsibility never share a day, also not while they are written one after another. */
async function putAside(ctx: Context, ids: readonly string[]): Promise<void> {
  await sql`update responsibility_version set valid_from = date '9000-01-01' + number, valid_until = date '9000-01-02' + number
    where tenant_id = ${ctx.tenantId} and id = any(${[...ids]}::uuid[])`.execute(ctx.db)
}

export const versionSheets: readonly PartSheet[] = [responsibilities, versions]
