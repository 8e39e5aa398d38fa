import type { Day } from '#core/calendar'
import { systemActor } from '#kernel/access'
import type { House } from '#kernel/house'
import { inTenant } from '#kernel/transaction'
import { positionsByCode, unitsByCode } from '#modules/organisation'
import type { Perform, Who } from '../perform.ts'
import { positionSystem } from '../position-system.ts'
import { factoryPositions } from './positions.ts'
import { factoryUnits } from './units.ts'
import type { FactoryWorld } from './world.ts'

type Structure = Pick<FactoryWorld, 'founder' | 'hr' | 'chief' | 'unitIds' | 'positionIds'>

/** Makes the units and positions that are not there yet, from the top down. */
export async function makeStructure(
  house: House,
  perform: Perform,
  tenantId: string,
  firstDay: Day,
): Promise<Structure> {
  const [founder, hr, chief] = await Promise.all(
    ['founder', 'qian.hui', 'chen.guoqiang'].map((login) => accountOf(house, tenantId, login)),
  )
  if (!founder || !hr || !chief) throw new Error('the demo group has no administrator, HR manager or chairman')
  const known = await inTenant(house, tenantId, systemActor(), async (ctx) => ({
    units: await unitsByCode(ctx, ['ROOT', ...factoryUnits.map((unit) => unit.code)]),
    positions: await positionsByCode(ctx, ['CHAIR', ...factoryPositions.map((position) => position.code)]),
  }))
  const unitIds = new Map(known.units)
  const positionIds = new Map(known.positions)
  for (const { code, name, kind, parent } of factoryUnits) {
    if (unitIds.has(code)) continue
    const made = await perform<{ id: string }>(founder, 'organisation.createUnit', {
      name,
      kind,
      code,
      parentId: unitIds.get(parent),
      from: firstDay,
    })
    unitIds.set(code, made.id)
  }
  const placeOf = await positionSystem(perform, founder)
  for (const position of inLine(factoryPositions)) {
    if (positionIds.has(position.code)) continue
    const made = await perform<{ id: string }>(founder, 'organisation.createPosition', {
      code: position.code,
      unitId: unitIds.get(position.unit),
      title: position.title,
      headcount: position.people + position.vacant,
      isLead: position.isLead,
      reportsToId: position.reportsTo ? positionIds.get(position.reportsTo) : null,
      ...placeOf(position),
      from: firstDay,
    })
    positionIds.set(position.code, made.id)
  }
  return { founder, hr, chief, unitIds, positionIds }
}

/** Superiors before those who answer to them. */
function inLine<T extends { code: string; reportsTo: string | null }>(positions: readonly T[]): T[] {
  const below = Map.groupBy(positions, (position) => position.reportsTo)
  const walk = (code: string | null): T[] =>
    (below.get(code) ?? []).flatMap((position) => [position, ...walk(position.code)])
  return walk('CHAIR')
}

async function accountOf(house: House, tenantId: string, login: string): Promise<Who | undefined> {
  const account = await inTenant(house, tenantId, systemActor(), (ctx) =>
    ctx.db
      .selectFrom('account')
      .select('id')
      .where('tenant_id', '=', tenantId)
      .where('login', '=', login)
      .executeTakeFirst(),
  )
  return account && { tenantId, accountId: account.id }
}
