import { systemActor } from '#kernel/access'
import { inTenant } from '#kernel/transaction'
import { factoryLogin } from '../factory/accounts.ts'
import type { FactoryWorld } from '../factory/world.ts'
import { publishFlows } from './publish.ts'
import { factoryStories, merchantStories } from './story.ts'
import { tellRequests } from './tell.ts'

/** Publishes the flows of the group and tells two months of requests, at the merchant and in the factory. */
export async function loadFlows(world: FactoryWorld): Promise<void> {
  const { house, perform, time, tenantId, founder, today } = world
  time.now = new Date()
  const inspection = await inTenant(house, tenantId, systemActor(), (ctx) =>
    ctx.db
      .selectFrom('responsibility')
      .select('id')
      .where('tenant_id', '=', tenantId)
      .where('code', '=', 'F-QA-PROCESS')
      .executeTakeFirstOrThrow(),
  )
  const flowIds = await publishFlows(
    perform,
    founder,
    new Map([
      [
        'goods-inspection',
        new Map<string, object>([
          ['qc', { kind: 'responsibility', responsibility: inspection.id, raci: 'accountable' }],
          ['store', { kind: 'position', position: world.positionIds.get('PM-HEAD') }],
        ]),
      ],
    ]),
  )
  const telling = { house, perform, time, tenantId, today, flowIds }
  await tellRequests(telling, [
    ...merchantStories,
    ...factoryStories(factoryLogin('MC-11-LEAD'), factoryLogin('QA-HEAD')),
  ])
}
