import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#kernel/context'
import type { Attempt, AttemptWay } from '../contract.ts'

/** Requests about a subject with a step that waits for a signal of this name, as their versions say. */
export async function signalled(
  ctx: Context,
  { name, subjectType, subjectKey }: { name: string; subjectType: string; subjectKey: string },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select i.id from flow_instance i
    where i.tenant_id = ${ctx.tenantId} and i.subject_type = ${subjectType} and i.subject_key = ${subjectKey} and i.status in ('running', 'incident')
      and exists (select from jsonb_array_elements(i.state -> 'tokens') as t (token)
        join flow_version v on v.tenant_id = i.tenant_id and v.flow_id = i.flow_id and v.version = i.version
        where t.token ->> 'stage' = 'waiting' and (t.token ->> 'node' = ${name} or jsonb_path_exists(v.definition,
          '$.** ? (@.kind == "wait" && @.signal == $name && @.id == $node)', jsonb_build_object('name', ${name}::text, 'node', t.token ->> 'node'))))
    order by i.id limit 500`.execute(ctx.db)
  return rows.map((row) => row.id)
}

export type AttemptRow = Omit<Attempt, 'at' | 'sentence' | 'stepName' | 'person' | 'flow'> & {
  readonly at: Date
  readonly personId: string | null
  readonly flowId: string | null
  readonly flowName: Record<string, string> | null
  readonly flowVersion: number | null
  readonly facts: Record<string, string>
}
export type AttemptsWanted = {
  way?: AttemptWay[] | undefined
  gate?: string | undefined
  flowId?: string | undefined
  from?: string | undefined
  until?: string | undefined
  limit: number
  offset: number
}

export async function attemptRows(
  ctx: Context,
  wanted: AttemptsWanted,
): Promise<{ rows: AttemptRow[]; byWay: Record<string, number>; byGate: Record<string, number>; total: number }> {
  const parts: RawBuilder<unknown>[] = [sql`a.tenant_id = ${ctx.tenantId}`]
  if (wanted.way) parts.push(sql`a.way = any(${wanted.way}::text[])`)
  if (wanted.gate) parts.push(sql`a.gate = ${wanted.gate}`)
  if (wanted.flowId) parts.push(sql`a.flow_id = ${wanted.flowId}`)
  if (wanted.from) parts.push(sql`a.at >= ${wanted.from}::timestamptz`)
  if (wanted.until) parts.push(sql`a.at < ${wanted.until}::timestamptz`)
  const where = sql.join(parts, sql` and `)
  const counts = await sql<{
    way: string
    gate: string | null
    count: number
  }>`select a.way, a.gate, count(*)::int as count
    from flow_attempt a where ${where} group by a.way, a.gate`.execute(ctx.db)
  const { rows } =
    await sql<AttemptRow>`select a.id, a.at, a.way, a.code, a.gate, a.subject_type as "subjectType", a.subject_key as "subjectKey",
      coalesce(a.flow_id, i.flow_id) as "flowId", f.name as "flowName", coalesce(i.version, f.current_version) as "flowVersion",
      a.instance_id as "requestId", i.number as "requestNumber", a.node as step, a.facts, a.person_id as "personId", a.by_name as "byName"
    from flow_attempt a
    left join flow_instance i on i.tenant_id = a.tenant_id and i.id = a.instance_id
    left join flow f on f.tenant_id = a.tenant_id and f.id = coalesce(a.flow_id, i.flow_id)
    where ${where} order by a.at desc, a.id limit ${wanted.limit} offset ${wanted.offset}`.execute(ctx.db)
  return {
    rows,
    byWay: summed(counts.rows, (row) => row.way),
    byGate: summed(counts.rows, (row) => row.gate),
    total: counts.rows.reduce((sum, row) => sum + row.count, 0),
  }
}

function summed<T extends { count: number }>(
  rows: readonly T[],
  keyOf: (row: T) => string | null,
): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const row of rows) {
    const key = keyOf(row)
    if (key !== null) sums[key] = (sums[key] ?? 0) + row.count
  }
  return sums
}
