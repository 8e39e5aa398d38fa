import type { Send, World } from '#test/world'
import { layFirm, winning, type Firm } from '../responsibilities/trial.ts'

export const all = {
  'organisation.read': 'tenant',
  'organisation.edit': 'tenant',
  'responsibilities.read': 'tenant',
  'responsibilities.edit': 'tenant',
  'responsibilities.assign': 'tenant',
  'profiles.read': 'tenant',
  'profiles.edit': 'tenant',
  'profiles.issue': 'tenant',
} as const

export type Shop = { readonly firm: Firm; readonly hr: Send; readonly responsibilityId: string }

/** The small firm of the responsibilities; the developer answers for winning customers, the operator is asked. */
export async function openShop(world: World): Promise<Shop> {
  const firm = await world.within(layFirm)
  const { send: hr } = await world.member({ may: all, name: 'Hana' })
  const made = await hr('POST', '/responsibilities', { ...winning, unitId: firm.units.growth, from: '2026-01-01' })
  const { responsibilityId } = made.body
  const hold = (positionId: string, raci: string, weightPermille: number) =>
    hr('POST', `/responsibilities/${responsibilityId}/holdings`, {
      responsibilityId,
      positionId,
      raci,
      weightPermille,
      from: '2026-01-01',
    })
  await hold(firm.positions.developer, 'accountable', 600)
  await hold(firm.positions.operator, 'consulted', 0)
  return { firm, hr, responsibilityId }
}

export const writing = {
  kind: 'skill',
  name: { en: 'Writing', 'zh-CN': '写作' },
  level: 4,
  levelName: { en: 'proficient', 'zh-CN': '熟练' },
}
export const degree = { kind: 'education', level: 'bachelor', weight: 30 }
