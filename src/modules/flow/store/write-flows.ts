import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import type { FlowContent, Starters, VersionBrief } from '../contract.ts'
import type { Flow } from './flows.ts'

export type Head = {
  name: Record<string, string>
  description: Record<string, string>
  category: string
  icon: string
  prefix: string
  starters: Starters
}

/** False when the key is taken. */
export async function insertFlow(
  ctx: Context,
  one: Head & { id: string; key: string; draft: FlowContent },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('flow')
    .values({
      tenant_id: ctx.tenantId,
      id: one.id,
      key: one.key,
      ...headOf(one),
      draft: JSON.stringify(one.draft),
      changed_by_name: ctx.actor.name,
      created_at: ctx.now,
      changed_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'key']).doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function updateFlow(
  ctx: Context,
  flow: Flow,
  change: Partial<Head> & { draft?: FlowContent; currentVersion?: number; retiredAt?: Date | null },
): Promise<number> {
  const { draft, currentVersion, retiredAt, ...head } = change
  await ctx.db
    .updateTable('flow')
    .set({
      ...headOf({ ...flow, ...head }),
      ...(draft ? { draft: JSON.stringify(draft) } : {}),
      ...(currentVersion === undefined ? {} : { current_version: currentVersion }),
      ...(retiredAt === undefined ? {} : { retired_at: retiredAt }),
      version: flow.version + 1,
      changed_by_name: ctx.actor.name,
      changed_at: ctx.now,
    })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', flow.id)
    .execute()
  return flow.version + 1
}

export async function insertVersion(
  ctx: Context,
  flow: Flow,
  version: number,
  {
    content,
    verdict,
    note,
    reason,
  }: { content: FlowContent; verdict: 'sound' | 'unknown'; note: string; reason: string | null },
): Promise<void> {
  const { definition, form, start } = content
  await ctx.db
    .insertInto('flow_version')
    .values({
      tenant_id: ctx.tenantId,
      flow_id: flow.id,
      version,
      name: JSON.stringify(flow.name),
      definition: JSON.stringify(definition),
      form: JSON.stringify(form),
      start: JSON.stringify(start),
      hash: createHash('sha256')
        .update(JSON.stringify([definition, form, start]))
        .digest('hex'),
      verdict,
      note,
      reason,
      published_by: ctx.actor.accountId,
      published_name: ctx.actor.name,
      published_at: ctx.now,
    })
    .execute()
}

export type StoredVersion = Omit<VersionBrief, 'publishedAt'> & {
  readonly publishedAt: Date
  readonly name: Record<string, string>
  readonly hash: string
} & FlowContent

export async function versionsOf(ctx: Context, flowId: string, only?: number): Promise<StoredVersion[]> {
  const { rows } =
    await sql<StoredVersion>`select v.version, v.verdict, v.note, v.reason, v.published_name as "publishedName",
      v.published_at as "publishedAt", v.name, v.hash, v.definition, v.form, v.start,
      (select count(*)::int from flow_instance i where i.tenant_id = v.tenant_id and i.flow_id = v.flow_id and i.version = v.version
        and i.status in ('checking', 'running', 'incident')) as running
    from flow_version v where v.tenant_id = ${ctx.tenantId} and v.flow_id = ${flowId} ${only === undefined ? sql`` : sql`and v.version = ${only}`}
    order by v.version desc limit 200`.execute(ctx.db)
  return rows
}

function headOf({ name, description, category, icon, prefix, starters }: Head) {
  return {
    name: JSON.stringify(name),
    description: JSON.stringify(description),
    category,
    icon,
    prefix,
    starters: JSON.stringify(starters),
  }
}
