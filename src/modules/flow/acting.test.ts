import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type Send, type World } from '#test/world'
import { layCompany, publish, type Company, type Member } from './world-for-tests.ts'

let world: World
let company: Company
beforeAll(async () => {
  world = await openWorld({ keep: (close) => afterAll(close) })
  company = await layCompany(world)
})

const field = (key: string, kind = 'text', more: object = {}) => ({ key, kind, label: { en: key }, ...more })
const form = { fields: [field('reason', 'text', { required: true }), field('amount', 'number'), field('secret')] }
const people = (...members: Member[]) => ({ kind: 'people', people: members.map((one) => one.personId) })
const step = (id: string, who: object, more: object = {}) => ({
  kind: 'approve',
  id,
  name: id.toUpperCase(),
  who,
  ...more,
})
const begin = async (
  send: Send,
  flowId: string,
  values: object = { reason: 'Rest', secret: 'canary' },
  more: object = {},
) => {
  const made = await send('POST', '/requests', { flowId, values, ...more })
  expect([made.status, made.body]).toEqual([200, expect.objectContaining({ requestId: expect.any(String) })])
  return made.body as { requestId: string; dataRev: number; rev: number; status: string }
}
const read = async ({ send }: Pick<Member, 'send'>, id: string) => (await send('GET', `/requests/${id}`)).body
const act = async ({ send }: Pick<Member, 'send'>, id: string, deed: object, more: object = {}) =>
  send('POST', `/requests/${id}/act`, { deed, ...more })
const decide = async (member: Member, id: string, decision = 'approve', more: object = {}) => {
  const { tasks, dataRev } = await read(member, id)
  return act(member, id, { do: 'decide', task: tasks[0]?.id ?? 'none', decision }, { dataRev, ...more })
}
const code = (answer: { status: number; body: { code?: string } }) => [answer.status, answer.body.code]

describe('field rights', () => {
  test('a hidden field never leaves: not with the request, the inbox, the history, the list or the notice', async () => {
    const steps = [
      step('lead', people(company.lead), { fields: { secret: 'hidden', amount: 'write' } }),
      step('boss', people(company.boss)),
    ]
    const flowId = await publish(company, { steps, form })
    const { requestId } = await begin(company.staff.send, flowId)
    const manager = await world.member({
      may: { 'flow.act': 'self', 'flow.read': 'reports' },
      personId: company.lead.personId,
    })
    for (const path of [`/requests/${requestId}`, '/inbox', '/requests', '/notifications'])
      for (const send of [company.lead.send, manager.send]) {
        const answer = await send('GET', path)
        expect(JSON.stringify(answer.body), path).not.toContain('canary')
      }
    const seen = await read(company.lead, requestId)
    expect([seen.form.fields.map((one: { key: string }) => one.key), seen.rights, seen.tasks[0].fields]).toEqual([
      ['reason', 'amount'],
      { reason: 'read', amount: 'read' },
      { reason: 'read', amount: 'write' },
    ])
    expect((await read(company.staff, requestId)).values.secret).toBe('canary')
    const passed = await decide(company.lead, requestId, 'approve', { changes: { amount: 5 } })
    expect(passed.status).toBe(200)
    expect((await read(company.boss, requestId)).values).toEqual({ reason: 'Rest', secret: 'canary', amount: 5 })
    expect(JSON.stringify(await read(company.lead, requestId))).not.toContain('canary')
  })

  test('what a step does not let one write is refused, hidden or not, and nothing is changed', async () => {
    const flowId = await publish(company, {
      steps: [step('lead', people(company.lead), { fields: { secret: 'hidden', amount: 'write' } })],
      form,
    })
    const { requestId } = await begin(company.staff.send, flowId)
    for (const changes of [{ secret: 'x' }, { secret: 'canary' }, { reason: 'other' }])
      expect(code(await decide(company.lead, requestId, 'approve', { changes }))).toEqual([
        403,
        'flow.fields-not-yours',
      ])
    expect((await read(company.staff, requestId)).values).toEqual({ reason: 'Rest', secret: 'canary' })
  })

  test('what is missing or wrong is named, and drafts may be unfinished', async () => {
    const flowId = await publish(company, {
      steps: [step('lead', people(company.lead))],
      form,
      start: { secret: 'hidden' },
    })
    const bad = await company.staff.send('POST', '/requests', { flowId, values: { amount: 1 } })
    expect([bad.body.code, bad.body.faults]).toEqual(['flow.form-faulty', [{ field: 'reason', code: 'required' }]])
    expect(
      code(await company.staff.send('POST', '/requests', { flowId, values: { reason: 'a', secret: 'b' } })),
    ).toEqual([403, 'flow.fields-not-yours'])
    const { requestId, status, dataRev } = await begin(company.staff.send, flowId, {}, { submit: false })
    expect(status).toBe('draft')
    expect((await company.lead.send('GET', `/requests/${requestId}`)).status).toBe(404)
    const saved = await company.staff.send('PUT', `/requests/${requestId}/values`, {
      dataRev,
      values: { reason: 'Later' },
    })
    expect(saved.status).toBe(200)
    expect(
      code(await company.staff.send('PUT', `/requests/${requestId}/values`, { dataRev, values: { reason: 'x' } })),
    ).toEqual([409, 'flow.form-changed'])
    const sent = await act(company.staff, requestId, { do: 'submit' }, { dataRev: saved.body.dataRev })
    expect([sent.status, sent.body.status, sent.body.number]).toEqual([200, 'running', expect.stringContaining('REQ-')])
    expect(code(await company.staff.send('DELETE', `/requests/${requestId}`))).toEqual([409, 'flow.not-a-draft'])
  })
})

describe('deciding', () => {
  test('on a form somebody changed meanwhile is refused, as is deciding on one nobody read', async () => {
    const steps = [
      {
        kind: 'parallel',
        id: 'both',
        name: '',
        arms: [
          { id: 'a', name: '', steps: [step('lead', people(company.lead), { fields: { amount: 'write' } })] },
          { id: 'b', name: '', steps: [step('boss', people(company.boss))] },
        ],
      },
    ]
    const flowId = await publish(company, { steps, form })
    const { requestId } = await begin(company.staff.send, flowId)
    const seen = await read(company.boss, requestId)
    expect((await decide(company.lead, requestId, 'approve', { changes: { amount: 3 } })).status).toBe(200)
    const deed = { do: 'decide', task: seen.tasks[0].id, decision: 'approve' }
    expect(code(await act(company.boss, requestId, deed, { dataRev: seen.dataRev }))).toEqual([
      409,
      'flow.form-changed',
    ])
    expect(code(await act(company.boss, requestId, deed))).toEqual([428, 'flow.form-unread'])
    expect(code(await act(company.boss, requestId, deed, { dataRev: seen.dataRev + 1, rev: seen.rev }))).toEqual([
      409,
      'base.changed-meanwhile',
    ])
    expect((await act(company.boss, requestId, deed, { dataRev: seen.dataRev + 1 })).body.status).toBe('ended')
  })

  test('at once: with any exactly one wins and the other is told who, with all nobody is lost', async () => {
    const two = people(company.lead, company.boss)
    const anyFlow = await publish(company, { steps: [step('one', two, { quorum: { type: 'any' } })], form })
    const allFlow = await publish(company, { steps: [step('one', two)], form })
    for (let round = 0; round < 5; round += 1) {
      const any = await begin(company.staff.send, anyFlow)
      const answers = await Promise.all([company.lead, company.boss].map((one) => read(one, any.requestId)))
      const done = await Promise.all(
        [company.lead, company.boss].map((one, index) =>
          act(
            one,
            any.requestId,
            { do: 'decide', task: answers[index].tasks[0].id, decision: 'approve' },
            { dataRev: 0 },
          ),
        ),
      )
      expect(done.map((one) => one.status).sort()).toEqual([200, 409])
      const all = await begin(company.staff.send, allFlow)
      const seen = await Promise.all([company.lead, company.boss].map((one) => read(one, all.requestId)))
      const both = await Promise.all(
        [company.lead, company.boss].map((one, index) =>
          act(one, all.requestId, { do: 'decide', task: seen[index].tasks[0].id, decision: 'approve' }, { dataRev: 0 }),
        ),
      )
      expect(both.map((one) => one.status)).toEqual([200, 200])
      expect((await read(company.staff, all.requestId)).outcome).toBe('approved')
    }
  })

  test('many at once passes ordinary steps, and never one that cannot be skipped', async () => {
    const plain = await publish(company, { steps: [step('lead', people(company.lead))], form })
    const hard = await publish(company, { steps: [step('qc', people(company.lead), { mandatory: true })], form })
    const [a, b] = [await begin(company.staff.send, plain), await begin(company.staff.send, hard)]
    const tasks = []
    for (const { requestId } of [a, b])
      tasks.push({ requestId, task: (await read(company.lead, requestId)).tasks[0].id, dataRev: 0 })
    const inbox = await company.lead.send('GET', '/inbox?limit=500')
    const bars = tasks.map(
      ({ requestId }) =>
        inbox.body.rows.find((row: { requestId: string }) => row.requestId === requestId).task.batchBar,
    )
    expect(bars).toEqual([null, 'mandatory'])
    const done = await company.lead.send('POST', '/inbox/decide', { decision: 'approve', tasks })
    expect(done.body).toEqual({
      done: 1,
      refused: [
        {
          requestId: b.requestId,
          task: tasks[1]?.task,
          code: 'flow.mandatory-one-by-one',
          detail: expect.stringContaining('QC'),
        },
      ],
    })
    const attempts = await company.admin.send('GET', '/flow-attempts?way=batch')
    expect(attempts.body.rows).toMatchObject([
      { code: 'flow.mandatory-one-by-one', requestId: b.requestId, stepName: 'QC', person: { name: 'Lin' } },
    ])
    expect((await read(company.staff, b.requestId)).status).toBe('running')
  })

  test('returned to the start, changed, and straight back; withdrawn; taken back; a second signature', async () => {
    const steps = [step('lead', people(company.lead)), step('boss', people(company.boss))]
    const flowId = await publish(company, { steps, form })
    const { requestId } = await begin(company.staff.send, flowId)
    await decide(company.lead, requestId)
    const boss = await read(company.boss, requestId)
    expect(boss.tasks[0].returns.map((one: { id: string }) => one.id)).toEqual(['start', 'lead'])
    const back = await act(
      company.boss,
      requestId,
      { do: 'return', task: boss.tasks[0].id, to: 'start', back: 'straight', opinion: 'Why?' },
      { dataRev: 0 },
    )
    expect(back.status).toBe(200)
    const mine = await read(company.staff, requestId)
    expect([mine.may.submit, mine.tasks[0].kind, mine.rights.reason]).toEqual([true, 'fill', 'write'])
    const again = await act(company.staff, requestId, { do: 'submit' }, { dataRev: 0, changes: { reason: 'Because' } })
    expect(again.status).toBe(200)
    const now = await read(company.boss, requestId)
    expect([now.values.reason, now.tasks.length]).toEqual(['Because', 1])
    const asked = await act(company.boss, requestId, {
      do: 'add-sign',
      task: now.tasks[0].id,
      how: 'before',
      people: [company.other.personId],
    })
    expect(asked.status).toBe(200)
    expect(code(await decide(company.boss, requestId))).toEqual([409, 'flow.waits-for-others'])
    expect((await decide(company.other, requestId)).status).toBe(200)
    expect((await act(company.staff, requestId, { do: 'withdraw' })).body.status).toBe('ended')
    expect((await read(company.staff, requestId)).outcome).toBe('withdrawn')

    const second = await begin(company.staff.send, flowId)
    await decide(company.lead, second.requestId)
    expect((await read(company.lead, second.requestId)).may.takeBack).toEqual([{ id: 'lead', name: 'LEAD' }])
    expect((await act(company.lead, second.requestId, { do: 'take-back', node: 'lead' })).status).toBe(200)
    expect((await read(company.lead, second.requestId)).tasks).toMatchObject([{ step: 'lead', state: 'open' }])
    expect((await company.boss.send('GET', `/requests/${second.requestId}`)).body.tasks).toEqual([])
  })

  test('of others, without the right, and without a person behind the account is refused', async () => {
    const flowId = await publish(company, { steps: [step('lead', people(company.lead))], form })
    const { requestId } = await begin(company.staff.send, flowId)
    const task = (await read(company.lead, requestId)).tasks[0].id
    const deed = { do: 'decide', task, decision: 'approve' }
    expect(code(await act(company.staff, requestId, deed, { dataRev: 0 }))).toEqual([403, 'flow.not-yours'])
    expect(code(await act(company.second, requestId, deed, { dataRev: 0 }))).toEqual([404, 'base.not-found'])
    expect(code(await act(company.staff, requestId, { do: 'cancel', reason: 'x' }))).toEqual([403, 'base.forbidden'])
    const nobody = await world.member({ may: { 'flow.act': 'self', 'flow.start': 'self' } })
    expect(code(await nobody.send('GET', '/inbox'))).toEqual([403, 'flow.needs-person'])
    const reader = await world.member({ may: { 'flow.read': 'tenant' } })
    expect((await reader.send('GET', '/requests')).body.rows.some((one: { id: string }) => one.id === requestId)).toBe(
      true,
    )
    expect((await reader.send('POST', `/requests/${requestId}/act`, { deed })).status).toBe(403)
  })

  test('what is kept without deciding is seen by its author alone', async () => {
    const flowId = await publish(company, {
      steps: [step('lead', people(company.lead), { fields: { amount: 'write' } })],
      form,
    })
    const { requestId } = await begin(company.staff.send, flowId)
    const task = (await read(company.lead, requestId)).tasks[0].id
    expect(
      (
        await act(
          company.lead,
          requestId,
          { do: 'save-draft', task, opinion: 'half-thought' },
          { changes: { amount: 7 } },
        )
      ).status,
    ).toBe(200)
    expect((await read(company.lead, requestId)).tasks[0].draft).toEqual({
      opinion: 'half-thought',
      values: { amount: 7 },
    })
    expect(JSON.stringify(await read(company.staff, requestId))).not.toContain('half-thought')
  })
})

test('the log read from its beginning gives the state', async () => {
  const { replay } = await import('#core/flow')
  const { versionOf } = await import('./store/versions.ts')
  const flowId = await publish(company, {
    steps: [
      step('lead', { kind: 'superiors', levels: 1 }),
      step('boss', people(company.boss), { deadline: { limit: { amount: 1, unit: 'workday' } } }),
    ],
    form,
  })
  const { requestId } = await begin(company.staff.send, flowId)
  await decide(company.lead, requestId)
  await world.within(async (ctx) => {
    const row = await ctx.db
      .selectFrom('flow_instance')
      .select(['state', 'version'])
      .where('id', '=', requestId)
      .executeTakeFirstOrThrow()
    const events = await ctx.db
      .selectFrom('flow_event')
      .select(['event', 'facts', 'at'])
      .where('instance_id', '=', requestId)
      .orderBy('seq')
      .execute()
    let data = {}
    const log = events.map((one) => {
      const facts = one.facts as { data?: object }
      data = facts.data ?? data
      return { event: one.event, facts: { ...facts, data }, now: one.at.getTime() }
    })
    const { compiled } = await versionOf(ctx, flowId, row.version)
    expect(replay(compiled, company.staff.personId, log as never)).toEqual(row.state)
  })
})
