import { systemActor } from '#kernel/access'
import type { ImportRow } from '#kernel/importer'
import { inTenant } from '#kernel/transaction'
import { importerFor } from '#modules/transfer'
import { chance } from '../random.ts'
import { namesFor } from './names.ts'
import { factoryPositions } from './positions.ts'
import { numbers } from './units.ts'
import type { FactoryWorld } from './world.ts'

export type Worker = {
  readonly number: string
  readonly name: string
  readonly latinName: string
  readonly position: string
}

/** The 600 people and where each sat on the first day. */
export const workers: readonly Worker[] = (() => {
  const seats = factoryPositions.flatMap((position) => numbers(position.people).map(() => position.code))
  const names = namesFor(seats.length, chance(20_250_523))
  return seats.map((position, index) => ({
    number: `H${String(index + 1).padStart(4, '0')}`,
    position,
    name: names[index]?.name ?? '',
    latinName: names[index]?.latinName ?? '',
  }))
})()

/** Takes the roster in as HR would from a spreadsheet: whole, and a second time nothing changes. */
export async function makePeople({ house, tenantId, firstDay }: FactoryWorld): Promise<void> {
  const luck = chance(7)
  const rows = workers.map(({ number, name, latinName, position }, index): ImportRow => ({
    line: index + 2,
    values: {
      number,
      name,
      latinName,
      position,
      hiredOn: `20${10 + luck.below(15)}-0${1 + luck.below(9)}-${10 + luck.below(18)}`,
      mobile: `139${String(luck.below(100_000_000)).padStart(8, '0')}`,
    },
  }))
  await inTenant(house, tenantId, systemActor(), async (ctx) => {
    const plan = await importerFor(ctx, 'roster').plan(ctx, rows)
    const [fault] = plan.faults
    if (fault) throw new Error(`row ${fault.line} of the factory's roster (${firstDay}): ${fault.code}`)
    if (plan.created + plan.updated > 0) await plan.apply()
  })
}
