import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openWorld, type World } from '#test/world'
import { layCompany, publish, type Company, type Member } from './world-for-tests.ts'

let world: World
let company: Company
const closes: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of closes) await close()
})
beforeEach(async () => {
  world = await openWorld({ keep: (close) => closes.push(close) })
  company = await layCompany(world)
})

const field = (key: string, kind = 'text', more: object = {}) => ({ key, kind, label: { en: key }, ...more })
const form = { fields: [field('note'), field('count', 'number')] }
const people = (...members: Member[]) => ({ kind: 'people', people: members.map((one) => one.personId) })
const step = (id: string, who: object, more: object = {}) => ({
  kind: 'approve',
  id,
  name: id.toUpperCase(),
  who,
  ...more,
})
const begin = async (flowId: string, values: object = { note: 'n' }) => {
  const made = await company.staff.send('POST', '/requests', { flowId, values })
  expect([made.status, made.body]).toEqual([200, expect.objectContaining({ requestId: expect.any(String) })])
  return made.body.requestId as string
}
const read = async ({ send }: Pick<Member, 'send'>, id: string) => (await send('GET', `/requests/${id}`)).body
const decide = async (member: Member, id: string, decision = 'approve') => {
  const { tasks, dataRev } = await read(member, id)
  return member.send('POST', `/requests/${id}/act`, {
    deed: { do: 'decide', task: tasks[0]?.id ?? 'none', decision },
    dataRev,
  })
}
const at = async (id: string) =>
  (await read(company.staff, id)).at.flatMap((one: { people: { name: string }[] }) => one.people.map((who) => who.name))
const code = (answer: { status: number; body: { code?: string } }) => [answer.status, answer.body.code]
const now = '2026-03-04T02:00:00Z'

describe('standing in', () => {
  const window = { start: '2026-03-05T00:00:00Z', until: '2026-03-07T00:00:00Z' }

  test('what is open and what comes goes to the other when the window opens, and back when it closes', async () => {
    const flowId = await publish(company, { steps: [step('lead', people(company.lead))], form })
    const old = await begin(flowId)
    const made = await company.lead.send('POST', '/delegations', { toId: company.boss.personId, ...window })
    expect(made.status).toBe(200)
    expect(await at(old)).toEqual(['Lin'])
    world.time.now = new Date('2026-03-05T01:00:00Z')
    await world.runJob('flow.turnDelegations')
    const fresh = await begin(flowId)
    expect([await at(old), await at(fresh)]).toEqual([['Boss'], ['Boss']])
    const seen = await read(company.boss, old)
    expect(seen.tasks[0].onBehalfOf).toMatchObject({ name: 'Lin' })
    expect((await decide(company.boss, old)).status).toBe(200)
    expect((await read(company.staff, old)).timeline.at(-1)).toMatchObject({
      by: { name: 'Boss' },
      onBehalfOf: { name: 'Lin' },
    })
    world.time.now = new Date('2026-03-07T00:00:00Z')
    await world.runJob('flow.turnDelegations')
    expect(await at(fresh)).toEqual(['Lin'])
    expect((await company.lead.send('GET', '/delegations?closed=true')).body.rows).toMatchObject([
      { state: 'closed', from: { name: 'Lin' }, to: { name: 'Boss' } },
    ])
  })

  test('ended at once gives back; what is unsound, others’ or twice is refused', async () => {
    const send = company.lead.send
    const make = async (more: object = {}) =>
      send('POST', '/delegations', { toId: company.boss.personId, ...window, ...more })
    expect(code(await make({ until: window.start }))).toEqual([400, 'flow.window-backwards'])
    expect(code(await make({ start: '2026-03-01T00:00:00Z', until: '2026-03-02T00:00:00Z' }))).toEqual([
      409,
      'flow.window-passed',
    ])
    expect(code(await make({ toId: company.lead.personId }))).toEqual([400, 'flow.delegate-oneself'])
    expect(code(await make({ fromId: company.other.personId }))).toEqual([403, 'base.forbidden'])
    expect(code(await make({ toId: crypto.randomUUID() }))).toEqual([404, 'base.not-found'])
    const { id } = (await make({ start: now })).body
    expect(code(await make())).toEqual([409, 'flow.delegate-twice'])
    expect((await company.admin.send('GET', `/delegations?personId=${company.lead.personId}`)).body.total).toBe(1)
    expect((await company.other.send('GET', `/delegations?all=true`)).status).toBe(403)
    expect(code(await company.other.send('POST', `/delegations/${id}/end`, { version: 1 }))).toEqual([
      404,
      'base.not-found',
    ])
    const flowId = await publish(company, { steps: [step('lead', people(company.lead))], form })
    const request = await begin(flowId)
    expect(await at(request)).toEqual(['Boss'])
    await world.runJob('flow.turnDelegations')
    world.time.now = new Date('2026-03-04T03:00:00Z')
    const version = (await send('GET', '/delegations')).body.rows[0].version
    expect((await send('POST', `/delegations/${id}/end`, { version })).status).toBe(200)
    await world.runJob('flow.turnDelegations')
    expect(await at(request)).toEqual(['Lin'])
  })
})

describe('leaving', () => {
  test('is refused while anything is held; handing over takes all of it at once, definitions too', async () => {
    const flowId = await publish(company, {
      steps: [step('lead', people(company.lead)), step('boss', people(company.boss))],
      form,
    })
    const row = await publish(company, {
      steps: [step('line', people(company.boss, company.lead), { quorum: { type: 'sequence' } })],
      form,
    })
    const ids = [await begin(flowId), await begin(flowId), await begin(row)]
    const own = (await company.lead.send('POST', '/requests', { flowId: row, values: {}, submit: false })).body
      .requestId
    await company.lead.send('POST', '/delegations', {
      toId: company.other.personId,
      start: '2026-04-01T00:00:00Z',
      until: '2026-04-02T00:00:00Z',
    })
    const held = (await company.admin.send('GET', `/persons/${company.lead.personId}/flows-held`)).body
    expect(held).toMatchObject({
      total: 7,
      suggested: { name: 'Boss' },
      tasks: [{}, {}],
      later: [{ requestId: ids[2] }],
      started: [{ requestId: own }],
      delegations: [{}],
      definitions: [{ isPublished: true }, { isPublished: true }],
    })
    const hr = (await world.member({ may: { 'people.read': 'tenant', 'people.edit': 'tenant' } })).send
    const leave = async (version: number) =>
      hr('PATCH', `/persons/${company.lead.personId}/file`, { version, leftOn: '2026-03-04' })
    const refused = await leave(1)
    expect([...code(refused), refused.body.detail]).toEqual([409, 'flow.leaver-holds', expect.stringContaining('Lin')])
    expect(
      (await company.staff.send('POST', `/persons/${company.lead.personId}/flows-held/hand-over`, {})).status,
    ).toBe(403)
    const done = await company.admin.send('POST', `/persons/${company.lead.personId}/flows-held/hand-over`, {
      toId: company.other.personId,
    })
    expect(done.body).toEqual({ toId: company.other.personId, requests: 4, tasks: 2, delegations: 1, definitions: 2 })
    expect((await company.admin.send('GET', `/persons/${company.lead.personId}/flows-held`)).body.total).toBe(0)
    expect((await company.lead.send('GET', '/inbox/counts')).body.todo).toBe(0)
    expect((await company.other.send('GET', '/inbox/counts')).body.todo).toBe(2)
    expect(await at(await begin(flowId))).toEqual(['Wu'])
    expect((await leave(1)).status).toBe(200)
  })

  test('a flow that could not be published today is not published again with another name in it', async () => {
    const { admin, lead, second, other } = company
    const flowId = await publish(company, {
      steps: [step('lead', people(lead)), step('second', people(second))],
      form,
    })
    const id = await begin(flowId)
    await world.within((ctx) =>
      ctx.db
        .updateTable('account')
        .set({ is_disabled: true })
        .where('tenant_id', '=', ctx.tenantId)
        .where('person_id', '=', second.personId)
        .execute(),
    )
    const path = `/persons/${lead.personId}/flows-held/hand-over`
    const refused = await admin.send('POST', path, { toId: other.personId })
    expect([...code(refused), refused.body.detail]).toEqual([
      409,
      'flow.hand-over-unsound',
      expect.stringContaining('SECOND'),
    ])
    expect((await admin.send('GET', `/flows/${flowId}`)).body.currentVersion).toBe(1)
    expect((await admin.send('POST', path, { toId: other.personId, inDefinitions: false })).status).toBe(200)
    expect(await at(id)).toEqual(['Wu'])
  })

  test('without a hand-over everything goes to the successor in the night', async () => {
    const flowId = await publish(company, { steps: [step('lead', people(company.lead))], form })
    const id = await begin(flowId)
    await world.within((ctx) =>
      ctx.db
        .insertInto('personnel_file')
        .values({ tenant_id: ctx.tenantId, person_id: company.lead.personId, left_on: '2026-03-04' })
        .onConflict((c) => c.columns(['tenant_id', 'person_id']).doUpdateSet({ left_on: '2026-03-04' }))
        .execute(),
    )
    await world.runJob('flow.handOverLeavers')
    expect(await at(id)).toEqual(['Boss'])
  })
})

describe('links', () => {
  test('an end begins another request once, with its fields; a sub-flow is waited for and ends with it', async () => {
    const target = await publish(company, { steps: [step('boss', people(company.boss))], form, key: 'follow-up' })
    const flowId = await publish(company, {
      steps: [{ kind: 'subflow', id: 'sub', name: 'Sub', flow: 'follow-up', map: { note: 'note' } }],
      form,
    })
    const link = {
      flowId,
      on: 'ended',
      outcome: 'approved',
      targetId: target,
      map: { note: '=after', count: 'count' },
      onCancel: 'cascade',
    }
    const made = await company.admin.send('POST', '/flow-links', link)
    expect(made.status).toBe(200)
    expect(
      code(await company.admin.send('POST', '/flow-links', { ...link, flowId: target, targetId: flowId })),
    ).toEqual([409, 'flow.link-circle'])
    expect(code(await company.admin.send('POST', '/flow-links', { ...link, map: { nope: 'note' } }))).toEqual([
      400,
      'flow.no-such-field',
    ])
    const id = await begin(flowId, { note: 'hello', count: 4 })
    const parent = await read(company.staff, id)
    expect([parent.status, parent.children]).toMatchObject(['running', [{ status: 'running' }]])
    const child = parent.children[0].id
    expect((await read(company.boss, child)).values).toEqual({ note: 'hello' })
    await decide(company.boss, child)
    await world.runJob('flow.fireTimers')
    const ended = await read(company.staff, id)
    expect([ended.outcome, ended.children.length]).toEqual(['approved', 2])
    const begun = ended.children.find((one: { id: string }) => one.id !== child).id
    expect((await read(company.boss, begun)).values).toEqual({ note: 'after', count: 4 })
    expect((await company.admin.send('GET', `/flow-links?flowId=${flowId}`)).body.rows).toMatchObject([
      { started: 1, target: { key: 'follow-up' } },
    ])
    expect((await company.admin.send('DELETE', `/flow-links/${made.body.id}`, { version: 1 })).status).toBe(200)
  })

  test('what was approved is taken back only by a request of its own, and holds until that is approved', async () => {
    const { staff, lead, boss, admin, other } = company
    const guarded = step('qc', people(lead), { mandatory: true, gate: 'revocable' })
    const flowId = await publish(company, { steps: [guarded], form })
    const id = await begin(flowId, { note: 'first', count: 2 })
    const revoke = async (as: Member, reason = 'a mistake') =>
      as.send('POST', `/requests/${id}/act`, { deed: { do: 'revoke', reason } })
    await decide(lead, id)
    const open = async () =>
      (await admin.send('POST', '/gates/revocable/check', { subjectType: 'request', subjectKey: id })).body.isOpen
    expect([await open(), (await read(staff, id)).may.revoke]).toEqual([true, false])
    expect(code(await revoke(staff))).toEqual([409, 'flow.cannot-revoke'])

    const back = await publish(company, {
      steps: [step('boss', people(boss))],
      form: { fields: [{ key: 'reason', kind: 'text', label: { en: 'Reason' }, required: true }, ...form.fields] },
    })
    const link = { flowId, targetId: back, on: 'revoked', map: { note: 'note' } }
    expect((await admin.send('POST', '/flow-links', link)).status).toBe(200)
    expect((await read(staff, id)).may.revoke).toBe(true)
    expect((await revoke(other)).status).toBe(404)
    expect(code(await revoke(lead))).toEqual([403, 'flow.not-yours'])
    for (const decision of ['reject', 'approve']) {
      expect((await revoke(staff)).status).toBe(200)
      expect(code(await revoke(staff))).toEqual([409, 'flow.cannot-revoke'])
      const { children, revokedAt } = await read(staff, id)
      expect([revokedAt, await open()]).toEqual([null, true])
      const running = children.find((one: { status: string }) => one.status === 'running').id
      const seen = await read(boss, running)
      expect(seen.values).toEqual({ reason: 'a mistake', note: 'first' })
      const deed = { do: 'decide', task: seen.tasks[0].id, decision }
      await boss.send('POST', `/requests/${running}/act`, { deed, dataRev: seen.dataRev })
    }
    expect(await read(staff, id)).toMatchObject({
      outcome: 'approved',
      revokedAt: expect.any(String),
      may: { revoke: false },
    })
    expect(await open()).toBe(false)
  })

  test('withdrawing a request cancels the sub-flow it waits for', async () => {
    await publish(company, { steps: [step('boss', people(company.boss))], form, key: 'inner' })
    const flowId = await publish(company, { steps: [{ kind: 'subflow', id: 'sub', name: 'Sub', flow: 'inner' }], form })
    const id = await begin(flowId)
    const child = (await read(company.staff, id)).children[0].id
    expect((await company.staff.send('POST', `/requests/${id}/act`, { deed: { do: 'withdraw' } })).status).toBe(200)
    await world.runJob('flow.fireTimers')
    expect((await read(company.staff, child)).outcome).toBe('cancelled')
  })
})

describe('versions', () => {
  test('running requests keep theirs; a dry run says what would move, and none goes over past a mandatory step', async () => {
    const flowId = await publish(company, {
      steps: [step('lead', people(company.lead)), step('boss', people(company.boss))],
      form,
    })
    const [early, late] = [await begin(flowId), await begin(flowId)]
    await decide(company.lead, late)
    const flow = (await company.admin.send('GET', `/flows/${flowId}`)).body
    const definition = {
      ...flow.draft.definition,
      steps: [
        step('lead', people(company.lead)),
        step('qc', people(company.second), { mandatory: true }),
        step('boss', people(company.boss)),
      ],
    }
    const saved = await company.admin.send('PUT', `/flows/${flowId}/draft`, { version: flow.version, definition })
    expect(saved.body.checked).toMatchObject({
      verdict: 'sound',
      mayPublish: true,
      proofs: [{ step: 'qc', before: 'end', isSkippable: false }],
    })
    const published = await company.admin.send('POST', `/flows/${flowId}/publish`, {
      version: saved.body.version,
      note: 'with inspection',
    })
    expect(published.body.published).toBe(2)
    expect((await read(company.staff, early)).version).toBe(1)
    const dry = await company.admin.send('POST', `/flows/${flowId}/migrate`, { to: 2 })
    expect(dry.body).toMatchObject({ moved: 1, stay: 1 })
    expect((await read(company.staff, early)).version).toBe(1)
    const done = await company.admin.send('POST', `/flows/${flowId}/migrate`, { to: 2, dryRun: false })
    expect(done.body.rows.find((row: { id: string }) => row.id === late)).toMatchObject({
      isMoved: false,
      obstacles: [{ code: 'mandatory-not-passed', step: 'qc', sentence: expect.stringContaining('QC') }],
    })
    expect([(await read(company.staff, early)).version, (await read(company.staff, late)).version]).toEqual([2, 1])
    expect((await company.admin.send('GET', '/flow-attempts?way=migrate')).body.total).toBe(1)
    await decide(company.lead, early)
    expect(await at(early)).toEqual(['Zhao'])
    const running = await company.admin.send('GET', `/flows/${flowId}/running?published=1`)
    expect(running.body.rows).toMatchObject([{ id: late, at: [{ stepName: 'BOSS' }] }])
    expect((await company.staff.send('GET', `/flows/${flowId}/running`)).status).toBe(403)
  })
})
