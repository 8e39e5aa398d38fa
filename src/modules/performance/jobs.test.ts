import { expect, test } from 'vitest'
import { visit } from '../indicators/shop-for-tests.ts'
import { openReviews } from './world-for-tests.ts'

test('holdings that changed within the month weigh day by day, down to the row of each indicator', async () => {
  const firm = await openReviews()
  // from the 15th on Chen and Zhao win customers alone: half of February each way
  await firm.world.within((ctx) =>
    ctx.db
      .updateTable('holding')
      .set({ valid_until: '2026-02-15' })
      .where('responsibility_id', '=', firm.shop.keeping)
      .where('position_id', '=', firm.shop.chart.positions['DEV'] ?? '')
      .execute(),
  )
  await firm.openFebruary()
  const [own] = (await firm.chen('GET', '/my-reviews')).body.rows
  const { result } = (await firm.chen('GET', `/reviews/${own.id}`)).body
  const leaf = (key: string) => result.leaves.find((one: { indicatorKey: string | null }) => one.indicatorKey === key)
  expect(leaf('new-customers').days).toEqual([
    { from: '2026-02-01', until: '2026-02-15', weightPermille: 480 },
    { from: '2026-02-15', until: '2026-03-01', weightPermille: 800 },
  ])
  expect(leaf('turnover').days).toEqual([{ from: '2026-02-01', until: '2026-02-15', weightPermille: 320 }])
  // (0.6 + 1) / 2 of the work is winning; six tenths of it new customers, four conversion
  expect(['new-customers', 'conversion', 'turnover'].map((key) => leaf(key).weightPermyriad)).toEqual([
    4800, 3200, 2000,
  ])
})

test('scores follow facts that come late until they are confirmed; who had confirmed looks again', async () => {
  const { world, shop, hr, chen, openFebruary } = await openReviews()
  const { roundId } = await openFebruary()
  const move = async (to: string) => {
    const { version } = (await hr('GET', `/review-rounds/${roundId}`)).body
    await hr('POST', `/review-rounds/${roundId}/move`, { version, to, reason: 'for the test' })
  }
  await move('scored')
  await move('calibrated')
  const [own] = (await chen('GET', '/my-reviews')).body.rows
  const read = async () => (await chen('GET', `/reviews/${own.id}`)).body
  const before = await read()
  await chen('POST', `/reviews/${own.id}/confirm`, { version: before.version })
  const keep = () => world.runJob('performance.keepRound', { roundId })
  await keep()
  expect((await read()).confirmedAt).not.toBeNull()

  const late = { happenedAt: '2026-02-20T02:00:00Z', dimensions: { result: 'signed' } }
  await shop.tell([visit('late-1', 'chen', late), visit('late-2', 'chen', late)])
  await keep()
  const after = await read()
  expect(after.scoreHundredths).toBeGreaterThan(before.scoreHundredths)
  expect(after.confirmedAt).toBeNull()
  await world.runJob('performance.keepScores')
  expect(world.enqueued.filter(({ job }) => job === 'performance.keepRound')).toHaveLength(1)
})

test('who has not reviewed is reminded from the day before, once a day', async () => {
  const { world, openFebruary } = await openReviews()
  await openFebruary()
  const reminders = async () => {
    const rows = await world.within((ctx) =>
      ctx.db.selectFrom('notification').select('kind').where('kind', '=', 'performance.chase-team').execute(),
    )
    return rows.length
  }
  await world.runJob('performance.chase')
  expect(await reminders()).toBe(0)
  world.time.now = new Date('2026-03-09T02:00:00Z')
  await world.runJob('performance.chase')
  await world.runJob('performance.chase')
  expect(await reminders()).toBe(1)
})
