import { afterAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from '#test/world'
import { layCompany, publish, type Company, type Member } from './world-for-tests.ts'

let world: World
let company: Company
const closes: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of closes) await close()
})
beforeEach(async () => {
  // Friday 2026-03-06, 15:00 in Shanghai
  world = await openWorld({ now: '2026-03-06T07:00:00Z', keep: (close) => closes.push(close) })
  company = await layCompany(world)
  await calendar([])
})

const calendar = async (days: { day: string; kind: string }[]) =>
  world.within(async (ctx) => {
    await ctx.db.deleteFrom('calendar_day').where('tenant_id', '=', ctx.tenantId).execute()
    await ctx.db
      .insertInto('calendar_year')
      .values({ tenant_id: ctx.tenantId, year: 2026, source: 'test' })
      .onConflict((c) => c.doNothing())
      .execute()
    if (days.length > 0)
      await ctx.db
        .insertInto('calendar_day')
        .values(days.map((one) => ({ tenant_id: ctx.tenantId, ...one })))
        .execute()
    await ctx.emit('organisation.calendar-changed', { year: 2026 })
  })
const people = (...members: Member[]) => ({ kind: 'people', people: members.map((one) => one.personId) })
const flow = async (steps: object[], unit = 'workday', amount = 1, more: object = {}) =>
  publish(company, {
    steps: [
      {
        kind: 'approve',
        id: 'lead',
        name: 'Lead',
        who: people(company.lead),
        deadline: { limit: { amount, unit }, steps },
        ...more,
      },
    ],
  })
const begin = async (flowId: string) => {
  const made = await company.staff.send('POST', '/requests', { flowId, values: {} })
  expect(made.status).toBe(200)
  return made.body.requestId as string
}
const read = async ({ send }: Pick<Member, 'send'>, id: string) => (await send('GET', `/requests/${id}`)).body
const at = async (instant: string) => {
  world.time.now = new Date(instant)
  await world.runJob('flow.fireTimers')
}
const act = async ({ send }: Pick<Member, 'send'>, id: string, deed: object) =>
  send('POST', `/requests/${id}/act`, { deed, dataRev: 0 })
const zero = { amount: 0, unit: 'minute' }
const kinds = async ({ send }: Member) =>
  (await send('GET', '/notifications')).body.rows.map((row: { kind: string }) => row.kind)

test('a working day from Friday ends with Monday’s shift, or after the holiday; the reminder comes then and not before', async () => {
  await calendar([{ day: '2026-03-09', kind: 'statutory' }])
  const id = await begin(await flow([{ at: zero, do: 'remind' }]))
  expect((await read(company.lead, id)).tasks[0].dueAt).toBe('2026-03-10T10:00:00.000Z')
  await at('2026-03-10T09:59:00Z')
  expect(await kinds(company.lead)).toEqual(['flow.todo'])
  await at('2026-03-10T10:00:00Z')
  expect(await kinds(company.lead)).toEqual(expect.arrayContaining(['flow.due', 'flow.todo']))
  await at('2026-03-10T10:10:00Z')
  expect((await kinds(company.lead)).filter((kind: string) => kind === 'flow.due')).toHaveLength(1)
})

test('a weekend worked in exchange counts', async () => {
  await calendar([{ day: '2026-03-07', kind: 'workday' }])
  const id = await begin(await flow([]))
  expect((await read(company.lead, id)).tasks[0].dueAt).toBe('2026-03-07T10:00:00.000Z')
})

test('a calendar that changes moves what is open, and both times are kept', async () => {
  const id = await begin(await flow([{ at: zero, do: 'remind' }]))
  expect((await read(company.lead, id)).tasks[0].dueAt).toBe('2026-03-09T10:00:00.000Z')
  await calendar([{ day: '2026-03-09', kind: 'rest' }])
  expect(world.enqueued.map((one) => one.job)).toContain('flow.reckonTimers')
  await world.runJob('flow.reckonTimers')
  expect((await read(company.lead, id)).tasks[0].dueAt).toBe('2026-03-10T10:00:00.000Z')
  const audits = await world.within((ctx) =>
    ctx.db.selectFrom('audit_row').select(['before', 'after']).where('action', '=', 'flow.reckon').execute(),
  )
  expect(audits).toMatchObject([
    { before: { fireAt: '2026-03-09T10:00:00.000Z' }, after: { fireAt: '2026-03-10T10:00:00.000Z' } },
  ])
  await at('2026-03-09T12:00:00Z')
  expect(await kinds(company.lead)).toEqual(['flow.todo'])
})

test('approved by itself when the time is over; escalated instead when the server slept over it', async () => {
  const flowId = await flow([{ at: zero, do: 'auto-approve' }], 'hour', 2)
  const [prompt, late] = [await begin(flowId), await begin(flowId)]
  await world.within((ctx) =>
    ctx.db
      .updateTable('flow_timer')
      .set({ fire_at: new Date('2026-03-08T00:00:00Z') })
      .where('instance_id', '=', late)
      .execute(),
  )
  await at('2026-03-06T09:00:00Z')
  expect(await read(company.staff, prompt)).toMatchObject({
    outcome: 'approved',
    timeline: [{}, { do: 'timer-fired', notes: [{ code: 'passed-deadline' }, { code: 'ended-approved' }] }],
  })
  await at('2026-03-09T09:00:00Z')
  const slept = await read(company.staff, late)
  expect(slept.status).toBe('running')
  expect(slept.timeline.flatMap((one: { notes: { code: string }[] }) => one.notes.map((note) => note.code))).toContain(
    'too-late-to-decide',
  )
  expect(slept.at[0].people).toMatchObject([{ name: 'Boss' }])
})

test('the clock stands still while somebody is asked to sign before', async () => {
  const id = await begin(await flow([{ at: zero, do: 'auto-reject' }], 'hour', 2))
  const task = (await read(company.lead, id)).tasks[0].id
  expect(
    (await act(company.lead, id, { do: 'add-sign', task, how: 'before', people: [company.boss.personId] })).status,
  ).toBe(200)
  await at('2026-03-06T10:00:00Z')
  expect((await read(company.staff, id)).status).toBe('running')
  const asked = (await read(company.boss, id)).tasks[0].id
  await act(company.boss, id, { do: 'decide', task: asked, decision: 'approve' })
  await at('2026-03-06T11:59:00Z')
  expect((await read(company.staff, id)).status).toBe('running')
  await at('2026-03-06T12:00:00Z')
  expect((await read(company.staff, id)).outcome).toBe('rejected')
})

test('decided in time leaves nothing to fire, and one request that fails holds up no other', async () => {
  const flowId = await flow([{ at: zero, do: 'auto-reject' }], 'hour', 1)
  const ids = [await begin(flowId), await begin(flowId), await begin(flowId)]
  const [first, broken, last] = ids
  const task = (await read(company.lead, first ?? '')).tasks[0].id
  await act(company.lead, first ?? '', { do: 'decide', task, decision: 'approve' })
  await world.within((ctx) =>
    ctx.db
      .updateTable('flow_instance')
      .set({ state: JSON.stringify({ broken: true }) })
      .where('id', '=', broken ?? '')
      .execute(),
  )
  await at('2026-03-06T08:00:00Z')
  expect([(await read(company.staff, first ?? '')).outcome, (await read(company.staff, last ?? '')).outcome]).toEqual([
    'approved',
    'rejected',
  ])
  const left = await world.within((ctx) => ctx.db.selectFrom('flow_timer').select(['instance_id', 'tries']).execute())
  expect(left).toEqual([{ instance_id: broken, tries: 1 }])
})

test('what was stopped stays stopped for that long, whatever becomes of the calendar', async () => {
  const id = await begin(await flow([{ at: zero, do: 'auto-reject' }], 'workhour', 2))
  const task = (await read(company.lead, id)).tasks[0].id
  await act(company.lead, id, { do: 'add-sign', task, how: 'before', people: [company.boss.personId] })
  world.time.now = new Date('2026-03-06T08:00:00Z')
  const asked = (await read(company.boss, id)).tasks[0].id
  await act(company.boss, id, { do: 'decide', task: asked, decision: 'approve' })
  // two working hours from three o'clock, one of them spent waiting: six o'clock
  expect((await read(company.lead, id)).tasks[0].dueAt).toBe('2026-03-06T10:00:00.000Z')
  await calendar([{ day: '2026-03-09', kind: 'rest' }])
  await world.runJob('flow.reckonTimers')
  expect((await read(company.lead, id)).tasks[0].dueAt).toBe('2026-03-06T10:00:00.000Z')
  await at('2026-03-06T09:59:00Z')
  expect((await read(company.staff, id)).status).toBe('running')
  await at('2026-03-06T10:00:00Z')
  expect((await read(company.staff, id)).outcome).toBe('rejected')
})

test('a calendar that changes while the clock stands still counts when it goes on', async () => {
  const id = await begin(await flow([{ at: zero, do: 'remind' }]))
  const task = (await read(company.lead, id)).tasks[0].id
  await act(company.lead, id, { do: 'add-sign', task, how: 'before', people: [company.boss.personId] })
  await calendar([{ day: '2026-03-09', kind: 'rest' }])
  await world.runJob('flow.reckonTimers')
  const asked = (await read(company.boss, id)).tasks[0].id
  await act(company.boss, id, { do: 'decide', task: asked, decision: 'approve' })
  const timers = await world.within((ctx) => ctx.db.selectFrom('flow_timer').select('fire_at').execute())
  expect(timers).toEqual([{ fire_at: new Date('2026-03-10T10:00:00Z') }])
})

test('a draft that a link began with a deadline is a to-do, reminded, moved with the calendar, and gone once handed in', async () => {
  const target = await publish(company, {
    steps: [{ kind: 'approve', id: 'lead', name: 'Lead', who: people(company.lead) }],
    form: { fields: [{ key: 'note', kind: 'text', label: { en: 'Note' }, required: true }] },
  })
  const source = await flow([])
  const link = { flowId: source, on: 'ended', targetId: target, deadline: { amount: 1, unit: 'workday' } }
  expect((await company.admin.send('POST', '/flow-links', link)).status).toBe(200)
  const id = await begin(source)
  const task = (await read(company.lead, id)).tasks[0].id
  await act(company.lead, id, { do: 'decide', task, decision: 'approve' })
  const todo = async () => (await company.staff.send('GET', '/inbox')).body.rows
  const [row] = await todo()
  expect(row).toMatchObject({ status: 'draft', task: { kind: 'fill', dueAt: '2026-03-09T10:00:00.000Z' } })
  await calendar([{ day: '2026-03-09', kind: 'rest' }])
  await world.runJob('flow.reckonTimers')
  expect((await todo())[0].task.dueAt).toBe('2026-03-10T10:00:00.000Z')
  await at('2026-03-10T06:00:00Z')
  expect(await kinds(company.staff)).toContain('flow.draft-due')
  expect(await kinds(company.staff)).not.toContain('flow.draft-overdue')
  await at('2026-03-10T10:00:00Z')
  expect(await kinds(company.staff)).toContain('flow.draft-overdue')
  expect((await company.staff.send('GET', '/inbox/counts')).body).toMatchObject({ todo: 1, drafts: 1 })
  const sent = await company.staff.send('POST', `/requests/${row.requestId}/act`, {
    deed: { do: 'submit' },
    changes: { note: 'x' },
    dataRev: row.dataRev,
  })
  expect(sent.status).toBe(200)
  expect(await todo()).toEqual([])
  const left = await world.within((ctx) => ctx.db.selectFrom('flow_timer').select('timer').execute())
  expect(left).toEqual([])
})
