import { sql } from 'kysely'
import * as z from 'zod'
import { Cadence, Handling } from '#core/cadence'
import { HandInForm } from '#core/form'
import { Measure, TargetRule } from '#core/indicator'
import { localText } from '#core/local-text'
import { sheetFields, type PartSheet } from '#modules/organisation'
import { Thresholds } from '../shapes.ts'
import { ofVersion } from './content-sheets.ts'
import { kindTitles } from './titles.ts'

const { choice, clearing, decimal, given, integer, json, localColumns, localFields, localFrom, localShape } =
  sheetFields
const { localTypes, needed, sheetTitles, text } = sheetFields

const key = /^[a-z][a-z0-9-]{0,62}$/
const UnitTargets = z.array(z.object({ unit: z.string(), target: z.number() })).max(200)
const Holder = { person: z.string().optional(), position: z.string().optional() }
const HolderTargets = z.array(z.object({ ...Holder, target: z.number() })).max(200)
const PartTargets = z.array(z.object({ key: z.string(), unit: z.string().nullable(), target: z.number() })).max(200)
const ofRow = (ctx: { tenantId: string }) => sql`
  join responsibility q on q.tenant_id = ${ctx.tenantId}::uuid and q.code = r.responsibility
  join responsibility_version v on v.tenant_id = ${ctx.tenantId}::uuid and v.responsibility_id = q.id and v.number = r.number`

/** A holder by staff number or position code, and back; null where there is none of that name. */
const holderOut = (column: string) =>
  sql.raw(`jsonb_strip_nulls(jsonb_build_object(
    'person', (select x.number from person x where x.tenant_id = i.tenant_id and x.id = (${column}->>'id')::uuid and ${column}->>'kind' = 'person'),
    'position', (select x.code from position x where x.tenant_id = i.tenant_id and x.id = (${column}->>'id')::uuid and ${column}->>'kind' = 'position')))`)
const holderIn = (ctx: { tenantId: string }, column: string) => sql`coalesce(
  (select jsonb_build_object('kind', 'person', 'id', x.id) from person x where x.tenant_id = ${ctx.tenantId}::uuid and x.number = ${sql.raw(column)}->>'person'),
  (select jsonb_build_object('kind', 'position', 'id', x.id) from position x where x.tenant_id = ${ctx.tenantId}::uuid and x.code = ${sql.raw(column)}->>'position'))`

const indicators: PartSheet = {
  key: 'responsibilityIndicators',
  titles: sheetTitles(['职责指标', 'Responsibility indicators']),
  fields: [
    ...ofVersion.fields,
    needed(text('key', ['指标键', 'Key'], 60)),
    ...localFields('name', ['名称', 'Name'], 100),
    text('unitOfMeasure', ['计量单位', 'Measured in'], 20),
    needed(choice('direction', ['方向', 'Direction'], kindTitles.direction)),
    needed(decimal('target', ['目标', 'Target'])),
    needed(decimal('weight', ['权重（%）', 'Weight (%)'])),
    needed(choice('period', ['周期', 'Period'], kindTitles.period)),
    needed(json('measure', ['计算方式', 'Measure'])),
    json('localTargets', ['各单元目标', 'Targets by unit']),
    json('targetRule', ['目标规则', 'Rule of the target']),
    json('holderTargets', ['各承担人目标', 'Targets by holder']),
    json('owner', ['指标负责人', 'Owner']),
    json('thresholds', ['亮灯界限', 'Thresholds']),
    integer('place', ['序号', 'Place']),
  ],
  group: ofVersion.group,
  own: ['key'],
  refers: [ofVersion.refers],
  shapes: {
    ...localShape('name', 100),
    measure: Measure,
    localTargets: UnitTargets,
    targetRule: TargetRule,
    holderTargets: HolderTargets,
    owner: z.object(Holder),
    thresholds: Thresholds,
  },
  patterns: { key },
  read: (ctx) => sql`
    select q.code as responsibility, v.number, i.key, ${localColumns('i.name', 'name')}, i.unit as "unitOfMeasure", i.direction,
      i.target::float8 as target, (i.weight_permille / 10.0)::float8 as weight, i.period, i.measure::text,
      (select jsonb_agg(jsonb_build_object('unit', u.code, 'target', t->'target') order by u.code)::text
        from jsonb_array_elements(i.local_targets) t join unit u on u.tenant_id = i.tenant_id and u.id = (t->>'unitId')::uuid) as "localTargets",
      nullif(i.target_rule::text, '{"kind": "fixed"}') as "targetRule",
      (select jsonb_agg(${holderOut('t')} || jsonb_build_object('target', t->'target') order by ${holderOut('t')})::text
        from jsonb_array_elements(i.holder_targets) t) as "holderTargets",
      case when i.owner is not null then ${holderOut('i.owner')}::text end as owner,
      nullif(i.thresholds, '{"amberPermille": 800, "greenPermille": 1000}'::jsonb)::text as thresholds,
      i.sort_order as place, i.id
    from ${ofVersion.from} join responsibility_indicator i on i.tenant_id = v.tenant_id and i.version_id = v.id
    where v.tenant_id = ${ctx.tenantId} order by q.code, v.number, i.sort_order, i.key`,
  clear: clearing('responsibility_indicator'),
  write: (ctx, rows) =>
    sql`
    insert into responsibility_indicator (tenant_id, id, version_id, key, name, unit, direction, target, weight_permille, period,
      measure, local_targets, target_rule, holder_targets, owner, thresholds, sort_order)
    select ${ctx.tenantId}::uuid, r.id, v.id, r.key, ${localFrom('name')}, coalesce(r."unitOfMeasure", ''), r.direction, r.target,
      round(r.weight * 10)::int, r.period, r.measure::jsonb,
      (select coalesce(jsonb_agg(jsonb_build_object('unitId', u.id, 'target', t->'target')), '[]')
        from jsonb_array_elements(r."localTargets"::jsonb) t join unit u on u.tenant_id = ${ctx.tenantId}::uuid and u.code = t->>'unit'),
      coalesce(r."targetRule"::jsonb, '{"kind": "fixed"}'),
      (select coalesce(jsonb_agg(${holderIn(ctx, 't')} || jsonb_build_object('target', t->'target')), '[]')
        from jsonb_array_elements(r."holderTargets"::jsonb) t where ${holderIn(ctx, 't')} is not null),
      ${holderIn(ctx, 'r.owner::jsonb')}, coalesce(r.thresholds::jsonb, '{"amberPermille": 800, "greenPermille": 1000}'),
      coalesce(r.place, 0)
    from ${given(
      rows,
      `id uuid, responsibility text, number int, key text, ${localTypes('name')}, "unitOfMeasure" text, direction text, target numeric,
      weight numeric, period text, measure text, "localTargets" text, "targetRule" text, "holderTargets" text, owner text,
      thresholds text, place int`,
    )} ${ofRow(ctx)}`.execute(ctx.db),
}

const duties: PartSheet = {
  key: 'responsibilityDuties',
  titles: sheetTitles(['周期职责', 'Duties']),
  fields: [
    ...ofVersion.fields,
    needed(text('key', ['周期职责键', 'Key'], 60)),
    ...localFields('name', ['名称', 'Name'], 100),
    json('steps', ['步骤', 'Steps']),
    needed(json('cadence', ['周期', 'Cadence'])),
    json('form', ['交付表单', 'Form']),
    needed(text('factKind', ['事实类型', 'Kind of fact'], 63)),
    json('handling', ['处理方式', 'Handling']),
    integer('place', ['序号', 'Place']),
  ],
  group: ofVersion.group,
  own: ['key'],
  refers: [ofVersion.refers],
  shapes: {
    ...localShape('name', 100),
    steps: z.array(localText(500)).max(30),
    cadence: Cadence,
    form: HandInForm,
    handling: Handling,
  },
  patterns: { key, factKind: key },
  keeps: true,
  read: (ctx) => sql`
    select q.code as responsibility, v.number, d.key, ${localColumns('d.name', 'name')}, nullif(d.steps::text, '[]') as steps,
      d.cadence::text, d.form::text, d.fact_kind as "factKind", nullif(d.handling::text, '{}') as handling, d.sort_order as place, d.id
    from ${ofVersion.from} join responsibility_duty d on d.tenant_id = v.tenant_id and d.version_id = v.id
    where v.tenant_id = ${ctx.tenantId} order by q.code, v.number, d.sort_order, d.key`,
  write: (ctx, rows) =>
    sql`
    insert into responsibility_duty (tenant_id, id, version_id, key, name, steps, cadence, form, fact_kind, handling, sort_order)
    select ${ctx.tenantId}::uuid, r.id, v.id, r.key, ${localFrom('name')}, coalesce(r.steps::jsonb, '[]'), r.cadence::jsonb,
      coalesce(r.form::jsonb, '{"fields": [], "photo": "optional"}'), r."factKind", coalesce(r.handling::jsonb, '{}'),
      coalesce(r.place, 0)
    from ${given(
      rows,
      `id uuid, responsibility text, number int, key text, ${localTypes('name')}, steps text, cadence text, form text,
      "factKind" text, handling text, place int`,
    )} ${ofRow(ctx)}
    on conflict (tenant_id, version_id, key) do update set name = excluded.name, steps = excluded.steps,
      cadence = excluded.cadence, form = excluded.form, fact_kind = excluded.fact_kind,
      handling = excluded.handling, sort_order = excluded.sort_order`.execute(ctx.db),
}

const parts: PartSheet = {
  key: 'responsibilityParts',
  titles: sheetTitles(['职责组成', 'Responsibility parts']),
  fields: [
    ...ofVersion.fields,
    needed(text('part', ['组成职责编码', 'Part'])),
    needed(choice('mode', ['方式', 'Mode'], kindTitles.part)),
    integer('fromNumber', ['来源版本号', 'Copied from version']),
    decimal('weight', ['权重（%）', 'Weight (%)']),
    json('targets', ['另定目标', 'Other targets']),
    integer('place', ['序号', 'Place']),
  ],
  group: ofVersion.group,
  own: ['part'],
  refers: [
    ofVersion.refers,
    { fields: ['part'], sheet: 'responsibilities', columns: ['code'] },
    { fields: ['part', 'fromNumber'], sheet: 'responsibilityVersions', columns: ['responsibility', 'number'] },
  ],
  shapes: { targets: PartTargets },
  read: (ctx) => sql`
    select q.code as responsibility, v.number, o.code as part, p.mode, f.number as "fromNumber",
      (p.weight_permille / 10.0)::float8 as weight,
      (select jsonb_agg(jsonb_build_object('key', t->'key', 'unit', u.code, 'target', t->'target') order by t->>'key', u.code)::text
        from jsonb_array_elements(p.targets) t left join unit u on u.tenant_id = p.tenant_id and u.id = (t->>'unitId')::uuid) as targets,
      p.sort_order as place, p.id
    from ${ofVersion.from} join responsibility_part p on p.tenant_id = v.tenant_id and p.version_id = v.id
    join responsibility o on o.tenant_id = p.tenant_id and o.id = p.part_id
    left join responsibility_version f on f.tenant_id = p.tenant_id and f.id = p.from_version_id
    where v.tenant_id = ${ctx.tenantId} order by q.code, v.number, p.sort_order, o.code`,
  clear: clearing('responsibility_part'),
  write: (ctx, rows) =>
    sql`
    insert into responsibility_part (tenant_id, id, version_id, part_id, mode, from_version_id, weight_permille, targets, sort_order)
    select ${ctx.tenantId}::uuid, r.id, v.id, o.id, r.mode, f.id, coalesce(round(r.weight * 10)::int, 0),
      (select coalesce(jsonb_agg(jsonb_build_object('key', t->'key', 'unitId', u.id, 'target', t->'target')), '[]')
        from jsonb_array_elements(r.targets::jsonb) t left join unit u on u.tenant_id = ${ctx.tenantId}::uuid and u.code = t->>'unit'),
      coalesce(r.place, 0)
    from ${given(
      rows,
      `id uuid, responsibility text, number int, part text, mode text, "fromNumber" int, weight numeric, targets text, place int`,
    )} ${ofRow(ctx)}
    join responsibility o on o.tenant_id = ${ctx.tenantId}::uuid and o.code = r.part
    left join responsibility_version f on f.tenant_id = ${ctx.tenantId}::uuid and f.responsibility_id = o.id and f.number = r."fromNumber"`.execute(
      ctx.db,
    ),
}

export const figureSheets: readonly PartSheet[] = [indicators, duties, parts]
