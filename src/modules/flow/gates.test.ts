import * as z from 'zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defineRoutes } from '#core/contract'
import { defineModule } from '#core/manifest'
import { bindServer } from '#kernel/bind'
import type { Importer } from '#kernel/importer'
import { uploadAs } from '#test/upload'
import { openWorld, type Send, type World } from '#test/world'
import { boundModules } from '../../app/bound-modules.ts'
import { problem } from '#kernel/problem'
import { contributeCommand, demandEvidence } from './index.ts'
import { layCompany, publish, type Company, type Member } from './world-for-tests.ts'

/** A warehouse as another module would be: its entry demands the pass of quality in its own transaction. */
const routes = defineRoutes({
  enter: {
    method: 'POST',
    path: '/trial-warehouse/entries',
    permission: 'warehouse.enter',
    input: z.object({ batch: z.string(), count: z.int() }),
    output: z.object({ entered: z.boolean() }),
  },
})
const manifest = defineModule({
  name: 'warehouse',
  requires: ['flow'],
  tables: [],
  permissions: ['warehouse.enter'],
  grants: {},
  routes,
  events: [],
  listens: [],
  jobs: {},
  screens: {},
  imports: ['entries'],
  settings: {},
})
/** A sheet of entries, taken in by the importer of the kernel like any other. */
const entries: Importer = {
  permission: 'warehouse.enter',
  fields: [
    { key: 'batch', titles: { en: ['Batch'] }, kind: 'text', required: true },
    { key: 'count', titles: { en: ['Count'] }, kind: 'integer', required: true },
  ],
  plan: (ctx, rows) =>
    Promise.resolve({
      faults: [],
      created: rows.length,
      updated: 0,
      unchanged: 0,
      async apply() {
        for (const { values } of rows) {
          const [subjectKey, count] = [String(values['batch']), values['count']]
          await ctx.audit({ action: 'warehouse.enter', target: `batch/${subjectKey}`, after: { count } })
          await demandEvidence(ctx, { gate: 'qc', subjectType: 'batch', subjectKey, facts: { count }, way: 'import' })
        }
      },
    }),
}
const warehouse = bindServer(manifest, {
  routes: {
    async enter(ctx, { batch, count }) {
      await ctx.audit({ action: 'warehouse.enter', target: `batch/${batch}`, after: { count } })
      await demandEvidence(ctx, { gate: 'qc', subjectType: 'batch', subjectKey: batch, facts: { count } })
      return { entered: true }
    },
  },
  jobs: {},
  listens: {},
  imports: { entries },
})

let world: World
let company: Company
let clerk: Send
beforeAll(async () => {
  world = await openWorld({ keep: (close) => afterAll(close), modules: [...boundModules, warehouse] })
  company = await layCompany(world)
  clerk = (await world.member({ may: { 'warehouse.enter': 'tenant', 'transfer.import': 'tenant' }, name: 'Clerk' }))
    .send
})

const field = (key: string, kind = 'text', more: object = {}) => ({ key, kind, label: { en: key }, ...more })
const form = { fields: [field('note'), field('count', 'number')] }
const people = (...members: Member[]) => ({ kind: 'people', people: members.map((one) => one.personId) })
const qc = (more: object = {}) => ({
  kind: 'approve',
  id: 'qc',
  name: 'Inspection',
  who: people(company.lead),
  mandatory: true,
  gate: 'qc',
  guards: ['count'],
  ...more,
})
const store = () => ({
  kind: 'transact',
  id: 'store',
  name: 'Entry',
  who: people(company.boss),
  fields: { count: 'write' },
})
const before = () => ({ kind: 'approve', id: 'sample', name: 'Sample', who: people(company.second) })
const begin = async (flowId: string, batch: string) => {
  const made = await company.staff.send('POST', '/requests', {
    flowId,
    values: { note: 'x', count: 90 },
    subject: { type: 'batch', key: batch },
  })
  expect(made.status).toBe(200)
  return made.body.requestId as string
}
const read = async ({ send }: Pick<Member, 'send'>, id: string) => (await send('GET', `/requests/${id}`)).body
const act = async ({ send }: Pick<Member, 'send'>, id: string, deed: object, more: object = {}) =>
  send('POST', `/requests/${id}/act`, { deed, ...more })
const decide = async (member: Member, id: string, more: object = {}) => {
  const { tasks, dataRev } = await read(member, id)
  return act(member, id, { do: 'decide', task: tasks[0]?.id ?? 'none', decision: 'approve' }, { dataRev, ...more })
}
const enter = async (batch: string, count = 90) => clerk('POST', '/trial-warehouse/entries', { batch, count })
const bring = async (lines: string[]) => {
  const bytes = Buffer.from(['Batch,Count', ...lines].join('\n'))
  const fileId = await uploadAs(clerk, bytes, 'entries.csv', 'text/csv')
  return clerk('POST', '/imports', { kind: 'entries', fileId })
}
const gate = async (verb: 'check' | 'consume', batch: string, facts?: object) =>
  company.admin.send('POST', `/gates/qc/${verb}`, {
    subjectType: 'batch',
    subjectKey: batch,
    ...(facts ? { facts } : {}),
  })
const attempts = async (query = '') => (await company.admin.send('GET', `/flow-attempts${query}`)).body
const code = (answer: { status: number; body: { code?: string } }) => [answer.status, answer.body.code]

describe('five ways around a step that cannot be skipped', () => {
  test('a jump: sending it forward, or deciding a step it does not stand at', async () => {
    const flowId = await publish(company, { steps: [before(), qc(), store()], form })
    const id = await begin(flowId, 'jump')
    const seen = await read(company.second, id)
    const forward = await act(company.second, id, { do: 'return', task: seen.tasks[0].id, to: 'store' }, { dataRev: 0 })
    expect([...code(forward), forward.body.detail]).toEqual([
      409,
      'flow.cannot-return-there',
      expect.stringContaining('Entry'),
    ])
    expect(
      code(await act(company.staff, id, { do: 'decide', task: 'w99', decision: 'approve' }, { dataRev: 0 })),
    ).toEqual([404, 'flow.no-such-task'])
    const { rows } = await attempts('?way=jump')
    expect(rows.map((one: { code: string }) => one.code).sort()).toEqual([
      'flow.cannot-return-there',
      'flow.no-such-task',
    ])
    const told = rows.find((one: { code: string }) => one.code === 'flow.cannot-return-there')
    expect(told.sentence).toBe(forward.body.detail)
    expect(told.sentence).toContain('Sample')
    expect((await read(company.staff, id)).at).toMatchObject([{ step: 'sample' }])
  })

  test('a relocation, even by who looks after flows', async () => {
    const flowId = await publish(company, { steps: [before(), qc(), store()], form })
    const id = await begin(flowId, 'relocate')
    const [token] = (await read(company.admin, id)).tokens
    expect(token.to.map((one: { id: string }) => one.id)).toEqual(['qc'])
    const moved = await act(company.admin, id, { do: 'relocate', token: token.id, to: 'store', reason: 'in a hurry' })
    expect([...code(moved), moved.body.detail]).toEqual([
      409,
      'flow.mandatory-in-between',
      'Refused: the step “Inspection” cannot be skipped, not even by an administrator.',
    ])
    expect(await attempts('?way=relocate')).toMatchObject({
      total: 1,
      rows: [{ stepName: 'Inspection', person: { name: 'Admin' } }],
    })
  })

  test('the command itself and an import: refused, rolled back whole, and still counted', async () => {
    for (const [way, tried] of [
      ['command', () => enter('nothing', 5)],
      ['import', () => bring(['nothing,5'])],
    ] as const) {
      const answer = await tried()
      expect([...code(answer), answer.body.detail]).toEqual([
        409,
        'flow.gate-none',
        expect.stringContaining('batch nothing'),
      ])
      expect(await attempts(`?way=${way}`)).toMatchObject({
        total: 1,
        byGate: { qc: 1 },
        rows: [{ gate: 'qc', subjectKey: 'nothing', byName: 'Clerk', sentence: answer.body.detail }],
      })
    }
    const audits = await world.within((ctx) =>
      ctx.db.selectFrom('audit_row').select('id').where('action', '=', 'warehouse.enter').execute(),
    )
    expect(audits).toEqual([])
  })

  test('the interface for other systems', async () => {
    expect((await gate('check', 'nothing')).body).toMatchObject({ isOpen: false, state: 'none', evidence: null })
    expect(code(await gate('consume', 'nothing'))).toEqual([409, 'flow.gate-none'])
    expect((await attempts('?way=api')).total).toBe(1)
    expect(
      (await company.staff.send('POST', '/gates/qc/check', { subjectType: 'batch', subjectKey: 'x' })).status,
    ).toBe(403)
  })

  test('passing by itself: refused when it is to be published', async () => {
    const loose = [
      qc({ onEmpty: [{ do: 'pass' }] }),
      qc({
        deadline: {
          limit: { amount: 1, unit: 'workday' },
          steps: [{ at: { amount: 0, unit: 'minute' }, do: 'auto-approve' }],
        },
      }),
    ]
    for (const one of loose) {
      const made = await company.admin.send('POST', '/flows', {
        name: { en: 'Loose' },
        from: { kind: 'json', content: { definition: { id: 'f', steps: [one, store()] }, form } },
      })
      const answer = await company.admin.send('POST', `/flows/${made.body.flowId}/publish`, { version: 1 })
      expect([...code(answer), answer.body.detail]).toEqual([
        409,
        'flow.cannot-publish',
        expect.stringContaining('cannot be skipped'),
      ])
      expect((await company.staff.send('POST', '/requests', { flowId: made.body.flowId, values: {} })).body.code).toBe(
        'flow.not-published',
      )
    }
    expect(await attempts('?way=auto-pass')).toMatchObject({ total: 2, rows: [{ step: 'qc' }, { step: 'qc' }] })
  })
})

describe('evidence', () => {
  test('opens the gate once, for what was passed, and is void when a guarded field changes', async () => {
    const flowId = await publish(company, { steps: [qc(), store()], form })
    const id = await begin(flowId, 'B1')
    expect((await decide(company.lead, id)).status).toBe(200)
    expect((await gate('check', 'B1')).body).toMatchObject({
      isOpen: true,
      evidence: { requestId: id, by: [{ name: 'Lin' }], facts: { count: 90 } },
    })
    expect(code(await enter('B1', 100))).toEqual([409, 'flow.gate-differs'])
    expect((await enter('B1', 90)).body).toEqual({ entered: true })
    expect(code(await enter('B1', 90))).toEqual([409, 'flow.gate-used'])

    // a sheet with one batch nobody passed takes in none, and uses up nothing
    await decide(company.lead, await begin(flowId, 'I1'))
    expect(code(await bring(['I1,90', 'I2,90']))).toEqual([409, 'flow.gate-none'])
    expect((await gate('check', 'I1')).body).toMatchObject({ isOpen: true })
    expect((await bring(['I1,90'])).body).toMatchObject({ created: 1 })
    expect((await gate('check', 'I1')).body).toMatchObject({ state: 'used' })

    const second = await begin(flowId, 'B2')
    await decide(company.lead, second)
    expect((await read(company.boss, second)).evidence).toMatchObject([{ gate: 'qc', state: 'valid' }])
    expect((await decide(company.boss, second, { changes: { count: 95 } })).status).toBe(200)
    expect((await gate('check', 'B2')).body).toMatchObject({ isOpen: false, state: 'void' })
    expect(code(await enter('B2', 95))).toEqual([409, 'flow.gate-void'])
  })

  test('of two who use it up at once, one does', async () => {
    const flowId = await publish(company, { steps: [qc(), store()], form })
    await decide(company.lead, await begin(flowId, 'B3'))
    const answers = await Promise.all([gate('consume', 'B3'), gate('consume', 'B3'), gate('consume', 'B3')])
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409, 409])
  })

  test('that comes from another request lets those go on which wait for it', async () => {
    const waits = await publish(company, {
      steps: [{ kind: 'gate', id: 'wait', name: 'Waits', gate: 'qc' }, store()],
      form,
    })
    const passes = await publish(company, { steps: [qc()], form })
    const id = await begin(waits, 'B4')
    expect((await read(company.staff, id)).at).toMatchObject([{ step: 'wait', people: [] }])
    await decide(company.lead, await begin(passes, 'B4'))
    await world.runJob('flow.fireTimers')
    expect((await read(company.staff, id)).at).toMatchObject([{ step: 'store' }])
  })

  test('nothing of another company opens it', async () => {
    const flowId = await publish(company, { steps: [qc(), store()], form })
    await decide(company.lead, await begin(flowId, 'B5'))
    const other = await world.member({
      may: { 'flow.gates': 'tenant', 'flow.attempts': 'tenant' },
      tenantId: await world.anotherTenant(),
    })
    expect((await other.send('POST', '/gates/qc/check', { subjectType: 'batch', subjectKey: 'B5' })).body.state).toBe(
      'none',
    )
    expect((await other.send('GET', '/flow-attempts')).body.total).toBe(0)
  })
})

describe('commands of automatic steps', () => {
  const refuse = problem('conflict', 'warehouse.full')
  const called: string[] = []
  contributeCommand('warehouse.reserve', {
    module: 'warehouse',
    name: { en: 'Reserve a place' },
    async run(ctx, { values, subject, node }) {
      if (values['note'] === 'too much') throw refuse({})
      called.push(`${node} ${subject?.key ?? ''} ${String(values['count'])}`)
      await ctx.audit({ action: 'warehouse.reserve', target: `batch/${subject?.key ?? ''}` })
    },
  })

  test('are carried out in the transaction of the decision: what they refuse, the decision is refused for', async () => {
    const auto = { kind: 'auto', id: 'reserve', name: 'Reserve', command: 'warehouse.reserve' }
    const flowId = await publish(company, { steps: [before(), auto, store()], form })
    const id = await begin(flowId, 'C1')
    expect((await decide(company.second, id)).status).toBe(200)
    expect(called).toEqual(['reserve C1 90'])
    expect((await read(company.staff, id)).at).toMatchObject([{ step: 'store' }])
    const made = await company.staff.send('POST', '/requests', { flowId, values: { note: 'too much' } })
    expect(code(await decide(company.second, made.body.requestId))).toEqual([409, 'warehouse.full'])
    expect((await read(company.staff, made.body.requestId)).at).toMatchObject([
      { step: 'sample', people: [{ name: 'Zhao' }] },
    ])
  })

  test('are offered with what they read; a step that does nothing yet, or lacks a field, is not published', async () => {
    contributeCommand('warehouse.weigh', {
      module: 'warehouse',
      name: { en: 'Weigh' },
      inputs: [{ field: 'weight', name: { en: 'Weight' }, isRequired: true }],
      run: () => Promise.resolve(),
    })
    const { rows } = (await company.admin.send('GET', '/flow-commands')).body
    expect(rows.filter((row: { module: string }) => row.module === 'warehouse')).toMatchObject([
      { key: 'warehouse.reserve', module: 'warehouse', inputs: [] },
      { key: 'warehouse.weigh', inputs: [{ field: 'weight', isRequired: true }] },
    ])
    const made = async (command: string, more: object = {}) => {
      const definition = { id: 'f', steps: [{ kind: 'auto', id: 'do', name: 'Do it', command, ...more }] }
      const from = { kind: 'json', content: { definition, form } }
      const { body } = await company.admin.send('POST', '/flows', { name: { en: 'Auto' }, from })
      const answer = await company.admin.send('POST', `/flows/${body.flowId}/publish`, { version: 1 })
      const listed = (await company.admin.send('GET', '/flows?text=auto')).body.rows
      const { problems } = listed.find((row: { id: string }) => row.id === body.flowId)
      return [answer.status, answer.body.detail ?? null, problems]
    }
    const said = (words: string) => expect.stringContaining(words)
    expect(await made('none')).toEqual([409, said('“Do it” does not do anything yet'), 1])
    expect(await made('warehouse.burn')).toEqual([409, said('“Do it” calls an unknown command'), 1])
    expect(await made('warehouse.weigh')).toEqual([409, said('the field “weight”'), 1])
    expect(await made('warehouse.reserve')).toEqual([200, null, 0])
    expect(await made('erp.book', { waits: true })).toEqual([200, null, 0])
  })

  test('a step that waits goes on by the signal of another system', async () => {
    const steps = [{ kind: 'wait', id: 'paid', name: 'Payment', signal: 'payment-made' }, store()]
    const flowId = await publish(company, { steps, form })
    const id = await begin(flowId, 'C2')
    const signal = async (name: string) =>
      company.admin.send('POST', '/flow-signals', { name, subjectType: 'batch', subjectKey: 'C2' })
    expect((await signal('something-else')).body).toEqual({ reached: 0 })
    expect((await signal('payment-made')).body).toEqual({ reached: 1 })
    await world.runJob('flow.fireTimers')
    expect((await read(company.staff, id)).at).toMatchObject([{ step: 'store' }])
  })
})
