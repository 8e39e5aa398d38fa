import { sql } from 'kysely'
import type { Source } from '#core/flow'
import type { Context } from '#kernel/context'
import type { FlowBrief } from '../contract.ts'

export type StoredLimit = {
  readonly id: string
  readonly flow: FlowBrief
  readonly field: string
  readonly fieldName: Record<string, string>
  readonly isMoney: boolean
  readonly atLeast: number | null
  readonly atMost: number | null
  readonly tell: Source
  readonly isOn: boolean
  readonly version: number
  readonly breaches: number
}

const flowJson = sql`jsonb_build_object('id', f.id, 'key', f.key, 'name', f.name, 'icon', f.icon, 'category', f.category)`
/** What the field is called in the version in use, else in the draft; its key when it is no longer there. */
const fieldName = sql`coalesce((select x -> 'label' from jsonb_array_elements(coalesce(v.form, f.draft -> 'form') -> 'fields') x where x ->> 'key' = l.field),
  jsonb_build_object('en', l.field))`

const isMoney = sql`coalesce((select x ->> 'kind' = 'money' or (x ->> 'kind' = 'computed' and coalesce(x ->> 'result', '') = 'money')
  from jsonb_array_elements(coalesce(v.form, f.draft -> 'form') -> 'fields') x where x ->> 'key' = l.field), false)`

/** At most 500, those of one flow or one of them. */
export async function limitsOf(
  ctx: Context,
  only: { flowId?: string | undefined; id?: string },
): Promise<StoredLimit[]> {
  const { rows } =
    await sql<StoredLimit>`select l.id, ${flowJson} as flow, l.field, ${fieldName} as "fieldName", ${isMoney} as "isMoney", l.at_least::float8 as "atLeast",
      l.at_most::float8 as "atMost", l.tell, l.is_on as "isOn", l.version,
      (select count(*)::int from flow_breach b where b.tenant_id = l.tenant_id and b.limit_id = l.id) as breaches
    from flow_limit l join flow f on f.tenant_id = l.tenant_id and f.id = l.flow_id
    left join flow_version v on v.tenant_id = f.tenant_id and v.flow_id = f.id and v.version = f.current_version
    where l.tenant_id = ${ctx.tenantId} ${only.flowId === undefined ? sql`` : sql`and l.flow_id = ${only.flowId}`}
      ${only.id === undefined ? sql`` : sql`and l.id = ${only.id}`}
    order by f.key, l.field, l.id limit 500`.execute(ctx.db)
  return rows
}

export type Bounds = Pick<StoredLimit, 'id' | 'field' | 'atLeast' | 'atMost' | 'tell'>

/** Those that watch a flow now. */
export async function watching(ctx: Context, flowId: string): Promise<Bounds[]> {
  const { rows } =
    await sql<Bounds>`select l.id, l.field, l.at_least::float8 as "atLeast", l.at_most::float8 as "atMost", l.tell from flow_limit l
    where l.tenant_id = ${ctx.tenantId} and l.flow_id = ${flowId} and l.is_on`.execute(ctx.db)
  return rows
}

export async function putLimit(
  ctx: Context,
  one: { id: string; flowId: string; version: number } & Pick<
    StoredLimit,
    'field' | 'atLeast' | 'atMost' | 'tell' | 'isOn'
  >,
): Promise<void> {
  const content = {
    field: one.field,
    at_least: one.atLeast,
    at_most: one.atMost,
    tell: JSON.stringify(one.tell),
    is_on: one.isOn,
    version: one.version,
  }
  await ctx.db
    .insertInto('flow_limit')
    .values({ tenant_id: ctx.tenantId, id: one.id, flow_id: one.flowId, ...content, created_at: ctx.now } as never)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(content as never))
    .execute()
}

export async function dropLimit(ctx: Context, id: string): Promise<void> {
  await ctx.db.deleteFrom('flow_limit').where('tenant_id', '=', ctx.tenantId).where('id', '=', id).execute()
}

export async function insertBreach(
  ctx: Context,
  one: { limitId: string; requestId: string; value: number; told: readonly string[] },
): Promise<void> {
  await sql`insert into flow_breach (tenant_id, id, limit_id, instance_id, value, at, by_name, told)
    values (${ctx.tenantId}, ${ctx.newId()}, ${one.limitId}, ${one.requestId}, ${one.value}, ${ctx.now},
      ${ctx.actor.kind === 'system' ? null : ctx.actor.name}, ${[...one.told]}::uuid[])`.execute(ctx.db)
}

export type StoredBreach = {
  readonly id: string
  readonly at: Date
  readonly requestId: string
  readonly number: string | null
  readonly title: string
  readonly titleWords: Readonly<Record<string, string>> | null
  readonly flow: FlowBrief
  readonly fieldName: Record<string, string>
  readonly isMoney: boolean
  readonly value: number
  readonly atLeast: number | null
  readonly atMost: number | null
  readonly byName: string | null
  readonly told: string[]
  readonly total: number
}

export async function breachesOf(
  ctx: Context,
  { flowId, limit, offset }: { flowId?: string | undefined; limit: number; offset: number },
): Promise<StoredBreach[]> {
  const { rows } =
    await sql<StoredBreach>`select b.id, b.at, b.instance_id as "requestId", i.number, i.title, i.title_words as "titleWords", ${flowJson} as flow,
      ${fieldName} as "fieldName", ${isMoney} as "isMoney", b.value::float8 as value, l.at_least::float8 as "atLeast", l.at_most::float8 as "atMost", b.by_name as "byName",
      b.told::text[] as told, count(*) over ()::int as total
    from flow_breach b join flow_limit l on l.tenant_id = b.tenant_id and l.id = b.limit_id
    join flow f on f.tenant_id = l.tenant_id and f.id = l.flow_id
    left join flow_version v on v.tenant_id = f.tenant_id and v.flow_id = f.id and v.version = f.current_version
    join flow_instance i on i.tenant_id = b.tenant_id and i.id = b.instance_id
    where b.tenant_id = ${ctx.tenantId} and ${ctx.visible('flow.read', { person: 'i.initiator_id', unit: 'i.unit_id' })} ${flowId === undefined ? sql`` : sql`and l.flow_id = ${flowId}`}
    order by b.at desc, b.id desc limit ${limit} offset ${offset}`.execute(ctx.db)
  return rows
}
