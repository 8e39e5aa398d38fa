import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { Part, PartDraft } from '../shapes.ts'
import { among } from './among.ts'
import { fromJson } from './json.ts'
import { responsibilityNames } from './names.ts'

/** The parts versions are made of, by version. */
export async function partsOf(ctx: Context, versionIds: readonly string[]): Promise<Map<string, Part[]>> {
  const rows = await ctx.db
    .selectFrom('responsibility_part as p')
    .selectAll()
    .where('p.tenant_id', '=', ctx.tenantId)
    .where(among('p.version_id', versionIds))
    .orderBy('p.sort_order')
    .execute()
  const names = await responsibilityNames(ctx, [...new Set(rows.map((row) => row.part_id))])
  const parts = rows.map((row) => ({
    of: row.version_id,
    part: {
      responsibilityId: row.part_id,
      code: names.get(row.part_id)?.code ?? '',
      name: names.get(row.part_id)?.name ?? {},
      mode: row.mode as Part['mode'],
      versionId: row.from_version_id,
      weightPermille: row.weight_permille,
      targets: fromJson<Part['targets']>(row.targets),
    },
  }))
  return new Map([...Map.groupBy(parts, ({ of }) => of)].map(([id, own]) => [id, own.map(({ part }) => part)]))
}

export async function insertParts(ctx: Context, versionId: string, parts: readonly PartDraft[]): Promise<void> {
  if (parts.length === 0) return
  await ctx.db
    .insertInto('responsibility_part')
    .values(
      parts.map((part, index) => ({
        tenant_id: ctx.tenantId,
        id: ctx.newId(),
        version_id: versionId,
        part_id: part.responsibilityId,
        mode: part.mode,
        from_version_id: part.versionId,
        weight_permille: part.weightPermille,
        targets: JSON.stringify(part.targets),
        sort_order: index,
      })),
    )
    .execute()
}

export async function deleteParts(ctx: Context, versionId: string): Promise<void> {
  await ctx.db
    .deleteFrom('responsibility_part')
    .where('tenant_id', '=', ctx.tenantId)
    .where('version_id', '=', versionId)
    .execute()
}

export type Composed = {
  readonly id: string
  readonly name: LocalText
  readonly mode: Part['mode']
  readonly weightPermille: number
}

/** The responsibilities that a version, running on the day or later, makes one a part of. */
export async function composedOf(ctx: Context, partId: string, day: Day, mode?: Part['mode']): Promise<Composed[]> {
  const rows = await ctx.db
    .selectFrom('responsibility_part as p')
    .innerJoin('responsibility_version as v', (on) =>
      on.onRef('v.tenant_id', '=', 'p.tenant_id').onRef('v.id', '=', 'p.version_id'),
    )
    .distinctOn('v.responsibility_id')
    .select(['v.responsibility_id', 'v.name', 'p.mode', 'p.weight_permille'])
    .where('p.tenant_id', '=', ctx.tenantId)
    .where('p.part_id', '=', partId)
    .where((eb) => eb.or([eb('v.valid_until', 'is', null), eb('v.valid_until', '>', day)]))
    .where(mode ? sql<boolean>`p.mode = ${mode}` : sql<boolean>`true`)
    .orderBy('v.responsibility_id')
    .orderBy('v.valid_from', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.responsibility_id,
    name: fromJson<LocalText>(row.name),
    mode: row.mode as Part['mode'],
    weightPermille: row.weight_permille,
  }))
}

/** Those of some responsibilities that have parts by reference themselves, now or later. */
export async function withParts(ctx: Context, ids: readonly string[]): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('responsibility_part as p')
    .innerJoin('responsibility_version as v', (on) =>
      on.onRef('v.tenant_id', '=', 'p.tenant_id').onRef('v.id', '=', 'p.version_id'),
    )
    .select('v.responsibility_id')
    .distinct()
    .where('p.tenant_id', '=', ctx.tenantId)
    .where('p.mode', '=', 'reference')
    .where(among('v.responsibility_id', ids))
    .where((eb) => eb.or([validOn('v', ctx.today), eb('v.valid_from', '>', ctx.today)]))
    .execute()
  return new Set(rows.map((row) => row.responsibility_id))
}
