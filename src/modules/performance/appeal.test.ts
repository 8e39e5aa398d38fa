import { expect, test } from 'vitest'
import { openReviews } from './world-for-tests.ts'

async function told() {
  const firm = await openReviews()
  const { roundId } = await firm.openFebruary()
  const move = async (to: string) => {
    const { version } = (await firm.hr('GET', `/review-rounds/${roundId}`)).body
    const moved = await firm.hr('POST', `/review-rounds/${roundId}/move`, { version, to, reason: 'for the test' })
    expect(moved.status).toBe(200)
  }
  await move('scored')
  await move('calibrated')
  const { rows } = (await firm.chen('GET', '/my-reviews')).body
  const [own] = rows as { id: string; waiting: string; scoreHundredths: number }[]
  if (!own) throw new Error('no review')
  expect(own).toMatchObject({ waiting: 'confirmation' })
  const read = async () => (await firm.chen('GET', `/reviews/${own.id}`)).body
  await firm.world.member({ role: 'hr', personId: firm.shop.person('sun'), name: 'Sun' })
  const judge = await firm.world.member({ may: { 'flow.act': 'self' }, personId: firm.shop.person('sun'), name: 'Sun' })
  const appeal = await firm.chen('POST', `/reviews/${own.id}/appeal`, {
    version: (await read()).version,
    reason: 'The turnover of the north was not counted',
    wantedHundredths: 9000,
  })
  expect(appeal.status).toBe(200)
  const { requestId } = appeal.body as { requestId: string }
  const todo = async () => {
    const { dataRev, tasks } = (await judge.send('GET', `/requests/${requestId}`)).body
    const [task] = tasks as { id: string }[]
    return { dataRev, task: task?.id }
  }
  return {
    ...firm,
    move,
    roundId,
    reviewId: own.id,
    before: own.scoreHundredths,
    requestId,
    read,
    judge: judge.send,
    todo,
  }
}

test('an appeal that is granted writes the score decided on, with its grounds, and asks for confirmation anew', async () => {
  const { read, chen, hr, judge, todo, requestId, reviewId, before, move, roundId } = await told()
  expect(await read()).toMatchObject({ appeal: { state: 'open', requestId }, may: { confirm: false, appeal: false } })
  expect((await chen('POST', `/reviews/${reviewId}/confirm`, { version: (await read()).version })).body.code).toBe(
    'performance.appeal-runs',
  )
  await move('confirmed')
  const { version } = (await hr('GET', `/review-rounds/${roundId}`)).body
  expect((await hr('POST', `/review-rounds/${roundId}/freeze`, { version })).body).toMatchObject({
    code: 'performance.appeals-open',
    count: 1,
  })

  const decide = async (values: object) => {
    const { dataRev, task } = await todo()
    return judge('POST', `/requests/${requestId}/act`, {
      dataRev,
      changes: values,
      deed: { do: 'decide', task, decision: 'approve' },
    })
  }
  let last = await decide({})
  for (let n = 0; n < 3 && last.status === 200; n += 1) last = await decide({})
  expect(last.body.code).toBe('performance.appeal-undecided')
  const settled = await decide({ decided: 88.5, grounds: 'The facts of the north came late' })
  expect([settled.status, settled.body]).toMatchObject([200, {}])
  expect(await read()).toMatchObject({
    scoreHundredths: 8850,
    confirmedAt: null,
    appeal: { state: 'settled' },
    changes: [
      { kind: 'appeal', beforeHundredths: before, afterHundredths: 8850, reason: 'The facts of the north came late' },
    ],
  })
})

test('an appeal that is taken back leaves the score as it was', async () => {
  const { chen, read, requestId, before } = await told()
  const { dataRev } = (await chen('GET', `/requests/${requestId}`)).body
  const back = await chen('POST', `/requests/${requestId}/act`, { dataRev, deed: { do: 'withdraw' } })
  expect(back.status).toBe(200)
  expect(await read()).toMatchObject({ scoreHundredths: before, appeal: { state: 'dropped' }, may: { confirm: true } })
})
