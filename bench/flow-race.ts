import { systemActor } from '#kernel/access'
import { inTenant } from '#kernel/transaction'
import { createTenant } from '#modules/base'
import { verifyRequests } from '#modules/flow'
import { figure, type Figure } from './measure.ts'
import type { Place } from './place.ts'
import { asOwner, seedFlow, seedRace, type FlowTenant } from './seed-flow.ts'
import { perform } from './flow-run.ts'

const instances = 10_000
const deciders = 8

type Detail = { dataRev: number; tasks: { id: string; returns: { id: string }[] }[] }

/**
 * Requests with a split of three branches (one person, all of three, any of three) and a step behind the join: all eight
 * who are asked act at the same moment, again and again, sometimes returning, sometimes with the initiator cancelling.
 */
export async function benchFlowRace(place: Place): Promise<Figure[]> {
  const tenantId = await createTenant(place.house, { slug: 'race', name: 'Race', language: 'en' })
  const tenant = await seedFlow(place.database.owner, tenantId)
  const flowId = await seedRace(place.database.owner, tenant)
  for (let from = 0; from < instances; from += 50)
    await Promise.all(Array.from({ length: 50 }, (_, index) => race(place, tenant, flowId, from + index)))
  const { requests, faults } = await inTenant(place.house, tenantId, systemActor('en'), verifyRequests)
  const joins = await joinsOf(place, tenantId)
  return [
    figure('requests whose log does not lead to their state', faults.length, 'requests', { atMost: 0 }, { requests }),
    figure('joins lost', joins.lost, 'joins', { atMost: 0 }, { joined: joins.joined }),
    figure('joins passed twice', joins.doubled, 'joins', { atMost: 0 }),
  ]
}

async function race({ house }: Place, { tenantId, people, approvers }: FlowTenant, flowId: string, number: number) {
  const asked = [...approvers, ...people].slice(0, deciders)
  const initiator = people[20 + (number % 20)]
  if (!initiator) throw new Error('nobody to start')
  const call = async <T>(accountId: string, name: string, input: object): Promise<T | undefined> =>
    perform<T>(house, tenantId, accountId, name, input).catch(() => undefined)
  const started = await perform<{ requestId: string }>(house, tenantId, initiator.accountId, 'startRequest', {
    flowId,
    values: { sum: number },
  })
  const { requestId } = started
  for (let round = 0; round < 6; round += 1) {
    const acted = await Promise.all(
      asked.map(async ({ accountId }, index) => {
        const detail = await call<Detail>(accountId, 'readRequest', { requestId })
        const task = detail?.tasks[0]
        if (!detail || !task) return false
        const mayReturn = round < 2 && (number + index) % 9 === 0 && task.returns[0]
        const deed = mayReturn
          ? { do: 'return', task: task.id, to: mayReturn.id, opinion: 'Again' }
          : { do: 'decide', task: task.id, decision: 'approve' }
        await call(accountId, 'act', { requestId, dataRev: detail.dataRev, deed })
        return true
      }),
    )
    if (number % 10 === 0 && round === 1)
      await call(initiator.accountId, 'act', { requestId, deed: { do: 'withdraw' } })
    const own = await call<Detail>(initiator.accountId, 'readRequest', { requestId })
    const fill = own?.tasks[0]
    if (own && fill) await call(initiator.accountId, 'act', { requestId, dataRev: own.dataRev, deed: { do: 'submit' } })
    else if (!acted.includes(true)) return
  }
}

/** The step behind the join opens once for every time all three branches were through, and never without. */
async function joinsOf({ database }: Place, tenantId: string) {
  return asOwner(database.owner, async (client) => {
    const { rows } = await client.query<{ joined: number; doubled: number; lost: number }>(
      `with opened as (
         select e.instance_id, count(*) filter (where x ->> 'do' = 'open-task' and x ->> 'node' = 'last') as times,
           count(*) filter (where x ->> 'do' = 'close-task' and x ->> 'node' = 'last') as closed
         from flow_event e, jsonb_array_elements(e.effects) x where e.tenant_id = $1 group by 1
       )
       select coalesce(sum(times), 0)::int as joined,
         count(*) filter (where times > closed + 1)::int as doubled,
         count(*) filter (where times = 0 and i.outcome = 'approved')::int as lost
       from opened o join flow_instance i on i.tenant_id = $1 and i.id = o.instance_id`,
      [tenantId],
    )
    const [found] = rows
    if (!found) throw new Error('nothing was raced')
    const { rows: stuck } = await client.query<{ count: number }>(
      `select count(*)::int as count from flow_instance i where i.tenant_id = $1 and i.status = 'running'
         and not exists (select from flow_task t where t.tenant_id = i.tenant_id and t.instance_id = i.id and t.status in ('open', 'offered'))`,
      [tenantId],
    )
    return { ...found, lost: found.lost + (stuck[0]?.count ?? 0) }
  })
}
