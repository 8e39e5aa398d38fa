import { sql } from 'kysely'
import { sheetFields, type PartRow, type PartSheet, type WorkbookPart } from '#modules/organisation'

const { day, given, localColumns, localFields, localFrom, localShape, localTypes, needed, sheetTitles, text } =
  sheetFields

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const goals: PartSheet = {
  key: 'goals',
  titles: sheetTitles(['目标', 'Goals']),
  fields: [
    needed(text('key', ['目标标识', 'Key'], 36)),
    ...localFields('name', ['名称', 'Name'], 200),
    ...localFields('measure', ['衡量方式', 'Measure'], 2000),
    text('unit', ['组织单元编码', 'Unit']),
    text('owner', ['负责人工号', 'Owner']),
    text('parent', ['上级目标标识', 'Helps to reach'], 36),
    needed(day('from', ['生效日期', 'From'])),
    needed(day('until', ['失效日期', 'Until'])),
  ],
  group: ['key'],
  own: [],
  refers: [
    { fields: ['unit'], sheet: 'units', columns: ['code'] },
    { fields: ['owner'], sheet: 'people', columns: ['number'] },
    { fields: ['parent'], sheet: 'goals', columns: ['key'] },
  ],
  shapes: { ...localShape('name', 200), ...localShape('measure', 2000) },
  patterns: { key: uuid, parent: uuid },
  read: (ctx) => sql`
    select g.id as key, ${localColumns('g.name', 'name')}, ${localColumns('g.measure', 'measure')}, u.code as unit,
      p.number as owner, g.parent_id as parent, g.valid_from as "from", g.valid_until as until, g.id
    from goal g left join unit u on u.tenant_id = g.tenant_id and u.id = g.unit_id
    left join person p on p.tenant_id = g.tenant_id and p.id = g.owner_id
    where g.tenant_id = ${ctx.tenantId} order by g.id`,
  write: (ctx, rows) =>
    sql`
    insert into goal as g (tenant_id, id, name, measure, unit_id, owner_id, parent_id, valid_from, valid_until, created_at)
    select ${ctx.tenantId}::uuid, r.key, ${localFrom('name')}, ${localFrom('measure')}, u.id, p.id, r.parent, r."from", r.until,
      ${ctx.now}::timestamptz
    from ${given(
      rows,
      `key uuid, ${localTypes('name')}, ${localTypes('measure')}, unit text, owner text, parent uuid, "from" date, until date`,
    )}
    left join unit u on u.tenant_id = ${ctx.tenantId}::uuid and u.code = r.unit
    left join person p on p.tenant_id = ${ctx.tenantId}::uuid and p.number = r.owner
    on conflict (tenant_id, id) do update set name = excluded.name, measure = excluded.measure, unit_id = excluded.unit_id,
      owner_id = excluded.owner_id, parent_id = excluded.parent_id, valid_from = excluded.valid_from,
      valid_until = excluded.valid_until, version = g.version + 1`.execute(ctx.db),
}

const served: PartSheet = {
  key: 'goalResponsibilities',
  titles: sheetTitles(['目标对应职责', 'Goals served']),
  fields: [
    needed(text('goal', ['目标标识', 'Goal'], 36)),
    needed(text('responsibility', ['职责编码', 'Responsibility'])),
  ],
  group: ['goal'],
  own: ['responsibility'],
  refers: [
    { fields: ['goal'], sheet: 'goals', columns: ['key'] },
    { fields: ['responsibility'], sheet: 'responsibilities', columns: ['code'] },
  ],
  patterns: { goal: uuid },
  // a row is known by its goal; the rows of one goal are taken away together
  read: (ctx) => sql`
    select s.goal_id as goal, q.code as responsibility, s.goal_id as id
    from goal_responsibility s join responsibility q on q.tenant_id = s.tenant_id and q.id = s.responsibility_id
    where s.tenant_id = ${ctx.tenantId} order by s.goal_id, q.code`,
  clear: (ctx, ids) =>
    sql`delete from goal_responsibility where tenant_id = ${ctx.tenantId} and goal_id = any(${[...ids]}::uuid[])`,
  write: (ctx, rows) =>
    sql`
    insert into goal_responsibility (tenant_id, goal_id, responsibility_id, created_at)
    select ${ctx.tenantId}::uuid, r.goal, q.id, ${ctx.now}::timestamptz from ${given(rows, 'goal uuid, responsibility text')}
    join responsibility q on q.tenant_id = ${ctx.tenantId}::uuid and q.code = r.responsibility`.execute(ctx.db),
}

/** Goals, and which responsibilities serve them, as sheets of the workbook of the whole organisation. */
export const workbookPart: WorkbookPart = {
  module: 'goals',
  permission: 'goals.edit',
  sheets: [goals, served],
  check(rows, tell) {
    const parents = new Map((rows['goals'] ?? []).map((row) => [row['key'], row['parent'] ?? null]))
    for (const row of rows['goals'] ?? []) {
      if (row.line === null) continue
      if (!row['nameZh'] && !row['nameEn'] && !row['nameOthers']) tell('goals', row, 'nameZh', 'organisation.no-name')
      if (isAboveItself(row, parents)) tell('goals', row, 'parent', 'organisation.circle', { code: row['key'] })
    }
  },
  async wrote(ctx, written) {
    const goalIds = (written['goals'] ?? []).map((row) => String(row['key']))
    await ctx.audit({ action: 'goals.import', target: 'goals', after: { goals: goalIds.length } })
    for (const goalId of goalIds) await ctx.emit('goals.changed', { goalId })
    await ctx.announce('goals')
  },
}

function isAboveItself(row: PartRow, parents: ReadonlyMap<unknown, unknown>): boolean {
  let above: unknown = row['parent']
  for (let step = 0; above && step <= parents.size; step += 1) {
    if (above === row['key']) return true
    above = parents.get(above)
  }
  return false
}
