import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Send, type World } from '#test/world'
import { averageFen } from './rules/average.ts'
import { canaryDigits, canaryWage, openPaidFirm, payModules } from './slips-for-tests.ts'

let world: World
let firm: Awaited<ReturnType<typeof openPaidFirm>>
let asWang: Send
let asPayroll: Send
let flowId: string

beforeAll(async () => {
  world = await openWorld({ modules: payModules, keep: (close) => afterAll(close) })
  firm = await openPaidFirm(world)
  await firm.pay('wang', '2026-01', { wage: canaryWage })
  await firm.pay('wang', '2026-02', { wage: canaryWage })
  asWang = await firm.as('wang')
  asPayroll = await employedIn('finance')
  const admin = (await world.member({ role: 'administrator' })).send
  const made = await admin('POST', '/flows', {
    name: { en: 'Income certificate' },
    from: { kind: 'template', template: 'income-certificate' },
  })
  flowId = made.body.flowId
  const published = await admin('POST', `/flows/${flowId}/publish`, { version: 1 })
  expect([published.status, published.body]).toEqual([200, expect.anything()])
})

/** Payroll's people are employees too: they act in flows as such. */
async function employedIn(role: string): Promise<Send> {
  const { accountId, send } = await world.member({ role, personId: firm.person('head'), name: role })
  await world.within(async (ctx) => {
    const { id } = await ctx.db.selectFrom('role').select('id').where('key', '=', 'employee').executeTakeFirstOrThrow()
    const given = { account_id: accountId, role_id: id, unit_id: ctx.tenantId, valid_from: '2000-01-01' }
    await ctx.db
      .insertInto('account_role')
      .values({ tenant_id: ctx.tenantId, ...given })
      .execute()
  })
  return send
}

const ask = (send: Send, values: object = { purpose: 'Home loan', months: 2, language: 'english' }) =>
  send('POST', '/requests', { flowId, values })
const approve = async (requestId: string) => {
  const { body } = await asPayroll('GET', `/requests/${requestId}`)
  const deed = { do: 'decide', task: body.tasks[0]?.id, decision: 'approve' }
  return asPayroll('POST', `/requests/${requestId}/act`, { deed, dataRev: body.dataRev })
}

test('is asked for, approved by payroll, and then opened by its owner and by payroll, in the language asked for', async () => {
  const asked = await ask(asWang)
  expect(asked.status).toBe(200)
  expect((await asWang('GET', '/my-pay-certificates')).body.rows).toEqual([])
  const decided = await approve(asked.body.requestId)
  expect([decided.status, decided.body]).toEqual([200, expect.anything()])
  const { rows } = (await asWang('GET', '/my-pay-certificates')).body
  expect(rows).toMatchObject([{ purpose: 'Home loan', language: 'en', months: 2, untilMonth: '2026-02' }])
  const file = await asWang('GET', `/my-pay-certificates/${rows[0].id}/file`)
  expect([file.status, file.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  expect((await asPayroll('GET', `/pay-certificates/${rows[0].id}/file`)).status).toBe(200)
  const audits = await world.within((ctx) =>
    ctx.db.selectFrom('audit_row').select('action').where('action', 'like', 'payroll.%certificate').execute(),
  )
  expect(audits.map(({ action }) => action).toSorted()).toEqual([
    'payroll.download-certificate',
    'payroll.issue-certificate',
  ])
})

test('the request, its notices and the lists tell no amount; a colleague finds neither list nor file', async () => {
  const zhao = await firm.as('zhao')
  const { rows } = (await asWang('GET', '/my-pay-certificates')).body
  expect((await zhao('GET', '/my-pay-certificates')).body.rows).toEqual([])
  expect((await zhao('GET', `/my-pay-certificates/${rows[0].id}/file`)).status).toBe(404)
  expect((await zhao('GET', `/pay-certificates/${rows[0].id}/file`)).status).toBe(403)
  const stranger = (await world.member({ tenantId: await world.anotherTenant(), role: 'finance' })).send
  expect((await stranger('GET', `/pay-certificates/${rows[0].id}/file`)).status).toBe(404)
  for (const path of ['/notifications', '/my-pay-certificates', '/requests'])
    expect(JSON.stringify((await asWang('GET', path)).body)).not.toMatch(canaryDigits)
})

test('who was never paid is refused in words, and the request stays where it was', async () => {
  const asked = await ask(await firm.as('zhao'))
  const decided = await approve(asked.body.requestId)
  expect(decided).toMatchObject({ status: 409, body: { code: 'payroll.no-pay-yet' } })
})

test('averages are half up, and none of nothing', () => {
  expect([averageFen(100, 3), averageFen(101, 2), averageFen(0, 0)]).toEqual([33, 51, 0])
})
