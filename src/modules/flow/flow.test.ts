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
  test('that nobody named is called by its flow and its initiator, in the language of who reads', async () => {
    const made = await company.admin.send('POST', '/flows', {
      name: { en: 'Leave', 'zh-CN': '请假' },
      from: { kind: 'json', content: { definition: { id: 'f', steps: [approve] }, form } },
    })
    await company.admin.send('POST', `/flows/${made.body.flowId}/publish`, { version: 1 })
    const { body } = await start(company.staff.send, made.body.flowId)
    const titles = async (language: string) => {
      const look = async (path: string) =>
        (await company.lead.send('GET', path, undefined, { 'x-language': language })).body
      return [(await look(`/requests/${body.requestId}`)).title, (await look('/inbox?text=Leave')).rows[0]?.title]
    }
    expect(await titles('en')).toEqual(['Leave · Chen', 'Leave · Chen'])
    expect(await titles('zh-CN')).toEqual(['请假 · Chen', '请假 · Chen'])
    const [notice] = (await company.lead.send('GET', '/notifications')).body.rows
    expect(notice.facts.title).toMatchObject({ en: 'Leave · Chen', 'zh-CN': '请假 · Chen' })
    const named = await company.staff.send('POST', '/requests', {
      flowId: made.body.flowId,
      values: { reason: 'x' },
      title: 'My own words',
    })
    expect((await read(company.lead.send, named.body.requestId)).title).toBe('My own words')
    for (const { requestId } of [body, named.body])
      await company.staff.send('POST', `/requests/${requestId}/act`, { deed: { do: 'withdraw' } })
  })

  test('that did not go through says so of its steps', async () => {
    const steps = [approve, { ...approve, id: 'second', who: { kind: 'people', people: [company.boss.personId] } }]
    const flowId = await publish(company, { steps, form })
    const decide = async (id: string, decision: string) => {
      const { tasks, dataRev } = await read(company.lead.send, id)
      await company.lead.send('POST', `/requests/${id}/act`, {
        deed: { do: 'decide', task: tasks[0].id, decision },
        dataRev,
      })
    }
    const course = async (id: string) =>
      (await read(company.staff.send, id)).course.map((one: { state: string }) => one.state)
    const rejected = (await start(company.staff.send, flowId)).body.requestId
    await decide(rejected, 'reject')
    expect(await course(rejected)).toEqual(['rejected'])
    const withdrawn = (await start(company.staff.send, flowId)).body.requestId
    await decide(withdrawn, 'approve')
    await company.staff.send('POST', `/requests/${withdrawn}/act`, { deed: { do: 'withdraw' } })
    expect(await course(withdrawn)).toEqual(['passed', 'dropped'])
  })

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

describe('lists', () => {
  test('are narrowed by every filter, and what does not fit is not in them', async () => {
    const flowId = await publish(company, {
      steps: [{ ...approve, deadline: { limit: { amount: 1, unit: 'hour' } } }],
      form,
    })
    const { body } = await company.staff.send('POST', '/requests', {
      flowId,
      values: { reason: 'Filters' },
      title: 'Unlike the others',
      subject: { type: 'thing', key: 'T-1', label: 'A thing' },
    })
    const ids = async (send: Send, path: string) => {
      const answer = await send('GET', path)
      expect([path, answer.status]).toEqual([path, 200])
      return answer.body.rows.map((row: { id?: string; requestId?: string }) => row.requestId ?? row.id)
    }
    for (const query of [
      'text=unlike',
      'text=T-1',
      `flowId=${flowId}`,
      `flowId=${flowId}&text=thing&status=running`,
      'sort=due',
      'sort=oldest',
      'unread=true',
    ])
      expect(await ids(company.lead.send, `/inbox?limit=500&${query}`), query).toContain(body.requestId)
    for (const query of [
      'text=nothing-like-it',
      `flowId=${crypto.randomUUID()}`,
      'status=ended',
      'overdue=true',
      'box=done',
      'box=copied&unread=true',
      'box=started',
    ])
      expect(await ids(company.lead.send, `/inbox?limit=500&${query}`), query).not.toContain(body.requestId)
    for (const query of ['', 'status=running&status=ended', 'text=unlike', `flowId=${flowId}`])
      expect(await ids(company.staff.send, `/inbox?limit=500&box=started&${query}`), query).toContain(body.requestId)
    const { growth, service } = company.firm.units
    for (const query of [
      '',
      `flowId=${flowId}`,
      'status=running',
      `unitId=${growth}`,
      `initiatorId=${company.staff.personId}`,
      'subjectType=thing&subjectKey=T-1',
      'from=2026-03-01T00:00:00Z&until=2026-04-01T00:00:00Z',
      'text=unlike',
    ])
      expect(await ids(company.admin.send, `/requests?limit=500&${query}`), query).toContain(body.requestId)
    for (const query of ['outcome=approved', `unitId=${service}`, 'until=2026-03-01T00:00:00Z', 'subjectKey=T-2'])
      expect(await ids(company.admin.send, `/requests?limit=500&${query}`), query).not.toContain(body.requestId)
    for (const query of [
      'gate=qc',
      `flowId=${flowId}`,
      'way=jump&way=api',
      'from=2026-03-01T00:00:00Z&until=2026-04-01T00:00:00Z',
    ])
      expect(await ids(company.admin.send, `/flow-attempts?${query}`)).toEqual([])
  })

  test('copies are told once, show what their step shows, and are marked as read', async () => {
    const copy = {
      kind: 'copy',
      id: 'tell',
      name: 'Tell',
      who: { kind: 'people', people: [company.other.personId] },
      fields: { secret: 'hidden' },
    }
    const flowId = await publish(company, { steps: [copy, approve], form })
    const { body } = await company.staff.send('POST', '/requests', {
      flowId,
      values: { reason: 'Copy', secret: 'canary' },
    })
    expect((await company.other.send('GET', '/inbox/counts')).body.unreadCopies).toBe(1)
    const box = await company.other.send('GET', '/inbox?box=copied')
    expect(box.body.rows).toMatchObject([{ requestId: body.requestId, task: null, summary: [{ field: 'reason' }] }])
    expect(JSON.stringify([box.body, await read(company.other.send, body.requestId)])).not.toContain('canary')
    expect((await company.other.send('POST', '/inbox/copies/read', { requestIds: [body.requestId] })).body).toEqual({
      changed: 1,
    })
    expect((await company.other.send('GET', '/inbox/counts')).body.unreadCopies).toBe(0)
  })
})
