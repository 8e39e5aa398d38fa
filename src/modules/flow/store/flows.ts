import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import type { FlowContent, Starters } from '../contract.ts'
import { isUuid } from './resolve.ts'

export type Flow = {
  readonly id: string
  readonly key: string
  readonly name: Record<string, string>
  readonly description: Record<string, string>
  readonly category: string
  readonly icon: string
  readonly prefix: string
  readonly starters: Starters
  readonly draft: FlowContent
  readonly version: number
  readonly currentVersion: number | null
  readonly changedByName: string
  readonly changedAt: Date
  readonly retiredAt: Date | null
}

const columns = sql`f.id, f.key, f.name, f.description, f.category, f.icon, f.prefix, f.starters, f.version, f.current_version as "currentVersion",
  f.changed_by_name as "changedByName", f.changed_at as "changedAt", f.retired_at as "retiredAt"`

/** A flow that may be started now, by its id or its key. */
export async function currentFlow(
  ctx: Context,
  named: string,
): Promise<{ id: string; key: string; prefix: string; version: number } | undefined> {
  const row = await ctx.db
    .selectFrom('flow')
    .select(['id', 'key', 'prefix', 'current_version as version'])
    .where('tenant_id', '=', ctx.tenantId)
    .where(isUuid(named) ? 'id' : 'key', '=', named)
    .where('retired_at', 'is', null)
    .where('current_version', 'is not', null)
    .executeTakeFirst()
  return row && row.version !== null ? { ...row, version: row.version } : undefined
}

export async function findFlow(ctx: Context, id: string, lock = false): Promise<Flow | undefined> {
  const { rows } = await sql<Flow>`select ${columns}, f.draft from flow f
    where f.tenant_id = ${ctx.tenantId} and f.id = ${id} ${lock ? sql`for update` : sql``}`.execute(ctx.db)
  return rows[0]
}

export type FlowLine = Omit<Flow, 'draft'> & { readonly running: number; readonly isChanged: boolean }

/** At most 500; `ids` only those. */
export async function flowLines(
  ctx: Context,
  {
    text,
    category,
    retired,
    ids,
  }: { text?: string | undefined; category?: string | undefined; retired?: boolean; ids?: readonly string[] },
): Promise<FlowLine[]> {
  const parts = [sql`f.tenant_id = ${ctx.tenantId}`]
  if (ids) parts.push(sql`f.id = any(${[...ids]}::uuid[])`)
  else parts.push(retired ? sql`f.retired_at is not null` : sql`f.retired_at is null`)
  if (category) parts.push(sql`f.category = ${category}`)
  if (text)
    parts.push(sql`(f.name::text ilike ${like(text)} or f.key ilike ${like(text)} or f.category ilike ${like(text)})`)
  const { rows } = await sql<FlowLine>`select ${columns},
      (select count(*)::int from flow_instance i where i.tenant_id = f.tenant_id and i.flow_id = f.id and i.status in ('checking', 'running', 'incident')) as running,
      v.version is null or jsonb_build_object('definition', v.definition, 'form', v.form, 'start', v.start) <> f.draft as "isChanged"
    from flow f left join flow_version v on v.tenant_id = f.tenant_id and v.flow_id = f.id and v.version = f.current_version
    where ${sql.join(parts, sql` and `)} order by f.category, f.key limit 500`.execute(ctx.db)
  return rows
}

export async function draftsOf(ctx: Context, ids: readonly string[]): Promise<Map<string, FlowContent>> {
  const { rows } = await sql<{ id: string; draft: FlowContent }>`select f.id, f.draft from flow f
    where f.tenant_id = ${ctx.tenantId} and f.id = any(${[...ids]}::uuid[])`.execute(ctx.db)
  return new Map(rows.map((row) => [row.id, row.draft]))
}

/** Flows in use, for the page where one starts something, with how often the asker used each lately. */
export async function startable(
  ctx: Context,
  personId: string,
  text: string | undefined,
): Promise<(Omit<Flow, 'draft'> & { used: number })[]> {
  const found = text
    ? sql`and (f.name::text ilike ${like(text)} or f.description::text ilike ${like(text)} or f.category ilike ${like(text)})`
    : sql``
  const { rows } = await sql<Omit<Flow, 'draft'> & { used: number }>`select ${columns},
      (select count(*)::int from flow_instance i where i.tenant_id = f.tenant_id and i.owner_id = ${personId} and i.flow_id = f.id) as used
    from flow f where f.tenant_id = ${ctx.tenantId} and f.retired_at is null and f.current_version is not null ${found}
    order by used desc, f.category, f.key limit 500`.execute(ctx.db)
  return rows
}

export function like(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
}
