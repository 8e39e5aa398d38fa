import { openWorld, type World } from '#test/world'
import { openShop, visit } from '../indicators/shop-for-tests.ts'
import { usualContent } from './rules/usual.ts'

/** The small shop with a scheme for everybody below growth, and facts of February: Chen signed 8 of 10, Zhao 3 of 10. */
export async function openReviews(keep?: (close: () => Promise<void>) => void): Promise<Reviews> {
  const world = await openWorld({ now: '2026-03-04T02:00:00Z', ...(keep ? { keep } : {}) })
  const shop = await openShop(world)
  const tell = (who: string, signed: number) =>
    Array.from({ length: 10 }, (_none, at) =>
      visit(`${who}-${at}`, who, {
        happenedAt: `2026-02-${String(at + 2).padStart(2, '0')}T02:00:00Z`,
        dimensions: { result: at < signed ? 'signed' : 'lost' },
      }),
    )
  await shop.tell([...tell('chen', 8), ...tell('zhao', 3)])
  const all = {
    'performance.read': 'tenant',
    'performance.review': 'tenant',
    'performance.set-up': 'tenant',
    'performance.calibrate': 'tenant',
    'performance.freeze': 'tenant',
    'organisation.read': 'tenant',
    'responsibilities.read': 'tenant',
  } as const
  const hr = (await world.member({ may: all, name: 'HR' })).send
  const employee = { 'performance.read': 'self', 'flow.start': 'self', 'flow.act': 'self' } as const
  const chen = (await world.member({ may: employee, personId: shop.person('chen'), name: 'Chen' })).send
  const zhao = (await world.member({ may: employee, personId: shop.person('zhao'), name: 'Zhao' })).send
  const lead = { 'performance.read': 'reports', 'performance.review': 'reports' } as const
  const lin = (await world.member({ may: { ...employee, ...lead }, personId: shop.person('lin'), name: 'Lin' })).send
  const schemeId = (
    await hr('POST', '/review-schemes', {
      code: 'SALES',
      name: { en: 'Sales' },
      period: 'month',
      content: usualContent,
    })
  ).body.schemeId as string
  await hr('POST', `/review-schemes/${schemeId}/publish`, { schemeId, version: 1, from: '2026-01-01' })
  await hr('POST', `/review-schemes/${schemeId}/places`, {
    kind: 'unit',
    targetId: shop.chart.units['GROWTH'],
    from: '2026-01-01',
  })
  const openFebruary = async () => {
    const opened = await hr('POST', '/review-rounds', { period: 'month', day: '2026-02-10', dueOn: '2026-03-10' })
    return opened.body as { roundId: string; reviews: number; without: number }
  }
  return { world, shop, hr, chen, zhao, lin, schemeId, openFebruary }
}

export type Reviews = {
  world: World
  shop: Awaited<ReturnType<typeof openShop>>
  hr: Awaited<ReturnType<World['member']>>['send']
  chen: Awaited<ReturnType<World['member']>>['send']
  zhao: Awaited<ReturnType<World['member']>>['send']
  lin: Awaited<ReturnType<World['member']>>['send']
  schemeId: string
  openFebruary: () => Promise<{ roundId: string; reviews: number; without: number }>
}
