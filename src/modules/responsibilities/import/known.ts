import { sql } from 'kysely'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { Carried } from '../rules.ts'
import type { Raci, Version } from '../shapes.ts'
import { among } from '../store/among.ts'
import { versionsById } from '../store/versions.ts'

export type KnownResponsibility = {
  readonly id: string
  readonly code: string
  readonly unitId: string | null
  /** The version running today, else the latest. */
  readonly version: Version | undefined
  readonly latestFrom: string
  /** Holdings that run today or begin later. */
  readonly holdings: readonly { positionId: string; raci: Raci }[]
}

export type Known = {
  /** By code in lower case. */
  readonly responsibilities: ReadonlyMap<string, KnownResponsibility>
  /** What positions carry from today on. */
  readonly carried: ReadonlyMap<string, readonly Carried[]>
}

/** What there is already of the codes and positions of a sheet, in four statements however long it is. */
export async function knownByCode(
  ctx: Context,
  codes: readonly string[],
  positionIds: readonly string[],
): Promise<Known> {
  const rows = await ctx.db
    .selectFrom('responsibility as r')
    .select(['r.id', 'r.code', 'r.unit_id'])
    .select(
      sql<string | null>`(select v.id from responsibility_version v where v.tenant_id = r.tenant_id
        and v.responsibility_id = r.id order by (v.valid_from <= ${ctx.today}) desc, v.valid_from desc limit 1)`.as(
        'version_id',
      ),
    )
    .select(
      sql<string>`(select max(v.valid_from) from responsibility_version v where v.tenant_id = r.tenant_id
        and v.responsibility_id = r.id)`.as('latest_from'),
    )
    .where('r.tenant_id', '=', ctx.tenantId)
    .where(ctx.visible('responsibilities.read', { unit: 'r.unit_id' }))
    .where(sql<boolean>`lower(r.code) = any(${codes.map((code) => code.toLowerCase())}::text[])`)
    .execute()
  const ids = rows.map((row) => row.id)
  const versions = await versionsById(
    ctx,
    rows.flatMap((row) => row.version_id ?? []),
  )
  const holdings = await ctx.db
    .selectFrom('holding as h')
    .select(['h.responsibility_id', 'h.position_id', 'h.raci', 'h.weight_permille', 'h.valid_from', 'h.valid_until'])
    .where('h.tenant_id', '=', ctx.tenantId)
    .where('h.position_id', 'is not', null)
    .$narrowType<{ position_id: string }>()
    .where((eb) => eb.or([eb('h.valid_until', 'is', null), eb('h.valid_until', '>', ctx.today)]))
    .where((eb) => eb.or([among('h.responsibility_id', ids), among('h.position_id', positionIds)]))
    .execute()
  const carried = new Map<string, Carried[]>()
  for (const row of holdings) {
    const one = { from: row.valid_from, until: row.valid_until, weightPermille: row.weight_permille }
    carried.set(row.position_id, [...(carried.get(row.position_id) ?? []), one])
  }
  const responsibilities = new Map(
    rows.map((row) => [
      row.code.toLowerCase(),
      {
        id: row.id,
        code: row.code,
        unitId: row.unit_id,
        version: versions.get(row.version_id ?? ''),
        latestFrom: row.latest_from,
        holdings: holdings
          .filter((held) => held.responsibility_id === row.id)
          .map((held) => ({ positionId: held.position_id, raci: held.raci as Raci })),
      },
    ]),
  )
  return { responsibilities, carried }
}

/** Positions by code without those that are closed, or not yet there, today. */
export async function runningToday(
  ctx: Context,
  positions: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.db
    .selectFrom('position_version as p')
    .select('p.position_id')
    .where('p.tenant_id', '=', ctx.tenantId)
    .where(among('p.position_id', [...positions.values()]))
    .where(validOn('p', ctx.today))
    .execute()
  const running = new Set(rows.map((row) => row.position_id))
  return new Map([...positions].filter(([, id]) => running.has(id)))
}
