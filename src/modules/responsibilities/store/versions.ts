import { sql } from 'kysely'
import { Cadence, Handling } from '#core/cadence'
import type { Day, PeriodKind } from '#core/calendar'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { Duty, Indicator, Version, VersionHead } from '../shapes.ts'
import { among } from './among.ts'
import { fromJson } from './json.ts'
import { partsOf } from './parts.ts'
import { dayOrNull } from './readable.ts'

/** Heads of all versions of a responsibility, the latest first. */
export async function versionHeads(ctx: Context, responsibilityId: string): Promise<VersionHead[]> {
  const rows = await ctx.db
    .selectFrom('responsibility_version as v')
    .leftJoin('account as a', (on) => on.onRef('a.tenant_id', '=', 'v.tenant_id').onRef('a.id', '=', 'v.created_by'))
    .select(['v.id', 'v.number', 'v.name', 'v.valid_from', 'v.valid_until', 'v.change_note', 'v.created_at'])
    .select('a.name as author')
    .where('v.tenant_id', '=', ctx.tenantId)
    .where('v.responsibility_id', '=', responsibilityId)
    .orderBy('v.valid_from', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    name: fromJson(row.name),
    validFrom: dayOrNull(row.valid_from),
    validUntil: row.valid_until,
    changeNote: row.change_note,
    createdAt: row.created_at.toISOString(),
    createdBy: row.author,
  }))
}

/** Versions with all they say, by id. */
export async function versionsById(ctx: Context, ids: readonly string[]): Promise<Map<string, Version>> {
  if (ids.length === 0) return new Map()
  const [versions, indicators, duties, parts] = await Promise.all([
    versionRows(ctx, ids),
    indicatorRows(ctx, ids),
    dutyRows(ctx, ids),
    partsOf(ctx, ids),
  ])
  return new Map(
    versions.map((row) => [
      row.id,
      {
        id: row.id,
        responsibilityId: row.responsibility_id,
        number: row.number,
        name: fromJson(row.name),
        validFrom: dayOrNull(row.valid_from),
        validUntil: row.valid_until,
        changeNote: row.change_note,
        createdAt: row.created_at.toISOString(),
        createdBy: row.author,
        purpose: fromJson(row.purpose),
        activities: fromJson(row.activities),
        inputs: fromJson(row.inputs),
        outputs: fromJson(row.outputs),
        capabilities: fromJson(row.capabilities),
        processRules: fromJson(row.process_rules),
        knowledge: fromJson(row.knowledge),
        attribution: row.attribution,
        indicators: indicators.filter((item) => item.version_id === row.id).map(indicatorOf),
        duties: duties.filter((item) => item.version_id === row.id).map(dutyOf),
        rights: fromJson(row.rights),
        parts: parts.get(row.id) ?? [],
      },
    ]),
  )
}

/** The version of each responsibility that runs on a day. */
export async function runningVersions(ctx: Context, ids: readonly string[], day: Day): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('responsibility_version as v')
    .select(['v.responsibility_id', 'v.id'])
    .where('v.tenant_id', '=', ctx.tenantId)
    .where(among('v.responsibility_id', ids))
    .where(validOn('v', day))
    .execute()
  return new Map(rows.map((row) => [row.responsibility_id, row.id]))
}

function versionRows(ctx: Context, ids: readonly string[]) {
  return ctx.db
    .selectFrom('responsibility_version as v')
    .leftJoin('account as a', (on) => on.onRef('a.tenant_id', '=', 'v.tenant_id').onRef('a.id', '=', 'v.created_by'))
    .selectAll('v')
    .select('a.name as author')
    .where('v.tenant_id', '=', ctx.tenantId)
    .where(among('v.id', ids))
    .execute()
}

async function indicatorRows(ctx: Context, versionIds: readonly string[]) {
  return ctx.db
    .selectFrom('responsibility_indicator as i')
    .selectAll()
    .select(sql<number>`i.target::float8`.as('amount'))
    .where('i.tenant_id', '=', ctx.tenantId)
    .where(among('i.version_id', versionIds))
    .orderBy('i.sort_order')
    .execute()
}

async function dutyRows(ctx: Context, versionIds: readonly string[]) {
  return ctx.db
    .selectFrom('responsibility_duty as d')
    .selectAll()
    .where('d.tenant_id', '=', ctx.tenantId)
    .where(among('d.version_id', versionIds))
    .orderBy('d.sort_order')
    .execute()
}

function indicatorOf(row: Awaited<ReturnType<typeof indicatorRows>>[number]): Indicator {
  return {
    id: row.id,
    key: row.key,
    name: fromJson(row.name),
    unit: row.unit,
    direction: row.direction as Indicator['direction'],
    target: row.amount,
    weightPermille: row.weight_permille,
    period: row.period as PeriodKind,
    measure: fromJson(row.measure),
    localTargets: fromJson(row.local_targets),
    targetRule: fromJson(row.target_rule),
    holderTargets: fromJson(row.holder_targets),
    owner: row.owner === null ? null : fromJson(row.owner),
    thresholds: fromJson(row.thresholds),
  }
}

function dutyOf(row: Awaited<ReturnType<typeof dutyRows>>[number]): Duty {
  return {
    id: row.id,
    key: row.key,
    name: fromJson(row.name),
    steps: fromJson(row.steps),
    cadence: Cadence.parse(row.cadence),
    form: fromJson(row.form),
    factKind: row.fact_kind,
    handling: Handling.parse(row.handling),
  }
}
