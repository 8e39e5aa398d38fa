import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { State } from '#core/flow'
import type { Context } from '#kernel/context'
import { retell, unsound, type StoredEvent } from '../rules/retell.ts'
import { versionOf } from '../store/versions.ts'

export type Verified = { readonly requests: number; readonly faults: readonly { requestId: string; what: string }[] }

type Row = {
  id: string
  flowId: string
  version: number
  initiatorId: string
  state: State
  log: { at: string; event: StoredEvent['event'] & { from?: number }; facts: StoredEvent['facts'] }[]
  openTasks: string[]
  timers: string[]
}

const batch = 200

/**
 * Tells every request of a company again from its log and compares: the state, the open to-dos and the timers must be
 * what the log leads to. What it finds is a fault of the product or of who wrote into the tables.
 */
export async function verifyRequests(ctx: Context): Promise<Verified> {
  const faults: { requestId: string; what: string }[] = []
  let requests = 0
  for (let after = ''; ;) {
    const rows = await read(ctx, after)
    if (rows.length === 0) return { requests, faults }
    requests += rows.length
    after = rows.at(-1)?.id ?? ''
    for (const row of rows) for (const what of await faultsOf(ctx, row)) faults.push({ requestId: row.id, what })
  }
}

async function faultsOf(ctx: Context, row: Row): Promise<string[]> {
  const first = row.log.find(({ event }) => event.do === 'migrate')?.event.from ?? row.version
  const numbers = [
    ...new Set([first, row.version, ...row.log.flatMap(({ event }) => (event.do === 'migrate' ? [event.to] : []))]),
  ]
  const versions = new Map(
    await Promise.all(
      numbers.map(async (number) => [number, (await versionOf(ctx, row.flowId, number)).compiled] as const),
    ),
  )
  const told = retell(
    row.initiatorId,
    first,
    row.log.map((line) => ({ ...line, at: Date.parse(line.at) })),
    (number) => {
      const compiled = versions.get(number)
      if (!compiled) throw new Error(`no version ${number}`)
      return compiled
    },
  )
  return [
    ...(isDeepStrictEqual(JSON.parse(JSON.stringify(told)), row.state) ? [] : ['its log leads to another state']),
    ...unsound(row.state, row),
  ]
}

async function read(ctx: Context, after: string): Promise<Row[]> {
  const { rows } =
    await sql<Row>`select i.id, i.flow_id as "flowId", i.version, i.initiator_id as "initiatorId", i.state,
      coalesce((select json_agg(json_build_object('at', e.at, 'event', e.event, 'facts', e.facts) order by e.seq) from flow_event e
        where e.tenant_id = i.tenant_id and e.instance_id = i.id), '[]') as log,
      array(select t.task from flow_task t where t.tenant_id = i.tenant_id and t.instance_id = i.id and t.status in ('open', 'offered')) as "openTasks",
      array(select t.timer from flow_timer t where t.tenant_id = i.tenant_id and t.instance_id = i.id and t.event is null) as timers
    from flow_instance i where i.tenant_id = ${ctx.tenantId} and i.status <> 'draft' ${after === '' ? sql`` : sql`and i.id > ${after}`}
    order by i.id limit ${batch}`.execute(ctx.db)
  return rows
}
