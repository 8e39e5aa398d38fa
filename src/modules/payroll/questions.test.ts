import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Send, type World } from '#test/world'
import { openPaidFirm, payModules } from './slips-for-tests.ts'

let world: World
let firm: Awaited<ReturnType<typeof openPaidFirm>>
let slipId: string
let asWang: Send
let asPayroll: Send

beforeAll(async () => {
  world = await openWorld({ modules: payModules, keep: (close) => afterAll(close) })
  firm = await openPaidFirm(world)
  slipId = await firm.pay('wang', '2026-02', { score: '0.7' })
  asWang = await firm.as('wang')
  asPayroll = (await world.member({ role: 'finance', name: 'Zhou' })).send
})

const news = async (send: Send) =>
  (await send('GET', '/notifications')).body.rows as { text: string; link: string; kind: string }[]

test('a question about a line goes to payroll, is answered, asked on and settled; each side hears of it', async () => {
  const text = 'Why 2,800.00 and not 4,000?'
  const asked = await asWang('POST', `/my-payslips/${slipId}/questions`, { lineCode: 'performance_pay', text })
  expect(asked.status).toBe(200)
  const { questionId } = asked.body

  const [notice] = await news(asPayroll)
  expect(notice).toMatchObject({ kind: 'payroll.question-asked', link: `/payroll/questions/${questionId}` })
  expect(JSON.stringify(notice)).not.toMatch(/2,?800|4,?000/)

  const open = await asPayroll('GET', '/pay-questions?state=open')
  expect(open.body).toMatchObject({
    total: 1,
    open: 1,
    rows: [{ id: questionId, personName: 'wang', period: '2026-02', lineName: { en: 'Performance pay' }, messages: 1 }],
  })
  const answer = await asPayroll('POST', `/pay-questions/${questionId}/messages`, { text: 'Two visits were missed.' })
  expect(answer.status).toBe(200)
  expect((await asPayroll('GET', '/pay-questions?state=open')).body.rows).toEqual([])
  const [told] = await news(asWang)
  expect(told).toMatchObject({ kind: 'payroll.question-answered', link: `/my-payslips/questions/${questionId}` })
  expect(JSON.stringify(told)).not.toContain('visits')

  const thread = await asWang('GET', `/my-pay-questions/${questionId}`)
  expect(thread.body.question).toMatchObject({ state: 'answered', version: 2 })
  expect(thread.body.messages).toMatchObject([
    { text, isFromPayroll: false, authorName: 'wang' },
    { text: 'Two visits were missed.', isFromPayroll: true, authorName: 'Zhou' },
  ])
  await asWang('POST', `/my-pay-questions/${questionId}/messages`, { text: 'Which ones?' })
  const again = await asWang('GET', `/my-pay-questions?slipId=${slipId}`)
  expect(again.body.rows).toMatchObject([{ state: 'open', messages: 3 }])
  expect((await asWang('GET', '/my-payslips')).body.rows[0].openQuestions).toBe(1)

  const stale = await asWang('POST', `/my-pay-questions/${questionId}/close`, { version: 2 })
  expect(stale).toMatchObject({ status: 409, body: { code: 'base.changed-meanwhile' } })
  expect((await asWang('POST', `/my-pay-questions/${questionId}/close`, { version: 3 })).body).toEqual({ version: 4 })
  expect((await asWang('GET', '/my-payslips')).body.rows[0].openQuestions).toBe(0)
  const audits = await world.within((ctx) =>
    ctx.db
      .selectFrom('audit_row')
      .select('action')
      .where('target', '=', `pay-question/${questionId}`)
      .orderBy('at')
      .execute(),
  )
  expect(audits.map(({ action }) => action).toSorted()).toEqual([
    'payroll.answer',
    'payroll.ask',
    'payroll.ask-on',
    'payroll.close-question',
  ])
})

test('a line the slip has not, another’s slip, and a question of somebody else are refused', async () => {
  const wrong = await asWang('POST', `/my-payslips/${slipId}/questions`, { lineCode: 'no_such', text: 'Hm?' })
  expect(wrong).toMatchObject({ status: 422, body: { code: 'payroll.no-such-line' } })
  const { questionId } = (await asWang('POST', `/my-payslips/${slipId}/questions`, { text: 'All of it?' })).body
  const zhao = await firm.as('zhao')
  const stranger = (await world.member({ tenantId: await world.anotherTenant(), role: 'finance' })).send
  const narrow = (await world.member({ may: { 'payroll.answer': 'unit' }, unitId: firm.chart.units['FIRM'] ?? '' }))
    .send
  for (const [send, status] of [
    [zhao, 404],
    [stranger, 404],
  ] as const) {
    expect((await send('POST', `/my-payslips/${slipId}/questions`, { text: 'Why?' })).status).toBe(
      send === stranger ? 403 : 404,
    )
    const mine = await send('GET', `/my-pay-questions/${questionId}`)
    expect(mine.status).toBe(send === stranger ? 403 : status)
  }
  expect((await zhao('GET', `/pay-questions/${questionId}`)).status).toBe(403)
  expect((await stranger('GET', `/pay-questions/${questionId}`)).status).toBe(404)
  expect((await stranger('POST', `/pay-questions/${questionId}/messages`, { text: 'x' })).status).toBe(404)
  expect((await narrow('GET', `/pay-questions/${questionId}`)).status).toBe(404)
  expect((await narrow('GET', '/pay-questions')).body).toEqual({ rows: [], total: 0, open: 0 })
})
