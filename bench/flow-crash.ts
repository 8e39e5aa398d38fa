import { createTenant } from '#modules/base'
import { systemActor } from '#kernel/access'
import { inTenant } from '#kernel/transaction'
import { verifyRequests } from '#modules/flow'
import { killAgainAndAgain } from '../test/flow-crash.ts'
import { figure, type Figure } from './measure.ts'
import type { Place } from './place.ts'
import { seedFlow } from './seed-flow.ts'

/** Two seconds of work each: five minutes, besides the starts. */
const kills = 150

/** The product killed without a word every two seconds for five minutes while people work: what is left over is counted. */
export async function benchFlowCrash(place: Place): Promise<Figure[]> {
  const tenantId = await createTenant(place.house, { slug: 'crash', name: 'Crash', language: 'en' })
  const { flowId, limitedFlowId, people, approvers } = await seedFlow(place.database.owner, tenantId)
  const { events } = await killAgainAndAgain(
    {
      connection: { ...place.database.app },
      tenantId,
      flowIds: [flowId, limitedFlowId],
      accounts: [...approvers, ...approvers, ...people.slice(0, 6)],
    },
    { kills, everySeconds: 2 },
  )
  const { requests, faults } = await inTenant(place.house, tenantId, systemActor('en'), verifyRequests)
  return [
    figure(
      'requests that are not what their log says after kill -9 every 2 s for 5 minutes',
      faults.length,
      'requests',
      { atMost: 0 },
      { kills, events, requests },
    ),
  ]
}
