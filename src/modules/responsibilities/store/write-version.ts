import type { Day } from '#core/calendar'
import type { Context } from '#kernel/context'
import { soundOf } from '#modules/organisation'
import type { DutyDraft, IndicatorDraft, VersionDraft } from '../shapes.ts'
import { among } from './among.ts'
import { deleteParts, insertParts } from './parts.ts'
import { never } from './readable.ts'

/** A version ready to be written: every indicator and duty has its key. */
export type SoundVersion = Omit<VersionDraft, 'indicators' | 'duties'> & {
  readonly indicators: readonly (IndicatorDraft & { key: string })[]
  readonly duties: readonly (DutyDraft & { key: string })[]
  readonly attribution: string
}

export async function insertVersion(
  ctx: Context,
  /** Without a day it is a draft. */
  place: { responsibilityId: string; number: number; from: Day | null },
  version: SoundVersion,
): Promise<string> {
  const id = ctx.newId()
  await ctx.db
    .insertInto('responsibility_version')
    .values({
      tenant_id: ctx.tenantId,
      id,
      responsibility_id: place.responsibilityId,
      number: place.number,
      valid_from: place.from ?? never,
      created_at: ctx.now,
      created_by: ctx.actor.accountId,
      ...columnsOf(version),
    })
    .execute()
  await insertIndicators(ctx, id, version.indicators)
  await insertDuties(ctx, id, version.duties)
  await insertParts(ctx, id, version.parts)
  return id
}

/** Writes a version anew. Indicators and duties that stay keep their ids, for tasks may refer to them already. */
export async function rewriteVersion(ctx: Context, id: string, version: SoundVersion): Promise<void> {
  const own = { tenant_id: ctx.tenantId, version_id: id }
  await ctx.db
    .updateTable('responsibility_version')
    .set(columnsOf(version))
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  await ctx.db
    .deleteFrom('responsibility_indicator')
    .where('tenant_id', '=', own.tenant_id)
    .where('version_id', '=', id)
    .execute()
  await insertIndicators(ctx, id, version.indicators)
  await deleteParts(ctx, id)
  await insertParts(ctx, id, version.parts)
  const kept = version.duties.map((duty) => duty.key)
  let gone = ctx.db.deleteFrom('responsibility_duty').where('tenant_id', '=', ctx.tenantId).where('version_id', '=', id)
  if (kept.length > 0) gone = gone.where('key', 'not in', kept)
  await gone.execute()
  await insertDuties(ctx, id, version.duties)
}

export async function endVersion(ctx: Context, id: string, until: Day | null): Promise<void> {
  await ctx.db
    .updateTable('responsibility_version')
    .set({ valid_until: until })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

/** Puts a draft in force from a day. */
export async function startVersion(ctx: Context, id: string, from: Day): Promise<void> {
  await ctx.db
    .updateTable('responsibility_version')
    .set({ valid_from: from })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

export async function deleteVersion(ctx: Context, id: string): Promise<void> {
  await ctx.db
    .deleteFrom('responsibility_version')
    .where('tenant_id', '=', ctx.tenantId)
    .where(among('id', [id]))
    .execute()
}

function columnsOf(version: SoundVersion) {
  return {
    name: JSON.stringify(version.name),
    purpose: JSON.stringify(version.purpose ?? {}),
    activities: JSON.stringify(version.activities),
    inputs: JSON.stringify(version.inputs),
    outputs: JSON.stringify(version.outputs),
    capabilities: JSON.stringify(version.capabilities),
    process_rules: JSON.stringify(version.processRules),
    knowledge: JSON.stringify(version.knowledge),
    change_note: version.changeNote,
    attribution: version.attribution,
    rights: JSON.stringify(version.rights),
    pinyin: soundOf(version.name['zh-CN'] ?? ''),
  }
}

async function insertIndicators(ctx: Context, versionId: string, indicators: SoundVersion['indicators']) {
  if (indicators.length === 0) return
  await ctx.db
    .insertInto('responsibility_indicator')
    .values(
      indicators.map((indicator, index) => ({
        tenant_id: ctx.tenantId,
        id: ctx.newId(),
        version_id: versionId,
        key: indicator.key,
        name: JSON.stringify(indicator.name),
        unit: indicator.unit,
        direction: indicator.direction,
        target: indicator.target,
        weight_permille: indicator.weightPermille,
        period: indicator.period,
        measure: JSON.stringify(indicator.measure),
        local_targets: JSON.stringify(indicator.localTargets),
        target_rule: JSON.stringify(indicator.targetRule),
        holder_targets: JSON.stringify(indicator.holderTargets),
        owner: indicator.owner === null ? null : JSON.stringify(indicator.owner),
        thresholds: JSON.stringify(indicator.thresholds),
        sort_order: index,
      })),
    )
    .execute()
}

async function insertDuties(ctx: Context, versionId: string, duties: SoundVersion['duties']) {
  if (duties.length === 0) return
  await ctx.db
    .insertInto('responsibility_duty')
    .values(
      duties.map((duty, index) => ({
        tenant_id: ctx.tenantId,
        id: ctx.newId(),
        version_id: versionId,
        key: duty.key,
        name: JSON.stringify(duty.name),
        steps: JSON.stringify(duty.steps),
        cadence: JSON.stringify(duty.cadence),
        form: JSON.stringify(duty.form),
        fact_kind: duty.factKind ?? duty.key,
        handling: JSON.stringify(duty.handling),
        sort_order: index,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'version_id', 'key']).doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        steps: eb.ref('excluded.steps'),
        cadence: eb.ref('excluded.cadence'),
        form: eb.ref('excluded.form'),
        fact_kind: eb.ref('excluded.fact_kind'),
        handling: eb.ref('excluded.handling'),
        sort_order: eb.ref('excluded.sort_order'),
      })),
    )
    .execute()
}
