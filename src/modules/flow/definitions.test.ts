import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '#test/world'
import { layCompany, publish, type Company } from './world-for-tests.ts'

let world: World
let company: Company
beforeAll(async () => {
  world = await openWorld({ keep: (close) => afterAll(close) })
  company = await layCompany(world)
})

const code = (answer: { status: number; body: { code?: string } }) => [answer.status, answer.body.code]
const admin = async (method: 'GET' | 'POST' | 'PUT', path: string, body?: object) =>
  company.admin.send(method, path, body)
const create = async (from: object, more: object = {}) =>
  admin('POST', '/flows', { name: { en: 'Made' }, from, ...more })
const superior = { kind: 'approve', id: 'lead', name: 'Lead', who: { kind: 'superiors', levels: 1 } }
const form = { fields: [{ key: 'amount', kind: 'number', label: { en: 'Amount' } }] }

describe('drawing', () => {
  test('what is unfinished is kept and said; fields come from the form; two who draw at once are told', async () => {
    const made = await create({ kind: 'blank' }, { key: 'blank-one' })
    const { flowId } = made.body
    const first = await admin('GET', `/flows/${flowId}`)
    expect(first.body).toMatchObject({
      key: 'blank-one',
      currentVersion: null,
      isChanged: true,
      checked: { verdict: 'misread', mayPublish: false },
    })
    const saved = await admin('PUT', `/flows/${flowId}/draft`, {
      version: 1,
      definition: { id: 'x', steps: [superior] },
      form,
    })
    expect(saved.body).toMatchObject({ version: 2, checked: { verdict: 'sound', mayPublish: true } })
    expect(code(await admin('PUT', `/flows/${flowId}/draft`, { version: 1, category: 'x' }))).toEqual([
      409,
      'base.changed-meanwhile',
    ])
    const read = await admin('GET', `/flows/${flowId}`)
    expect(read.body.draft.definition.fields).toMatchObject([{ key: 'amount', kind: 'number' }])
    expect(code(await create({ kind: 'blank' }, { key: 'blank-one' }))).toEqual([409, 'flow.key-taken'])
  })

  test('what it names and is not there stands in the way of publishing', async () => {
    const gone = crypto.randomUUID()
    const steps = [
      { kind: 'approve', id: 'a', name: 'A', who: { kind: 'people', people: [gone] }, fields: { nope: 'write' } },
      { kind: 'approve', id: 'b', name: 'B', who: { kind: 'role', role: 'no-such-role' } },
      { kind: 'auto', id: 'c', name: 'C', command: 'no.command' },
      { kind: 'subflow', id: 'd', name: 'D', flow: 'no-flow' },
    ]
    const { flowId } = (await create({ kind: 'json', content: { definition: { id: 'x', steps }, form } })).body
    const { checked } = (await admin('GET', `/flows/${flowId}`)).body
    expect(
      checked.problems
        .map((one: { kind: string; element: string; blocks: boolean }) => `${one.kind} ${one.element} ${one.blocks}`)
        .sort(),
    ).toEqual([
      'no-such-command c true',
      'no-such-field a true',
      'no-such-flow d true',
      'no-such-person a true',
      'nobody b false',
    ])
    expect(code(await admin('POST', `/flows/${flowId}/publish`, { version: 1 }))).toEqual([409, 'flow.cannot-publish'])
    const parallel = {
      kind: 'parallel',
      id: 'p',
      name: '',
      arms: ['x', 'y'].map((id) => ({
        id,
        name: '',
        steps: [{ ...superior, id: `s${id}`, fields: { amount: 'write' } }],
      })),
    }
    const asked = await admin('POST', `/flows/${flowId}/check`, { definition: { id: 'x', steps: [parallel] } })
    expect(asked.body.problems).toMatchObject([{ kind: 'parallel-writers', blocks: true }])
  })

  test('retired, nothing new begins; revived, it does; a version stays as it was', async () => {
    const flowId = await publish(company, { steps: [superior], form })
    const { version } = (await admin('GET', `/flows/${flowId}`)).body
    expect((await admin('POST', `/flows/${flowId}/retire`, { version })).status).toBe(200)
    expect(code(await company.staff.send('POST', '/requests', { flowId, values: {} }))).toEqual([409, 'flow.retired'])
    expect((await admin('POST', `/flows/${flowId}/revive`, { version: version + 1 })).status).toBe(200)
    expect((await company.staff.send('POST', '/requests', { flowId, values: {} })).status).toBe(200)
    await admin('PUT', `/flows/${flowId}/draft`, { version: version + 2, form: { fields: [] } })
    const one = await admin('GET', `/flows/${flowId}/versions/1`)
    expect([one.body.form.fields.length, one.body.running]).toEqual([1, 1])
    expect(code(await admin('GET', `/flows/${flowId}/versions/7`))).toEqual([404, 'flow.no-such-version'])
    expect((await admin('GET', `/flows/${flowId}`)).body).toMatchObject({ isChanged: true, may: { publish: true } })
  })

  test('only those it is for may start it', async () => {
    const flowId = await publish(company, { steps: [superior], form })
    const { version } = (await admin('GET', `/flows/${flowId}`)).body
    await admin('PUT', `/flows/${flowId}/draft`, {
      version,
      starters: { kind: 'some', unitIds: [company.firm.units.growth] },
    })
    const keys = async (one: typeof company.staff) =>
      (await one.send('GET', '/flows-startable')).body.rows.map((row: { id: string }) => row.id)
    expect([(await keys(company.staff)).includes(flowId), (await keys(company.other)).includes(flowId)]).toEqual([
      true,
      false,
    ])
    expect(code(await company.other.send('POST', '/requests', { flowId, values: {} }))).toEqual([
      403,
      'flow.not-yours-to-start',
    ])
    expect(code(await company.other.send('GET', `/flows/${flowId}/start`))).toEqual([403, 'flow.not-yours-to-start'])
  })
})

test('a template asks who does what differs from firm to firm, and names nobody that is not there', async () => {
  const { rows } = (await admin('GET', '/flow-templates')).body
  const goods = rows.find((row: { key: string }) => row.key === 'goods-inspection')
  expect(goods.asks.map((one: { step: string }) => one.step)).toEqual(['qc', 'store'])
  const people = { qc: { kind: 'people', people: [company.lead.personId] } }
  const { flowId } = (await create({ kind: 'template', template: 'goods-inspection', people })).body
  const { draft, checked } = (await admin('GET', `/flows/${flowId}`)).body
  const who = (id: string) => draft.definition.steps.find((one: { id: string }) => one.id === id).who
  expect([who('qc'), who('store')]).toEqual([people.qc, { kind: 'role', role: 'administrator' }])
  expect(checked.problems).toEqual([])
})

test('each template becomes a flow that can be published as it stands, or says what it misses', async () => {
  const { rows } = (await admin('GET', '/flow-templates')).body
  expect(rows.length).toBeGreaterThan(6)
  for (const { key } of rows as { key: string }[]) {
    const { flowId } = (await create({ kind: 'template', template: key })).body
    const { checked } = (await admin('GET', `/flows/${flowId}`)).body
    const serious = checked.problems.filter(
      (one: { blocks: boolean; kind: string }) =>
        one.blocks && one.kind !== 'no-such-command' && one.kind !== 'no-such-flow',
    )
    expect([key, checked.verdict, serious]).toEqual([key, 'sound', []])
  }
})

describe('what will be', () => {
  test('the preview says who will be asked, by what is filled in; the simulation, what happens when', async () => {
    const branch = {
      kind: 'branch',
      id: 'much',
      name: '',
      arms: [
        {
          id: 'big',
          name: 'Big',
          when: { field: 'amount', op: 'above', value: 100 },
          steps: [
            {
              kind: 'approve',
              id: 'boss',
              name: 'Boss step',
              who: { kind: 'people', people: [company.boss.personId] },
              deadline: { limit: { amount: 2, unit: 'hour' } },
            },
          ],
        },
      ],
      otherwise: [],
    }
    const flowId = await publish(company, { steps: [superior, branch], form })
    const preview = async (values: object) =>
      (await company.staff.send('GET', `/flows/${flowId}/start?values=${encodeURIComponent(JSON.stringify(values))}`))
        .body
    const names = (steps: { id: string; people: { person: { name: string } }[] }[]) =>
      steps.map((one) => [one.id, one.people.map((who) => who.person.name)])
    const small = await preview({ amount: 5 })
    expect([small.decisive, names(small.preview), small.troubles]).toEqual([['amount'], [['lead', ['Lin']]], []])
    expect(names((await preview({ amount: 500 })).preview)).toEqual([
      ['lead', ['Lin']],
      ['boss', ['Boss']],
    ])
    const played = await admin('POST', `/flows/${flowId}/simulate`, {
      initiatorId: company.staff.personId,
      values: { amount: 500 },
      at: '2026-03-04T01:00:00Z',
      decisions: [
        { step: 'lead', decision: 'approve', afterMinutes: 60 },
        { step: 'boss', decision: 'reject' },
      ],
    })
    expect(played.body).toMatchObject({
      status: 'ended',
      outcome: 'rejected',
      steps: [
        { id: 'lead' },
        {
          id: 'boss',
          enteredAt: '2026-03-04T02:00:00.000Z',
          dueAt: '2026-03-04T04:00:00.000Z',
          fields: { amount: 'read' },
        },
      ],
    })
    const count = await world.within((ctx) =>
      ctx.db.selectFrom('flow_instance').select('id').where('flow_id', '=', flowId).execute(),
    )
    expect(count).toEqual([])
  })

  test('where nobody would be found is said before it is submitted, and submitting is refused', async () => {
    const flowId = await publish(company, {
      steps: [
        {
          kind: 'approve',
          id: 'empty',
          name: 'Empty',
          who: { kind: 'position', position: company.firm.positions.empty },
        },
        superior,
      ],
      form,
    })
    const start = (await company.staff.send('GET', `/flows/${flowId}/start`)).body
    expect([start.troubles, start.preview.map((one: { id: string }) => one.id)]).toEqual([
      [{ code: 'nobody', step: 'empty' }],
      ['empty', 'lead'],
    ])
    const refused = await company.staff.send('POST', '/requests', { flowId, values: {} })
    expect([...code(refused), refused.body.detail]).toEqual([409, 'flow.nobody', expect.stringContaining('Empty')])
    expect(
      (await company.staff.send('GET', '/inbox?box=started')).body.rows.filter(
        (row: { flow: { id: string } }) => row.flow.id === flowId,
      ),
    ).toEqual([])
  })
})

describe('BPMN', () => {
  test('a flow of ours goes out and comes back as it was', async () => {
    const { flowId } = (await create({ kind: 'template', template: 'goods-inspection' })).body
    const out = await admin('GET', `/flows/${flowId}/bpmn`)
    const xml = out.bytes.toString()
    const back = await create({ kind: 'bpmn', xml })
    expect(back.body.unsupported).toEqual([])
    const [a, b] = [await admin('GET', `/flows/${flowId}`), await admin('GET', `/flows/${back.body.flowId}`)]
    const { fields: _a, id: _x, ...before } = a.body.draft.definition
    const { fields: _b, id: _y, ...after } = b.body.draft.definition
    expect(after).toEqual(before)
    expect(code(await create({ kind: 'bpmn', xml: '<no' }))).toEqual([400, 'flow.not-bpmn'])
  })

  const models = join(import.meta.dirname, '../../../../shared/data/bpmn')
  test.runIf(existsSync(models))('models drawn elsewhere come in, and what is lost is named', async () => {
    const files = readdirSync(models, { recursive: true })
      .map(String)
      .filter((file) => file.endsWith('.bpmn'))
    expect(files.length).toBeGreaterThan(4)
    for (const file of files) {
      const answer = await create({ kind: 'bpmn', xml: readFileSync(join(models, file), 'utf8') })
      expect([file, answer.status]).toEqual([file, 200])
      const { checked } = (await admin('GET', `/flows/${answer.body.flowId}`)).body
      expect([
        file,
        checked.verdict === 'misread',
        checked.problems.filter((one: { kind: string }) => one.kind === 'misread'),
      ]).toEqual([file, false, []])
    }
  })
})
