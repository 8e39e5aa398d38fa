import { addDays, type Day } from '#core/calendar'
import { instantOf } from '#kernel/clock'
import { systemActor } from '#kernel/access'
import { inTenant } from '#kernel/transaction'
import { partedDaysAgo } from './hours.ts'
import { plans, type Plan } from './plans.ts'
import type { FactoryWorld } from './world.ts'

type Known = { id: string; version: number }
const noticeDays = 20

/** HR plans each re-organisation, an administrator approves it, and it takes effect on its day; the last is being planned. */
export async function reorganise(world: FactoryWorld): Promise<void> {
  const named = await idsOf(world)
  for (const plan of plans(world, named, partedDaysAgo)) await carryOut(world, plan)
}

async function carryOut({ perform, time, hr, founder }: FactoryWorld, plan: Plan): Promise<void> {
  const { name, note, day, unitId, changes, isDecided } = plan
  const { rows } = await perform<{ rows: { state: string }[] }>(hr, 'reorganisation.listDrafts', { text: name })
  if (rows.some(({ state }) => state === 'applied' || (state === 'planning' && !isDecided))) return
  const plannedOn: Day = isDecided ? addDays(day, -noticeDays) : day
  time.now = isDecided ? instantOf('Asia/Shanghai', plannedOn, '10:00') : new Date()
  let draft = await perform<Known>(hr, 'reorganisation.createDraft', { name, note, day, unitId })
  for (const change of changes)
    draft = await perform<Known>(hr, 'reorganisation.addChange', {
      draftId: draft.id,
      version: draft.version,
      change,
    })
  if (!isDecided) return
  for (const [who, step] of [
    [hr, 'submitDraft'],
    [founder, 'approveDraft'],
    [founder, 'applyDraft'],
  ] as const)
    draft = await perform<Known>(who, `reorganisation.${step}`, { draftId: draft.id, version: draft.version })
}

async function idsOf({ house, tenantId }: FactoryWorld): Promise<ReadonlyMap<string, string>> {
  const rows = await inTenant(house, tenantId, systemActor(), (ctx) =>
    ctx.db.selectFrom('responsibility').select(['id', 'code']).where('tenant_id', '=', tenantId).execute(),
  )
  return new Map(rows.map(({ id, code }) => [code, id]))
}
