import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type Send, type World } from '#test/world'
import { layCompany, publish, type Company } from './world-for-tests.ts'

let world: World
let company: Company
beforeAll(async () => {
  world = await openWorld({ keep: (close) => afterAll(close) })
  company = await layCompany(world)
})

const approve = { kind: 'approve', id: 'lead', name: 'Lead', who: { kind: 'superiors', levels: 1 } }
const form = {
  fields: [
    { key: 'reason', kind: 'text', label: { en: 'Reason' }, required: true },
    { key: 'amount', kind: 'number', label: { en: 'Amount' } },
    { key: 'secret', kind: 'text', label: { en: 'Secret' } },
  ],
}
const start = async (send: Send, flowId: string, values: object = { reason: 'Rest' }) =>
  send('POST', '/requests', { flowId, values })
const read = async (send: Send, id: string) => (await send('GET', `/requests/${id}`)).body

describe('a request', () => {
  test('goes from its initiator to the superior, and ends approved', async () => {
    const flowId = await publish(company, { steps: [approve], form })
    const made = await start(company.staff.send, flowId)
    expect([made.status, made.body.status, made.body.number]).toEqual([
      200,
      'running',
      expect.stringMatching(/^REQ-2026-0000\d$/),
    ])
    const inbox = await company.lead.send('GET', '/inbox')
    const row = inbox.body.rows.find((one: { requestId: string }) => one.requestId === made.body.requestId)
    expect(row).toMatchObject({
      task: { step: 'lead', state: 'open', isBatchable: true },
      summary: [{ field: 'reason', value: 'Rest' }],
    })
    const seen = await read(company.lead.send, made.body.requestId)
    expect(seen.tasks).toMatchObject([{ step: 'lead', may: { approve: true, reject: true } }])
    const done = await company.lead.send('POST', `/requests/${made.body.requestId}/act`, {
      deed: { do: 'decide', task: seen.tasks[0].id, decision: 'approve', opinion: 'Fine' },
      dataRev: seen.dataRev,
    })
    expect([done.status, done.body]).toEqual([200, expect.objectContaining({ status: 'ended' })])
    const after = await read(company.staff.send, made.body.requestId)
    expect(after).toMatchObject({
      outcome: 'approved',
      course: [{ id: 'lead', state: 'passed', people: [{ state: 'approved' }] }],
    })
    expect(after.timeline.map((one: { do: string; opinion: string | null }) => [one.do, one.opinion])).toEqual([
      ['submit', null],
      ['decide', 'Fine'],
    ])
    const counts = await company.lead.send('GET', '/inbox/counts')
    expect(counts.body.todo).toBe(0)
  })

  test('of somebody else is not there, in this firm and from another', async () => {
    const flowId = await publish(company, { steps: [approve], form })
    const { body } = await start(company.staff.send, flowId)
    expect((await company.other.send('GET', `/requests/${body.requestId}`)).status).toBe(404)
    expect(
      (await company.other.send('POST', `/requests/${body.requestId}/act`, { deed: { do: 'withdraw' } })).status,
    ).toBe(404)
    const stranger = await world.member({
      may: { 'flow.act': 'tenant', 'flow.read': 'tenant', 'flow.manage': 'tenant' },
      tenantId: await world.anotherTenant(),
    })
    expect((await stranger.send('GET', `/requests/${body.requestId}`)).status).toBe(404)
  })
})
