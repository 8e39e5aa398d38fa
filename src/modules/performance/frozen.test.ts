import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { closeRound, giveAll } from './index.ts'
import { openReviews, type Reviews } from './world-for-tests.ts'

let firm: Reviews
let roundId: string
beforeAll(async () => {
  firm = await openReviews((close) => afterAll(close))
  roundId = (await firm.openFebruary()).roundId
  await firm.world.within(async (ctx) => {
    expect(await giveAll(ctx, roundId, (personId) => (personId === firm.shop.person('zhao') ? null : 8000))).toBe(2)
    await closeRound(ctx, roundId, { confirm: true, freeze: true, reason: 'taken over' })
  })
})

test('whole months of the past are judged and frozen at once', async () => {
  const round = (await firm.hr('GET', `/review-rounds/${roundId}`)).body
  expect(round).toMatchObject({ state: 'frozen', counts: { reviews: 4, confirmed: 3 } })
  const waiting = round.rows.find((row: { person: { number: string } }) => row.person.number === 'zhao')
  expect(waiting).toMatchObject({ manager: 'waiting' })
})

test.each([
  ['a score', `update review set score_hundredths = 1`],
  ['a confirmation', `update review set confirmed_at = null`],
  ['a review', `delete from review`],
  ['a part', `update review_part set note = 'x'`],
  ['the round', `update review_round set state = 'open'`],
])('%s of a frozen round is kept by the database itself', async (_name, statement) => {
  await expect(firm.world.within((ctx) => sql.raw(statement).execute(ctx.db))).rejects.toThrow(/frozen/)
})

test('beside a frozen score only corrections are written, and none is ever taken away', async () => {
  const change = (kind: string) =>
    firm.world.within((ctx) =>
      sql`insert into review_change (tenant_id, id, review_id, kind, after_hundredths, reason, changed_at, changer)
        select tenant_id, ${ctx.newId()}, id, ${kind}, 5000, 'r', ${ctx.now}, 'x' from review limit 1`.execute(ctx.db),
    )
  await expect(change('calibrate')).rejects.toThrow(/corrections alone/)
  await change('correct')
  await expect(firm.world.within((ctx) => sql`delete from review_change`.execute(ctx.db))).rejects.toThrow(
    /permission denied/,
  )
})

test('what a published version says is never rewritten', async () => {
  await expect(
    firm.world.within((ctx) => sql`update review_scheme_version set content = '{}'`.execute(ctx.db)),
  ).rejects.toThrow(/never rewritten/)
})
