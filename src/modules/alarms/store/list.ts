import { sql } from 'kysely'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'
import type { Alarm, AlarmState } from '../contract.ts'
import type { AlarmKind } from '../rules.ts'
import { seen } from './alarm.ts'

export type ListAsk = {
  readonly state: AlarmState
  readonly kinds?: readonly AlarmKind[] | undefined
  readonly unitIds?: readonly string[] | undefined
  readonly responsibilityId?: string | undefined
  readonly assignedTo?: string | undefined
  readonly text?: string | undefined
  readonly limit: number
  readonly offset: number
}

type Row = Omit<Alarm, 'totalPermille' | 'indicator' | 'days' | 'permissions' | 'mayDecide'> & {
  readonly placeId: string | null
  readonly facts: { totalPermille?: number; indicator?: LocalText; days?: number; permissions?: string[] }
}

/** Alarms in a state with the names of what they are about; the oldest first, resolved ones by their last day. */
export async function listAlarmsOf(ctx: Context, ask: ListAsk) {
  const found = sql`select al.*, resp.name as responsibility_name, pos.title, pos.unit_name, un.name as unit_name_own,
      pl.name as place_name, ${nameIn(ctx, 'pe')} as person_name, ac.name as account_name, who.name as assignee, muter.name as muter
    from alarm al
    left join lateral (select v.name from responsibility_version v where v.tenant_id = al.tenant_id
      and v.responsibility_id = al.responsibility_id order by v.valid_from <= ${ctx.today} desc, v.valid_from desc limit 1) resp on true
    left join lateral (select p.title, (select u.name from unit_version u where u.tenant_id = p.tenant_id and u.unit_id = p.unit_id
        order by u.valid_from <= ${ctx.today} desc, u.valid_from desc limit 1) as unit_name
      from position_version p where p.tenant_id = al.tenant_id and p.position_id = al.position_id
      order by p.valid_from <= ${ctx.today} desc, p.valid_from desc limit 1) pos on true
    left join lateral ${nameOf(ctx, sql`al.unit_id`)} un on true
    left join lateral ${nameOf(ctx, sql`al.place_id`)} pl on true
    left join person pe on pe.tenant_id = al.tenant_id and pe.id = al.person_id
    left join account ac on ac.tenant_id = al.tenant_id and ac.id = al.account_id
    left join person who on who.tenant_id = al.tenant_id and who.id = al.assigned_to
    left join account muter on muter.tenant_id = al.tenant_id and muter.id = al.muted_by
    where al.tenant_id = ${ctx.tenantId} and ${seen(ctx)} and ${inState(ctx, ask.state)}
      and ${ask.unitIds ? sql`al.place_id = any(${[...ask.unitIds]}::uuid[])` : sql`true`}
      and ${ask.responsibilityId ? sql`al.responsibility_id = ${ask.responsibilityId}` : sql`true`}
      and ${ask.assignedTo ? sql`al.assigned_to = ${ask.assignedTo}` : sql`true`}`
  const named = ask.text ? sql`where ${says(ask.text)}` : sql`where true`
  const ofKind = ask.kinds ? sql`and f.kind = any(${[...ask.kinds]}::text[])` : sql``
  const { rows: counts } = await sql<{ kind: AlarmKind; count: number }>`
    select f.kind, count(*)::int as count from (${found}) f ${named} group by f.kind order by count desc, f.kind`.execute(
    ctx.db,
  )
  const { rows } = await sql<Row>`
    select f.id, f.kind, f.since, f.resolved_on as "resolvedOn", f.facts, f.place_id as "placeId",
      ${pair('responsibility_id', 'responsibility_name')} as responsibility,
      case when f.position_id is null then null else jsonb_build_object('id', f.position_id, 'name', coalesce(f.title, '{}'), 'unitName', f.unit_name) end as position,
      ${pair('unit_id', 'unit_name_own')} as unit, ${pair('place_id', 'place_name')} as place,
      case when f.person_id is null then null else jsonb_build_object('id', f.person_id, 'name', f.person_name) end as person,
      case when f.account_id is null then null else jsonb_build_object('id', f.account_id, 'name', f.account_name) end as account,
      case when f.assigned_to is null then null else jsonb_build_object('id', f.assigned_to, 'name', f.assignee) end as "assignedTo",
      f.muted_until as "mutedUntil", f.mute_reason as "muteReason", f.muter as "mutedBy"
    from (${found}) f ${named} ${ofKind}
    order by ${ask.state === 'resolved' ? sql`f.resolved_on desc` : sql`f.since`}, f.kind, f.id
    limit ${ask.limit} offset ${ask.offset}`.execute(ctx.db)
  const wanted = ask.kinds && new Set(ask.kinds)
  const total = counts.filter(({ kind }) => !wanted || wanted.has(kind)).reduce((sum, { count }) => sum + count, 0)
  return { total, counts, rows }
}

function pair(id: string, name: string) {
  const [idColumn, nameColumn] = [sql.ref(`f.${id}`), sql.ref(`f.${name}`)]
  return sql`case when ${idColumn} is null then null else jsonb_build_object('id', ${idColumn}, 'name', coalesce(${nameColumn}, '{}')) end`
}

function nameOf(ctx: Context, unitId: ReturnType<typeof sql>) {
  return sql`(select u.name from unit_version u where u.tenant_id = al.tenant_id and u.unit_id = ${unitId}
    order by u.valid_from <= ${ctx.today} desc, u.valid_from desc limit 1)`
}

function inState(ctx: Context, state: AlarmState) {
  if (state === 'resolved') return sql<boolean>`al.resolved_on is not null`
  const muted = sql`al.muted_until is not null and al.muted_until > ${ctx.today}`
  return state === 'muted'
    ? sql<boolean>`(al.resolved_on is null and ${muted})`
    : sql<boolean>`(al.resolved_on is null and not (${muted}))`
}

function says(text: string) {
  const like = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return sql<boolean>`(coalesce(f.responsibility_name::text, '') || coalesce(f.title::text, '') || coalesce(f.person_name, '')
    || coalesce(f.account_name, '') || coalesce(f.place_name::text, '') || coalesce(f.assignee, '')) ilike ${like}`
}
