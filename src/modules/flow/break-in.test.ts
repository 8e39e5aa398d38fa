import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { uploadAs } from '#test/upload'
import { openWorld, type World } from '#test/world'
import { layCompany, publish, type Company, type Member } from './world-for-tests.ts'

let world: World
let company: Company
beforeAll(async () => {
  world = await openWorld({ keep: (close) => afterAll(close) })
  company = await layCompany(world)
})

const field = (key: string, kind = 'text', more: object = {}) => ({ key, kind, label: { en: key }, ...more })
const form = { fields: [field('reason'), field('count', 'number'), field('secret'), field('paper', 'file')] }
const people = (...members: Member[]) => ({ kind: 'people', people: members.map((one) => one.personId) })
const step = (id: string, who: object, more: object = {}) => ({ kind: 'approve', id, name: id, who, ...more })
const hard = { mandatory: true, gate: 'qc', guards: ['count'] }
const begin = async ({ send }: Pick<Member, 'send'>, flowId: string, more: object = {}) => {
  const made = await send('POST', '/requests', { flowId, values: {}, ...more })
  expect([made.status, made.body.detail]).toEqual([200, undefined])
  return made.body.requestId as string
}
const read = async ({ send }: Pick<Member, 'send'>, id: string) => (await send('GET', `/requests/${id}`)).body
const act = async ({ send }: Pick<Member, 'send'>, id: string, deed: object, more: object = {}) =>
  send('POST', `/requests/${id}/act`, { deed, ...more })
const decide = async (member: Member, id: string) => {
  const { tasks, dataRev } = await read(member, id)
  return act(member, id, { do: 'decide', task: tasks[0]?.id ?? 'none', decision: 'approve' }, { dataRev })
}
const code = (answer: { status: number; body: { code?: string } }) => [answer.status, answer.body.code]
const file = async ({ send }: Pick<Member, 'send'>, id: string) => (await send('GET', `/files/${id}`)).status
const attempts = async (query: string) => (await company.admin.send('GET', `/flow-attempts${query}`)).body.rows

describe('somebody whose business it is not', () => {
  test('finds no request, whatever is tried with its id', async () => {
    const { staff, other, lead } = company
    const flowId = await publish(company, { steps: [step('lead', people(lead))], form })
    const id = await begin(staff, flowId)
    const task = (await read(lead, id)).tasks[0].id
    const deeds = [
      { do: 'submit' },
      { do: 'decide', task, decision: 'approve' },
      { do: 'return', task, to: 'start' },
      { do: 'add-sign', task, how: 'beside', people: [other.personId] },
      { do: 'remove-sign', task },
      { do: 'transfer', task, to: other.personId },
      { do: 'ask', task, to: other.personId },
      { do: 'answer', task, opinion: 'x' },
      { do: 'claim', task },
      { do: 'read', task },
      { do: 'save-draft', task, opinion: 'x' },
      { do: 'copy', task, people: [other.personId] },
      { do: 'urge', task },
      { do: 'take-back', node: 'lead' },
      { do: 'withdraw' },
      { do: 'cancel', reason: 'x' },
      { do: 'relocate', token: 't1', to: 'end', reason: 'x' },
      { do: 'resume' },
    ]
    for (const deed of deeds)
      expect([deed.do, (await act(other, id, deed, { dataRev: 0 })).status]).toEqual([deed.do, 404])
    expect((await other.send('GET', `/requests/${id}`)).status).toBe(404)
    expect((await other.send('PUT', `/requests/${id}`, { dataRev: 0, values: {} })).status).toBe(404)
    expect((await other.send('DELETE', `/requests/${id}`)).status).toBe(404)
    const many = await other.send('POST', '/inbox/decide', {
      decision: 'approve',
      tasks: [{ requestId: id, task, dataRev: 0 }],
    })
    expect(many.body).toMatchObject({ done: 0, refused: [{ code: 'base.not-found' }] })
  })

  test('sees no draft of another, not even who reads and manages all', async () => {
    const flowId = await publish(company, { steps: [step('lead', people(company.lead))], form })
    const id = await begin(company.staff, flowId, { submit: false, values: { secret: 'canary' } })
    for (const who of [company.lead, company.admin, company.other])
      expect((await who.send('GET', `/requests/${id}`)).status).toBe(404)
    expect((await company.admin.send('GET', `/requests?flowId=${flowId}`)).body.total).toBe(0)
  })

  test('is told nothing of what a request began, or was begun by, unless they may see it', async () => {
    const { staff, other, second, admin } = company
    await publish(company, { steps: [step('second', people(second))], form, key: 'inner-secret' })
    const outer = await publish(company, {
      steps: [
        {
          kind: 'parallel',
          id: 'p',
          name: '',
          arms: [
            { id: 'a', name: '', steps: [step('lead', people(other))] },
            { id: 'b', name: '', steps: [{ kind: 'subflow', id: 'sub', name: 'Sub', flow: 'inner-secret' }] },
          ],
        },
      ],
      form,
    })
    const id = await begin(staff, outer, { title: 'Outer request' })
    const seen = await read(staff, id)
    expect(seen.children).toHaveLength(1)
    expect((await read(other, id)).children).toEqual([])
    expect(await read(second, seen.children[0].id)).toMatchObject({ status: 'running', parent: null })
    expect(await read(admin, seen.children[0].id)).toMatchObject({ parent: { title: 'Outer request' } })
  })

  test('does not find a request by what stands in a hidden field, nor whose limit was passed', async () => {
    const { lead, boss, staff } = company
    const steps = [step('lead', people(lead), { fields: { secret: 'hidden', count: 'hidden' } })]
    const flowId = await publish(company, { steps, form })
    const designer = await world.member({ may: { 'flow.design': 'tenant', 'flow.act': 'self' } })
    await company.admin.send('POST', '/flow-limits', { flowId, field: 'count', atMost: 10, tell: people(boss) })
    await begin(staff, flowId, { values: { secret: 'canary', count: 77 } })
    for (const path of ['/inbox?text=canary', '/requests?text=canary'])
      expect((await company.admin.send('GET', path)).body.total ?? 0, path).toBe(0)
    expect((await lead.send('GET', '/inbox?text=canary')).body.total).toBe(0)
    expect((await designer.send('GET', '/flow-breaches')).body).toMatchObject({ total: 0, rows: [] })
    expect((await company.admin.send('GET', '/flow-breaches')).body.total).toBeGreaterThan(0)
  })
})

describe('files', () => {
  test('of a field hidden at one’s step are not handed out by their id', async () => {
    const { staff, lead, boss, other } = company
    const steps = [step('lead', people(lead), { fields: { paper: 'hidden' } }), step('boss', people(boss))]
    const flowId = await publish(company, { steps, form })
    const paper = await uploadAs(staff.send)
    const id = await begin(staff, flowId, { values: { paper: [{ id: paper, name: 'paper.png' }] } })
    expect([await file(staff, paper), await file(lead, paper), await file(other, paper)]).toEqual([200, 404, 404])
    await decide(lead, id)
    expect([await file(boss, paper), await file(lead, paper)]).toEqual([200, 404])
  })

  test('of others cannot be made one’s own by naming them', async () => {
    const { staff, other } = company
    const flowId = await publish(company, { steps: [step('lead', people(company.lead))], form })
    const paper = await uploadAs(staff.send)
    const stolen = await other.send('POST', '/requests', {
      flowId,
      values: { paper: [{ id: paper, name: 'paper.png' }] },
    })
    expect(stolen.status).toBe(404)
    await begin(staff, flowId, { values: { paper: [{ id: paper, name: 'paper.png' }] } })
    expect(
      (await other.send('POST', '/requests', { flowId, values: { paper: [{ id: paper, name: 'paper.png' }] } })).status,
    ).toBe(404)
    expect(await file(other, paper)).toBe(404)
  })
})

describe('an administrator at a mandatory step', () => {
  test('decides nothing that was asked of somebody else', async () => {
    const { lead, admin } = company
    const flowId = await publish(company, { steps: [step('qc', people(lead), hard)], form })
    const id = await begin(company.staff, flowId)
    const task = (await read(lead, id)).tasks[0].id
    for (const deed of [
      { do: 'decide', task, decision: 'approve' },
      { do: 'transfer', task, to: admin.personId },
      { do: 'add-sign', task, how: 'beside', people: [admin.personId] },
      { do: 'claim', task },
    ])
      expect(code(await act(admin, id, deed, { dataRev: 0 }))).toEqual([403, 'flow.not-yours'])
    expect(code(await act(admin, id, { do: 'remove-sign', task }))).toEqual([409, 'flow.last-of-the-round'])
  })

  test('cannot move the request out of the arm beside it, and the try is kept with its gate', async () => {
    const { lead, second, boss, admin } = company
    const steps = [
      {
        kind: 'parallel',
        id: 'p',
        name: '',
        arms: [
          { id: 'a', name: '', steps: [step('papers', people(second))] },
          { id: 'b', name: '', steps: [step('qc', people(lead), hard)] },
        ],
      },
      step('store', people(boss)),
    ]
    const flowId = await publish(company, { steps, form })
    const id = await begin(company.staff, flowId, { subject: { type: 'batch', key: 'BR1' } })
    const { tokens } = await read(admin, id)
    const papers = tokens.find((one: { step: string }) => one.step === 'papers')
    expect(papers.to).toEqual([])
    const moved = await act(admin, id, { do: 'relocate', token: papers.id, to: 'store', reason: 'x' })
    expect(code(moved)).toEqual([409, 'flow.mandatory-in-between'])
    expect(await attempts(`?way=relocate&flowId=${flowId}`)).toMatchObject([
      { gate: 'qc', subjectType: 'batch', subjectKey: 'BR1', step: 'qc' },
    ])
  })

  test('cannot take a running request over to a version without it', async () => {
    const { lead, boss, admin } = company
    const flowId = await publish(company, {
      steps: [step('first', people(boss)), step('qc', people(lead), hard)],
      form,
    })
    const id = await begin(company.staff, flowId)
    const { version, draft } = (await admin.send('GET', `/flows/${flowId}`)).body
    const definition = { ...draft.definition, steps: [step('first', people(boss))] }
    const saved = await admin.send('PUT', `/flows/${flowId}/draft`, { version, definition })
    expect((await admin.send('POST', `/flows/${flowId}/publish`, { version: saved.body.version })).status).toBe(200)
    const done = await admin.send('POST', `/flows/${flowId}/migrate`, { to: 2, dryRun: false })
    expect(done.body.rows).toMatchObject([{ isMoved: false, obstacles: [{ code: 'mandatory-dropped', step: 'qc' }] }])
    expect((await read(company.staff, id)).version).toBe(1)
    expect(await attempts(`?way=migrate&flowId=${flowId}`)).toMatchObject([{ step: 'qc', stepName: 'qc' }])
  })

  test('cannot end a sub-flow that must be approved to let the flow go on', async () => {
    const { lead, boss, admin } = company
    await publish(company, { steps: [step('qc', people(lead), hard)], form, key: 'inspection' })
    const sub = { kind: 'subflow', id: 'sub', name: 'Inspection', flow: 'inspection', mandatory: true }
    const flowId = await publish(company, { steps: [sub, step('store', people(boss))], form })
    const id = await begin(company.staff, flowId)
    const child = (await read(company.staff, id)).children[0].id
    expect((await act(admin, child, { do: 'cancel', reason: 'x' })).status).toBe(200)
    await world.runJob('flow.fireTimers')
    const after = await read(admin, id)
    expect(after).toMatchObject({ status: 'incident', troubles: [{ code: 'child-not-approved' }] })
    expect(after.tokens[0].to).toEqual([])
    expect((await act(admin, id, { do: 'resume' })).status).toBe(200)
    const again = (await read(company.staff, id)).children.find((one: { id: string }) => one.id !== child)
    await decide(lead, again.id)
    await world.runJob('flow.fireTimers')
    expect((await read(company.staff, id)).at).toMatchObject([{ step: 'store' }])
  })

  test('publishes nothing but what was checked: a draft changed meanwhile is another one', async () => {
    const { lead, admin } = company
    const flowId = await publish(company, { steps: [step('qc', people(lead), hard)], form })
    const { version, draft } = (await admin.send('GET', `/flows/${flowId}`)).body
    const loose = { ...draft.definition, steps: [step('qc', people(lead), { ...hard, onEmpty: [{ do: 'pass' }] })] }
    expect((await admin.send('PUT', `/flows/${flowId}/draft`, { version, definition: loose })).status).toBe(200)
    expect(code(await admin.send('POST', `/flows/${flowId}/publish`, { version }))).toEqual([
      409,
      'base.changed-meanwhile',
    ])
    const now = await admin.send('POST', `/flows/${flowId}/publish`, { version: version + 1 })
    expect([...code(now), now.body.detail]).toEqual([409, 'flow.cannot-publish', expect.stringContaining('“qc”')])
  })
})

describe('the same said twice', () => {
  test('with another body is refused, with an old state too', async () => {
    const { lead, staff } = company
    const flowId = await publish(company, {
      steps: [step('qc', people(lead), hard), step('store', people(company.boss))],
      form,
    })
    const id = await begin(staff, flowId)
    const { tasks, dataRev, rev } = await read(lead, id)
    const key = { 'idempotency-key': '0198f2a0-7777-7000-8000-000000000001' }
    const deed = { do: 'decide', task: tasks[0].id, decision: 'approve' }
    const path = `/requests/${id}/act`
    expect((await lead.send('POST', path, { deed, dataRev }, key)).status).toBe(200)
    expect((await lead.send('POST', path, { deed, dataRev }, key)).status).toBe(200)
    const other = await lead.send('POST', path, { deed: { ...deed, decision: 'reject' }, dataRev }, key)
    expect(other.status).toBeGreaterThanOrEqual(400)
    expect(code(await act(lead, id, { do: 'withdraw' }, { rev }))).toEqual([409, 'base.changed-meanwhile'])
    expect((await read(lead, id)).at).toMatchObject([{ step: 'store' }])
  })
})
