import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import type { AlarmKind, Noticed } from '../rules.ts'

export type Kept = {
  readonly id: string
  readonly key: string
  readonly placeId: string | null
  readonly facts: string
  readonly assignedTo: string | null
}

/** The alarms of some kinds that stand, muted ones too; kept from being changed by another look. */
export async function openAlarms(ctx: Context, kinds: readonly AlarmKind[]): Promise<Kept[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`alarms ${ctx.tenantId}`}, 0))`.execute(ctx.db)
  const rows = await ctx.db
    .selectFrom('alarm')
    .select(['id', 'key', 'place_id', 'facts', 'assigned_to'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('resolved_on', 'is', null)
    .where('kind', 'in', kinds)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    placeId: row.place_id,
    facts: JSON.stringify(row.facts),
    assignedTo: row.assigned_to,
  }))
}

const atOnce = 2000

/** Writes alarms that are new and what has changed of those that stand. */
export async function writeAlarms(ctx: Context, alarms: readonly Noticed[]): Promise<void> {
  for (let start = 0; start < alarms.length; start += atOnce) {
    const rows = alarms.slice(start, start + atOnce).map((alarm) => ({ id: ctx.newId(), ...alarm }))
    await sql`
      insert into alarm (tenant_id, id, key, kind, responsibility_id, position_id, unit_id, person_id, account_id, place_id, facts, since)
      select ${ctx.tenantId}, n.id, n.key, n.kind, n."responsibilityId", n."positionId", n."unitId", n."personId", n."accountId",
        n."placeId", n.facts, ${ctx.today}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, key text, kind text, "responsibilityId" uuid,
        "positionId" uuid, "unitId" uuid, "personId" uuid, "accountId" uuid, "placeId" uuid, facts jsonb)
      on conflict (tenant_id, key) where resolved_on is null
        do update set place_id = excluded.place_id, facts = excluded.facts`.execute(ctx.db)
  }
}

export async function closeAlarms(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await ctx.db
    .updateTable('alarm')
    .set({ resolved_on: ctx.today })
    .where('tenant_id', '=', ctx.tenantId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
}

export type Decided = {
  readonly id: string
  readonly kind: string
  readonly placeId: string | null
  readonly resolvedOn: string | null
  readonly assignedTo: string | null
  readonly mutedUntil: string | null
}

/** Alarms to be decided on, of those the actor may see; locked. */
export async function alarmsToDecide(ctx: Context, ids: readonly string[]): Promise<Decided[]> {
  const rows = await ctx.db
    .selectFrom('alarm as al')
    .select(['al.id', 'al.kind', 'al.place_id', 'al.resolved_on', 'al.assigned_to', 'al.muted_until'])
    .where('al.tenant_id', '=', ctx.tenantId)
    .where(seen(ctx))
    .where(sql<boolean>`al.id = any(${[...ids]}::uuid[])`)
    .orderBy('al.id')
    .forUpdate()
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    placeId: row.place_id,
    resolvedOn: row.resolved_on,
    assignedTo: row.assigned_to,
    mutedUntil: row.muted_until,
  }))
}

/** By unit, by the person it is about, and by who is to see to it. */
export function seen(ctx: Context) {
  const about = ctx.visible('alarms.read', { person: 'al.person_id', unit: 'al.place_id' })
  return sql<boolean>`(${about} or ${ctx.visible('alarms.read', { person: 'al.assigned_to' })})`
}

type Change = {
  assigned_to?: string | null
  assigned_by?: string | null
  muted_until?: string | null
  mute_reason?: string | null
  muted_by?: string | null
}

export async function changeAlarms(ctx: Context, ids: readonly string[], change: Change): Promise<void> {
  await ctx.db
    .updateTable('alarm')
    .set(change)
    .where('tenant_id', '=', ctx.tenantId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
}
