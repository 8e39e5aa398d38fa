import { sql } from 'kysely'
import { overlap, type Period } from '#core/calendar'
import { sheetFields, type PartRow, type PartRows, type PartSheet, type WorkbookPart } from '#modules/organisation'
import { Requirements } from './shapes.ts'

const { clearing, day, given, integer, json, localColumns, localFields, localFrom, localShape, localTypes, needed } =
  sheetFields
const { sheetTitles, text } = sheetFields

const profiles: PartSheet = {
  key: 'jobProfiles',
  titles: sheetTitles(['职务模板', 'Job profiles']),
  fields: [needed(text('code', ['职务模板编码', 'Code'], 100))],
  group: ['code'],
  own: [],
  refers: [],
  read: (ctx) => sql`select code, id from job_profile where tenant_id = ${ctx.tenantId} order by code`,
  write: (ctx, rows) =>
    sql`
    insert into job_profile (tenant_id, id, code, created_at)
    select ${ctx.tenantId}::uuid, r.id, r.code, ${ctx.now}::timestamptz from ${given(rows, 'id uuid, code text')}
    on conflict (tenant_id, code) do nothing`.execute(ctx.db),
}

const versions: PartSheet = {
  key: 'jobProfileVersions',
  titles: sheetTitles(['职务模板版本', 'Job profile versions']),
  fields: [
    needed(text('profile', ['职务模板编码', 'Job profile'], 100)),
    needed(integer('number', ['版本号', 'Version'])),
    ...localFields('name', ['名称', 'Name'], 200),
    ...localFields('summary', ['概述', 'Summary'], 2000),
    text('family', ['职位序列编码', 'Job family']),
    text('grade', ['职级编码', 'Grade']),
    json('requirements', ['任职要求', 'Requirements']),
    text('attribution', ['来源说明', 'Attribution'], 2000),
    text('changeNote', ['变更说明', 'Change note'], 1000),
    needed(day('from', ['生效日期', 'From'])),
    day('until', ['失效日期', 'Until']),
  ],
  group: ['profile'],
  own: ['number'],
  refers: [
    { fields: ['profile'], sheet: 'jobProfiles', columns: ['code'] },
    { fields: ['family'], sheet: 'families', columns: ['code'] },
    { fields: ['grade'], sheet: 'grades', columns: ['code'] },
  ],
  shapes: { ...localShape('name', 200), ...localShape('summary', 2000), requirements: Requirements },
  patterns: { number: /^[1-9]\d{0,5}$/ },
  read: (ctx) => sql`
    select o.code as profile, v.number, ${localColumns('v.name', 'name')}, ${localColumns('v.summary', 'summary')},
      f.code as family, g.code as grade, nullif(v.requirements::text, '[]') as requirements, v.attribution,
      v.change_note as "changeNote", v.valid_from as "from", v.valid_until as until, v.id
    from job_profile_version v join job_profile o on o.tenant_id = v.tenant_id and o.id = v.profile_id
    left join job_family f on f.tenant_id = v.tenant_id and f.id = v.job_family_id
    left join grade g on g.tenant_id = v.tenant_id and g.id = v.grade_id
    where v.tenant_id = ${ctx.tenantId} order by o.code, v.number`,
  clear: clearing('job_profile_version'),
  write: (ctx, rows) => {
    const tenant = sql`${ctx.tenantId}::uuid`
    return sql`
      insert into job_profile_version (tenant_id, id, profile_id, number, name, summary, job_family_id, grade_id, requirements,
        attribution, change_note, valid_from, valid_until, created_at, created_by)
      select ${tenant}, r.id, o.id, r.number, ${localFrom('name')}, ${localFrom('summary')}, f.id, g.id,
        coalesce(r.requirements::jsonb, '[]'), coalesce(r.attribution, ''), coalesce(r."changeNote", ''), r."from", r.until,
        ${ctx.now}::timestamptz, ${ctx.actor.accountId}::uuid
      from ${given(
        rows,
        `id uuid, profile text, number int, ${localTypes('name')}, ${localTypes('summary')}, family text, grade text,
        requirements text, attribution text, "changeNote" text, "from" date, until date`,
      )}
      join job_profile o on o.tenant_id = ${tenant} and o.code = r.profile
      left join job_family f on f.tenant_id = ${tenant} and f.code = r.family
      left join grade g on g.tenant_id = ${tenant} and g.code = r.grade`.execute(ctx.db)
  },
}

const needs: PartSheet = {
  key: 'positionNeeds',
  titles: sheetTitles(['岗位要求', 'Position needs']),
  fields: [
    needed(text('position', ['岗位编码', 'Position'])),
    text('profile', ['职务模板编码', 'Job profile'], 100),
    json('requirements', ['另加要求', 'Further requirements']),
    needed(day('from', ['生效日期', 'From'])),
    day('until', ['失效日期', 'Until']),
  ],
  group: ['position'],
  own: ['from'],
  refers: [
    { fields: ['position'], sheet: 'positions', columns: ['code'] },
    { fields: ['profile'], sheet: 'jobProfiles', columns: ['code'] },
  ],
  shapes: { requirements: Requirements },
  read: (ctx) => sql`
    select p.code as position, o.code as profile, nullif(n.requirements::text, '[]') as requirements,
      n.valid_from as "from", n.valid_until as until, n.id
    from position_need n join position p on p.tenant_id = n.tenant_id and p.id = n.position_id
    left join job_profile o on o.tenant_id = n.tenant_id and o.id = n.profile_id
    where n.tenant_id = ${ctx.tenantId} order by p.code, n.valid_from`,
  clear: clearing('position_need'),
  write: (ctx, rows) =>
    sql`
    insert into position_need (tenant_id, id, position_id, profile_id, requirements, valid_from, valid_until)
    select ${ctx.tenantId}::uuid, r.id, p.id, o.id, coalesce(r.requirements::jsonb, '[]'), r."from", r.until
    from ${given(rows, `id uuid, position text, profile text, requirements text, "from" date, until date`)}
    join position p on p.tenant_id = ${ctx.tenantId}::uuid and p.code = r.position
    left join job_profile o on o.tenant_id = ${ctx.tenantId}::uuid and o.code = r.profile`.execute(ctx.db),
}

/** Job profiles with their versions, and which positions follow them, as sheets of the workbook of the whole organisation. */
export const workbookPart: WorkbookPart = {
  module: 'profiles',
  permission: 'profiles.edit',
  sheets: [profiles, versions, needs],
  check(rows, tell) {
    for (const row of rows['jobProfileVersions'] ?? [])
      if (row.line !== null && !row['nameZh'] && !row['nameEn'] && !row['nameOthers'])
        tell('jobProfileVersions', row, 'nameZh', 'organisation.no-name')
    for (const [sheet, of] of [
      ['jobProfileVersions', 'profile'],
      ['positionNeeds', 'position'],
    ] as const)
      for (const [row, other] of shared(rows[sheet] ?? [], of))
        tell(sheet, row, 'from', 'organisation.overlaps', { code: row[of], from: other['from'] })
  },
  async wrote(ctx, written: PartRows) {
    const counts = Object.fromEntries(Object.entries(written).map(([sheet, own]) => [sheet, own.length]))
    await ctx.audit({ action: 'profiles.import', target: 'job-profiles', after: counts })
    await ctx.announce('profiles')
  },
}

/** Rows of the file that share a day with another of the same thing. */
function shared(rows: readonly PartRow[], of: string): [PartRow, PartRow][] {
  const period = (row: PartRow): Period => ({
    from: String(row['from']),
    until: row['until'] === null ? null : String(row['until']),
  })
  return [...Map.groupBy(rows, (row) => row[of]).values()].flatMap((own) =>
    own.flatMap((row, at) =>
      own.slice(0, at).flatMap((other): [PartRow, PartRow][] => {
        if (!overlap(period(row), period(other)) || (row.line === null && other.line === null)) return []
        return [row.line === null ? [other, row] : [row, other]]
      }),
    ),
  )
}
