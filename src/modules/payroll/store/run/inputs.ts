import { sql } from 'kysely'
import { reachOfActor } from '#kernel/access'
import type { Context } from '#kernel/context'
import { nameIn, personMatches } from '#modules/organisation'
import type { Hold, PayInputRow } from '../../contract/inputs.ts'
import type { RunKind } from '../../rules/person-month.ts'

export type InputFilter = {
  readonly period: string
  readonly personId?: string | undefined
  readonly name?: string | undefined
  readonly source?: string | undefined
  readonly text?: string | undefined
  readonly limit: number
  readonly offset: number
}
export type StoredInputRow = Omit<PayInputRow, 'title'>

const home = (ctx: Context) => sql`(select v.unit_id from assignment a
  join position_version v on v.tenant_id = a.tenant_id and v.position_id = a.position_id and v.valid_from <= ${ctx.today}
    and (v.valid_until is null or v.valid_until > ${ctx.today})
  where a.tenant_id = p.tenant_id and a.person_id = p.id and a.kind = 'main' and a.valid_from <= ${ctx.today}
    and (a.valid_until is null or a.valid_until > ${ctx.today}) limit 1)`

/** People `p` whose pay the asker may read, by themselves and the unit of their main seat. */
export function visiblePay(ctx: Context, permission = 'payroll.read') {
  return reachOfActor(ctx.actor, permission).all
    ? sql`true`
    : sql`exists (select 1 from (select p.id as person_id, ${home(ctx)} as unit_id) seen
        where ${ctx.visible(permission, { person: 'seen.person_id', unit: 'seen.unit_id' })})`
}

export async function inputRows(ctx: Context, filter: InputFilter): Promise<{ total: number; rows: StoredInputRow[] }> {
  const parts = [
    sql`i.tenant_id = ${ctx.tenantId} and i.period = ${filter.period} and ${visiblePay(ctx)}`,
    ...(filter.personId ? [sql`i.person_id = ${filter.personId}`] : []),
    ...(filter.name ? [sql`i.name = ${filter.name}`] : []),
    ...(filter.source ? [sql`i.source = ${filter.source}`] : []),
    ...(filter.text ? [sql`${personMatches(ctx, filter.text)}`] : []),
  ]
  const { rows } = await sql<StoredInputRow & { total: number }>`
    select i.id, i.person_id as "personId", ${nameIn(ctx)} as "personName", p.number as "personNumber", i.period, i.name, i.value,
      i.source, i.label, i.run_kind as "runKind", i.used_by_run_id is not null as "isUsed", i.version, count(*) over ()::int as total
    from pay_input i join person p on p.tenant_id = i.tenant_id and p.id = i.person_id
    where ${sql.join(parts, sql` and `)} order by p.number, i.name, i.created_at, i.id
    limit ${filter.limit} offset ${filter.offset}`.execute(ctx.db)
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => row) }
}

export type KnownInput = {
  readonly id: string
  readonly personId: string
  readonly period: string
  readonly name: string
  readonly source: string
  readonly value: string
  readonly isUsed: boolean
  readonly version: number
}

export async function inputById(ctx: Context, inputId: string): Promise<KnownInput | undefined> {
  const { rows } = await sql<KnownInput>`
    select i.id, i.person_id as "personId", i.period, i.name, i.source, i.value, i.used_by_run_id is not null as "isUsed", i.version
    from pay_input i join person p on p.tenant_id = i.tenant_id and p.id = i.person_id
    where i.tenant_id = ${ctx.tenantId} and i.id = ${inputId} and ${visiblePay(ctx)} for update of i`.execute(ctx.db)
  return rows[0]
}

export type NewInput = {
  readonly personId: string
  readonly period: string
  readonly name: string
  readonly value: string
  readonly source: 'typed' | 'file' | 'attendance' | 'arrears' | 'module'
  readonly sourceKey: string
  readonly label: string
  readonly path?: string | null
  readonly runKind: RunKind
}

/** Writes inputs by one statement; one of the same source and key is replaced unless it was paid. @returns those written */
export async function writeInputs(
  ctx: Context,
  inputs: readonly NewInput[],
): Promise<{ id: string; version: number }[]> {
  const rows = inputs.map((one) => ({ ...one, path: one.path ?? null, id: ctx.newId() }))
  const written = await sql<{ id: string; version: number }>`
    insert into pay_input (tenant_id, id, person_id, period, name, value, source, source_key, label, path, run_kind, created_by_id, created_at)
    select ${ctx.tenantId}, x.id, x."personId", x.period, x.name, x.value, x.source, x."sourceKey", x.label, x.path, x."runKind",
      ${ctx.actor.accountId}, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) x (id uuid, "personId" uuid, period text, name text, value numeric,
      source text, "sourceKey" text, label text, path text, "runKind" text)
    on conflict (tenant_id, person_id, period, name, source, source_key) do update set value = excluded.value, label = excluded.label,
      run_kind = excluded.run_kind, created_by_id = excluded.created_by_id, created_at = excluded.created_at,
      version = pay_input.version + 1
    where pay_input.used_by_run_id is null
    returning id, version`.execute(ctx.db)
  return written.rows
}

export async function deleteInput(ctx: Context, inputId: string): Promise<void> {
  await ctx.db.deleteFrom('pay_input').where('tenant_id', '=', ctx.tenantId).where('id', '=', inputId).execute()
}

/** The person, when the asker may do this with their pay. */
export async function payPerson(ctx: Context, personId: string, permission: string): Promise<boolean> {
  const { rows } = await sql`select 1 from person p where p.tenant_id = ${ctx.tenantId} and p.id = ${personId}
    and ${visiblePay(ctx, permission)}`.execute(ctx.db)
  return rows.length > 0
}

type StoredHold = Omit<Hold, 'releasedAt'> & { readonly releasedAt: Date | null }

export async function holdRows(
  ctx: Context,
  { show, limit, offset, holdId }: { show: 'open' | 'all'; limit: number; offset: number; holdId?: string },
): Promise<{ total: number; rows: StoredHold[] }> {
  const { rows } = await sql<StoredHold & { total: number }>`
    select h.id, h.person_id as "personId", ${nameIn(ctx)} as "personName", p.number as "personNumber", h.reason,
      h.from_period as "fromPeriod", h.released_at as "releasedAt", h.version, count(*) over ()::int as total
    from pay_hold h join person p on p.tenant_id = h.tenant_id and p.id = h.person_id
    where h.tenant_id = ${ctx.tenantId} and ${visiblePay(ctx)} and (${show === 'all'} or h.released_at is null)
      and (${holdId ?? null}::uuid is null or h.id = ${holdId ?? null})
    order by h.created_at desc, h.id limit ${limit} offset ${offset}`.execute(ctx.db)
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => row) }
}

export async function insertHold(
  ctx: Context,
  hold: { personId: string; fromPeriod: string; reason: string },
): Promise<string> {
  const id = ctx.newId()
  await ctx.db
    .insertInto('pay_hold')
    .values({
      tenant_id: ctx.tenantId,
      id,
      person_id: hold.personId,
      from_period: hold.fromPeriod,
      reason: hold.reason,
      created_by_id: ctx.actor.accountId,
      created_at: ctx.now,
    })
    .execute()
  return id
}

export async function releaseHold(ctx: Context, holdId: string, version: number): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('pay_hold')
    .set({ released_at: ctx.now, version: version + 1 })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', holdId)
    .where('version', '=', version)
    .where('released_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

type Told = Pick<NewInput, 'personId' | 'period' | 'name' | 'source'>
export type Imported = Told & { readonly value: string; readonly label: string; readonly isUsed: boolean }

/** What earlier files brought of the same people and months. */
export async function importedInputs(ctx: Context, told: readonly { readonly input: Told }[]): Promise<Imported[]> {
  const { rows } = await sql<Imported>`
    select person_id as "personId", period, name, source, value, label, used_by_run_id is not null as "isUsed" from pay_input
    where tenant_id = ${ctx.tenantId} and source in ('file', 'attendance') and source_key = ''
      and person_id = any(${[...new Set(told.map(({ input }) => input.personId))]}::uuid[])
      and period = any(${[...new Set(told.map(({ input }) => input.period))]}::text[])`.execute(ctx.db)
  return rows
}

/** Of some people those whose pay the asker may run. */
export async function mayRunFor(ctx: Context, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select p.id from person p where p.tenant_id = ${ctx.tenantId}
    and p.id = any(${[...personIds]}::uuid[]) and ${visiblePay(ctx, 'payroll.run')}`.execute(ctx.db)
  return new Set(rows.map(({ id }) => id))
}
