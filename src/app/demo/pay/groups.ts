import { systemActor } from '#kernel/access'
import type { House } from '#kernel/house'
import { inTenant } from '#kernel/transaction'
import { unitsByCode } from '#modules/organisation'
import { text } from '../draft-parts.ts'
import type { Perform, Who } from '../perform.ts'
import { paymasterIds } from './accounts.ts'
import type { Group } from './keep.ts'
import { assumeLaw, city } from './law.ts'

export type PayGroup = Group & { readonly employer: string }

const groups = [
  { code: 'HY-MONTH', unit: 'FACTORY', name: text('恒远月薪组', 'Hengyuan, monthly pay') },
  { code: 'HY-PIECE', unit: 'FACTORY', name: text('恒远计件组', 'Hengyuan, piece-work') },
  { code: 'SHOP', unit: 'SHOP', name: text('云集商行', 'Yunji Trading') },
] as const

/** The groups, made as the payroll officer would; those that are there stay. */
export async function makeGroups(house: House, perform: Perform, tenantId: string): Promise<PayGroup[]> {
  const known = await inTenant(house, tenantId, systemActor(), async (ctx) => ({
    units: await unitsByCode(ctx, ['FACTORY', 'SHOP']),
    ...(await paymasterIds(ctx)),
  }))
  const who: Who = { tenantId, accountId: known.officer }
  const there = await perform<(Group & { employerUnitId: string })[]>(who, 'payroll.listGroups', {})
  await assumeLaw(perform, who)
  const made: PayGroup[] = []
  for (const { code, unit, name } of groups) {
    const employer = known.units.get(unit) ?? ''
    const id =
      there.find((group) => group.code === code)?.id ??
      (
        await perform<{ id: string }>(who, 'payroll.createGroup', {
          code,
          name,
          employerUnitId: employer,
          jurisdiction: 'cn',
          city,
          payDay: 10,
          paysNextMonth: true,
          proration: 'own-paid-days',
        })
      ).id
    made.push({ code, id, employer })
  }
  return made
}
