import { sql } from 'kysely'
import { sheetFields, type PartSheet } from '#modules/organisation'
import { kindTitles } from './titles.ts'

const { choice, clearing, day, decimal, given, needed, sheetTitles, text } = sheetFields

export const holdingSheet: PartSheet = {
  key: 'holdings',
  titles: sheetTitles(['职责承担', 'Holdings']),
  fields: [
    needed(text('responsibility', ['职责编码', 'Responsibility'])),
    text('position', ['岗位编码', 'Position']),
    text('unit', ['组织单元编码', 'Unit']),
    text('person', ['工号', 'Staff number']),
    text('forUnit', ['适用单元编码', 'For the unit']),
    needed(choice('raci', ['角色', 'Role'], kindTitles.raci)),
    decimal('weight', ['占比（%）', 'Share of work (%)']),
    needed(day('from', ['生效日期', 'From'])),
    day('until', ['失效日期', 'Until']),
  ],
  group: ['responsibility'],
  own: ['position', 'unit', 'person', 'forUnit', 'raci', 'from'],
  refers: [
    { fields: ['responsibility'], sheet: 'responsibilities', columns: ['code'] },
    { fields: ['position'], sheet: 'positions', columns: ['code'] },
    { fields: ['unit'], sheet: 'units', columns: ['code'] },
    { fields: ['person'], sheet: 'people', columns: ['number'] },
    { fields: ['forUnit'], sheet: 'units', columns: ['code'] },
  ],
  read: (ctx) => sql`
    select q.code as responsibility, o.code as position, u.code as unit, p.number as person, f.code as "forUnit", h.raci,
      (h.weight_permille / 10.0)::float8 as weight, h.valid_from as "from", h.valid_until as until, h.id
    from holding h join responsibility q on q.tenant_id = h.tenant_id and q.id = h.responsibility_id
    left join position o on o.tenant_id = h.tenant_id and o.id = h.position_id
    left join unit u on u.tenant_id = h.tenant_id and u.id = h.unit_id
    left join person p on p.tenant_id = h.tenant_id and p.id = h.person_id
    left join unit f on f.tenant_id = h.tenant_id and f.id = h.for_unit_id
    where h.tenant_id = ${ctx.tenantId}
    order by q.code, h.valid_from, h.raci, o.code, u.code, p.number, f.code`,
  clear: clearing('holding'),
  write: (ctx, rows) => {
    const tenant = sql`${ctx.tenantId}::uuid`
    return sql`
      insert into holding (tenant_id, id, responsibility_id, position_id, unit_id, person_id, for_unit_id, raci, weight_permille,
        valid_from, valid_until)
      select ${tenant}, r.id, q.id, o.id, u.id, p.id, f.id, r.raci, coalesce(round(r.weight * 10)::int, 0), r."from", r.until
      from ${given(
        rows,
        `id uuid, responsibility text, position text, unit text, person text, "forUnit" text, raci text, weight numeric,
        "from" date, until date`,
      )}
      join responsibility q on q.tenant_id = ${tenant} and q.code = r.responsibility
      left join position o on o.tenant_id = ${tenant} and o.code = r.position
      left join unit u on u.tenant_id = ${tenant} and u.code = r.unit
      left join person p on p.tenant_id = ${tenant} and p.number = r.person
      left join unit f on f.tenant_id = ${tenant} and f.code = r."forUnit"`.execute(ctx.db)
  },
}
