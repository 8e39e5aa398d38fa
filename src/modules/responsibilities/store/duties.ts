import { sql } from 'kysely'
import { Cadence, Handling, type Recurrence } from '#core/cadence'
import type { Day } from '#core/calendar'
import type { HandInForm } from '#core/form'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { keyInWhole } from '../parts.ts'
import type { Raci } from '../shapes.ts'
import { among } from './among.ts'
import { carriesOut, holdingSeats } from './holding-seats.ts'
import { fromJson } from './json.ts'
import { wholeVersions } from './wholes.ts'

/** A duty as a position carries it out on a day; `responsibilityId` is what is held, also where a part of it brings the duty. */
export type DutyHeld = {
  readonly dutyId: string
  readonly dutyKey: string
  readonly responsibilityId: string
  readonly versionId: string
  readonly name: LocalText
  readonly steps: readonly LocalText[]
  readonly cadence: Cadence
  readonly form: HandInForm
  readonly factKind: string
  readonly handling: Handling
  readonly positionId: string
  /** Only this person of the position carries it out, where a person and not the position holds it. */
  readonly personId: string | null
  readonly unitId: string
  readonly raci: Raci
  /** When the version of the responsibility runs. */
  readonly versionFrom: Day
  readonly versionUntil: Day | null
  /** When the position holds it. */
  readonly heldFrom: Day
  readonly heldUntil: Day | null
}

export type DutyFilter = {
  readonly dutyIds?: readonly string[]
  readonly responsibilityIds?: readonly string[]
  readonly positionIds?: readonly string[]
  /** Only those that recur so. */
  readonly recurrence?: Recurrence
  /** Only those that begin with facts of these kinds. */
  readonly afterKinds?: readonly string[]
}

/**
 * Every duty that runs on a day with each position that carries it out: those responsible for it, and the accountable
 * one only where nobody is responsible. A unit carries out through its lead positions. Positions that no longer exist that
 * day carry nothing out.
 */
export async function dutiesHeldOn(ctx: Context, day: Day, filter: DutyFilter = {}): Promise<DutyHeld[]> {
  let query = ctx.db
    .selectFrom(wholeVersions(ctx, day, filter.responsibilityIds).as('v'))
    .innerJoin('responsibility_duty as d', (on) =>
      on.onRef('d.tenant_id', '=', 'v.tenant_id').onRef('d.version_id', '=', 'v.version_id'),
    )
    .innerJoin(holdingSeats.as('h'), (on) =>
      on.onRef('h.tenant_id', '=', 'v.tenant_id').onRef('h.responsibility_id', '=', 'v.responsibility_id'),
    )
    .innerJoin('position_version as p', (on) =>
      on.onRef('p.tenant_id', '=', 'h.tenant_id').onRef('p.position_id', '=', 'h.position_id'),
    )
    .distinctOn(['v.responsibility_id', 'v.part_order', 'd.sort_order', 'd.id', 'h.position_id', 'h.person_id'])
    .select(['d.id', 'd.key', 'd.name', 'd.steps', 'd.cadence', 'd.form', 'd.fact_kind', 'd.handling', 'd.version_id'])
    .select(['v.responsibility_id', 'v.part_id', 'v.valid_from as version_from', 'v.valid_until as version_until'])
    .select(['h.position_id', 'h.person_id', 'h.raci', 'h.valid_from', 'h.valid_until', 'p.unit_id'])
    .where(validOn('h', day))
    .where(validOn('p', day))
    .where(carriesOut('h', day))
    .orderBy('v.responsibility_id')
    .orderBy('v.part_order')
    .orderBy('d.sort_order')
    .orderBy('d.id')
    .orderBy('h.position_id')
    .orderBy('h.person_id')
  if (filter.dutyIds) query = query.where(among('d.id', filter.dutyIds))
  if (filter.positionIds) query = query.where(among('h.position_id', filter.positionIds))
  if (filter.recurrence) query = query.where(sql<boolean>`d.cadence ->> 'every' = ${filter.recurrence}`)
  if (filter.afterKinds)
    query = query.where(sql<boolean>`d.cadence -> 'after' ->> 'factKind' = any(${[...filter.afterKinds]}::text[])`)
  const rows = await query.execute()
  const [cadenceIn, handlingIn] = [reader(Cadence.parse), reader(Handling.parse)]
  return rows.map((row) => ({
    dutyId: row.id,
    dutyKey: keyInWhole(row.key, row.part_id),
    responsibilityId: row.responsibility_id,
    versionId: row.version_id,
    name: fromJson<LocalText>(row.name),
    steps: fromJson<LocalText[]>(row.steps),
    cadence: cadenceIn(row.cadence),
    form: fromJson<HandInForm>(row.form),
    factKind: row.fact_kind,
    handling: handlingIn(row.handling),
    personId: row.person_id,
    positionId: row.position_id,
    unitId: row.unit_id,
    raci: row.raci as Raci,
    versionFrom: row.version_from,
    versionUntil: row.version_until,
    heldFrom: row.valid_from,
    heldUntil: row.valid_until,
  }))
}

export type DutyKnown = {
  readonly dutyId: string
  readonly dutyKey: string
  readonly responsibilityId: string
  readonly responsibilityName: LocalText
  readonly versionId: string
  readonly name: LocalText
  readonly steps: readonly LocalText[]
  readonly cadence: Cadence
  readonly form: HandInForm
  readonly factKind: string
  readonly handling: Handling
  readonly versionFrom: Day
  readonly versionUntil: Day | null
}

/** A duty of whatever version, also one that runs no longer. */
export async function dutyById(ctx: Context, dutyId: string): Promise<DutyKnown | undefined> {
  const row = await ctx.db
    .selectFrom('responsibility_duty as d')
    .innerJoin('responsibility_version as v', (on) =>
      on.onRef('v.tenant_id', '=', 'd.tenant_id').onRef('v.id', '=', 'd.version_id'),
    )
    .select(['d.id', 'd.key', 'd.name', 'd.steps', 'd.cadence', 'd.form', 'd.fact_kind', 'd.handling', 'd.version_id'])
    .select(['v.responsibility_id', 'v.name as of_name', 'v.valid_from', 'v.valid_until'])
    .where('d.tenant_id', '=', ctx.tenantId)
    .where('d.id', '=', dutyId)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    dutyId: row.id,
    dutyKey: row.key,
    responsibilityId: row.responsibility_id,
    responsibilityName: fromJson<LocalText>(row.of_name),
    versionId: row.version_id,
    name: fromJson<LocalText>(row.name),
    steps: fromJson<LocalText[]>(row.steps),
    cadence: Cadence.parse(row.cadence),
    form: fromJson<HandInForm>(row.form),
    factKind: row.fact_kind,
    handling: Handling.parse(row.handling),
    versionFrom: row.valid_from,
    versionUntil: row.valid_until,
  }
}

/** Reads a column; rows that say the same share one value, so that a hundred thousand duties are checked by their dozen shapes. */
function reader<T>(read: (value: unknown) => T): (value: unknown) => T {
  const known = new Map<string, T>()
  return (value) => {
    const text = JSON.stringify(value)
    const found = known.get(text) ?? read(value)
    known.set(text, found)
    return found
  }
}
