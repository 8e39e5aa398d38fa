import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { contributeShiftEnds } from './index.ts'
import { dailyReport, openOffice, weeklyVisits, type Office } from './trial.ts'

let office: Office

const at = (now: string) => (office.world.time.now = new Date(now))
const run = (job: 'makeTasks' | 'remind', now?: string) => {
  if (now) at(now)
  return office.world.runJob(`tasks.${job}`)
}
const rows = (person?: string) =>
  office.world.within(async (ctx) => {
    let query = ctx.db
      .selectFrom('task as t')
      .innerJoin('person as p', 'p.id', 't.person_id')
      .selectAll('t')
      .select('p.name')
    if (person) query = query.where('t.person_id', '=', office.chart.people[person] ?? '')
    return query.orderBy('t.due_at').orderBy('p.name').execute()
  })
const states = async () =>
  Object.fromEntries((await rows()).map((row) => [row.name, `${row.status} ${row.quantity_done}`]))
const told = (kind: string) =>
  office.world.within(async (ctx) => {
    const found = await ctx.db.selectFrom('notification').select(['facts', 'link']).where('kind', '=', kind).execute()
    return found.map((row) => row.facts as Record<string, unknown>)
  })
const duty = (handling: object, more: object = {}) => ({
  ...dailyReport,
  form: { photo: 'none', fields: [] },
  handling,
  ...more,
})

describe('several holders', () => {
  test('any: whoever comes first does it for all; taken back, it is open for all again', async () => {
    office = await openOffice([duty({ sharing: 'any' })], '2026-03-02T02:00:00Z')
    await run('makeTasks')
    const { Arrivals: task } = await office.tasksOf(office.ann)
    const handedIn = await office.ann('POST', `/tasks/${task?.id}/entries`, {})
    expect(await states()).toEqual({ Ann: 'done 1', Bob: 'cancelled 1' })
    const bobs = (await rows('bob'))[0]?.id
    expect((await office.bob('GET', `/tasks/${bobs}`)).body).toMatchObject({ doneByName: 'Ann', status: 'cancelled' })
    const entry = handedIn.body.entryId
    expect((await office.ann('POST', `/tasks/${task?.id}/entries/${entry}/take-back`)).status).toBe(200)
    expect(await states()).toEqual({ Ann: 'open 0', Bob: 'open 0' })
  })
  test('a quantity is filled by all together, and named after who did most', async () => {
    office = await openOffice(
      [duty({ sharing: 'any' }, { cadence: { every: 'week', times: 3 } })],
      '2026-03-02T02:00:00Z',
    )
    await run('makeTasks')
    const [ann, bob] = [(await rows('ann'))[0]?.id, (await rows('bob'))[0]?.id]
    await office.bob('POST', `/tasks/${bob}/entries`, {})
    await office.ann('POST', `/tasks/${ann}/entries`, {})
    expect(await states()).toEqual({ Ann: 'open 2', Bob: 'open 2' })
    await office.bob('POST', `/tasks/${bob}/entries`, {})
    expect(await states()).toEqual({ Ann: 'cancelled 3', Bob: 'done 3' })
  })
  test('who joins after it was done has nothing left to do', async () => {
    office = await openOffice([duty({ sharing: 'any' })], '2026-03-02T02:00:00Z')
    await run('makeTasks')
    await office.ann('POST', `/tasks/${(await rows('ann'))[0]?.id}/entries`, {})
    await office.world.within((ctx) =>
      ctx.db
        .insertInto('assignment')
        .values({
          tenant_id: ctx.tenantId,
          id: ctx.newId(),
          person_id: office.chart.people['carl'] ?? '',
          position_id: office.chart.positions['REP'] ?? '',
          kind: 'concurrent',
          share_permille: 100,
          valid_from: '2026-03-02',
          valid_until: null,
        })
        .execute(),
    )
    await run('makeTasks', '2026-03-02T03:00:00Z')
    expect((await states())['Carl']).toBe('cancelled 1')
  })
  test('by lot: one of them each day, the same when it is drawn again, and both over some days', async () => {
    office = await openOffice([duty({ sharing: 'lot' })], '2026-03-02T02:00:00Z')
    await run('makeTasks')
    const first = (await rows()).map((row) => row.name)
    await run('makeTasks')
    expect((await rows()).map((row) => row.name)).toEqual(first)
    for (let day = 3; day <= 27; day += 1) await run('makeTasks', `2026-03-${String(day).padStart(2, '0')}T02:00:00Z`)
    const drawn = await rows()
    expect(drawn.length).toBe(20)
    expect(new Set(drawn.map((row) => row.period_from)).size).toBe(20)
    expect(new Set(drawn.map((row) => row.name))).toEqual(new Set(['Ann', 'Bob']))
  })
})

describe('done by itself', () => {
  const counting = duty(
    { counts: { factKind: 'order', where: [{ dimension: 'size', is: ['large'] }] } },
    { cadence: { every: 'month', times: 2 } },
  )
  const send = async (facts: object[]) => {
    const { send: erp } = await office.world.member({ may: { 'indicators.record': 'tenant' }, name: 'ERP' })
    return erp('POST', '/facts', { source: 'erp', facts })
  }
  const fact = (key: string, more: object = {}) => ({
    key,
    kind: 'order',
    happenedAt: '2026-03-02T03:00:00Z',
    personId: office.chart.people['ann'],
    dimensions: { size: 'large' },
    ...more,
  })
  beforeEach(async () => {
    office = await openOffice([counting], '2026-03-02T04:00:00Z')
    await office.world.within((ctx) =>
      ctx.db
        .updateTable('person')
        .set({ number: 'A1' })
        .where('id', '=', office.chart.people['ann'] ?? '')
        .execute(),
    )
    await run('makeTasks')
  })
  const ofAnn = (key: string, more: object = {}) => {
    const { personId: _id, ...rest } = fact(key, more)
    return { ...rest, personNumber: 'A1' }
  }

  test('facts of another system fill it, those of other sizes, kinds and months do not; a reversal takes it back', async () => {
    expect(
      (await send([ofAnn('1'), ofAnn('2', { dimensions: { size: 'small' } }), ofAnn('3', { kind: 'visit' })])).body,
    ).toMatchObject({ recorded: 3 })
    await send([ofAnn('4', { happenedAt: '2026-02-20T03:00:00Z' })])
    expect(await states()).toEqual({ Ann: 'open 1', Bob: 'open 0' })
    await send([ofAnn('1'), ofAnn('5')])
    expect(await states()).toEqual({ Ann: 'done 2', Bob: 'open 0' })
    const id = (await rows('ann'))[0]?.id
    expect((await office.ann('GET', `/tasks/${id}`)).body.countedBy).toEqual([{ source: 'api:erp', count: 2 }])
    const { send: hr } = await office.world.member({
      may: { 'indicators.correct': 'tenant', 'indicators.read': 'tenant' },
    })
    const wrong = await office.world.within((ctx) =>
      ctx.db.selectFrom('fact').select('id').where('source_key', '=', '5').executeTakeFirstOrThrow(),
    )
    expect((await hr('POST', `/facts/${wrong.id}/reverse`, { reason: 'wrong' })).status).toBe(200)
    expect(await states()).toEqual({ Ann: 'open 1', Bob: 'open 0' })
  })
  test('a hand-in and a fact together complete it', async () => {
    await send([ofAnn('1')])
    await office.ann('POST', `/tasks/${(await rows('ann'))[0]?.id}/entries`, {})
    expect((await states())['Ann']).toBe('done 2')
  })
  test('facts that were there before the task count for it', async () => {
    await send([ofAnn('1', { happenedAt: '2026-03-01T03:00:00Z' }), ofAnn('2')])
    await office.world.within((ctx) => ctx.db.deleteFrom('task_count').execute())
    await office.world.within((ctx) => ctx.db.deleteFrom('task').execute())
    await run('makeTasks', '2026-03-02T05:00:00Z')
    expect((await states())['Ann']).toBe('done 2')
  })
})

test('after an event: a task for each fact, due so long after it, and called off with the fact', async () => {
  const after = { factKind: 'batch', where: [], amount: 2, unit: 'workhour' }
  office = await openOffice([duty({}, { cadence: { every: 'event', after } })], '2026-03-02T04:00:00Z')
  const { send: mes } = await office.world.member({ may: { 'indicators.record': 'tenant' }, name: 'MES' })
  const facts = [
    { key: '1', kind: 'batch', happenedAt: '2026-03-02T03:30:00Z' },
    { key: 'old', kind: 'batch', happenedAt: '2025-03-02T03:30:00Z' },
    { key: 'x', kind: 'other', happenedAt: '2026-03-02T03:30:00Z' },
  ]
  await office.world.within((ctx) =>
    ctx.db
      .updateTable('unit')
      .set({ code: 'U-A' })
      .where('id', '=', office.chart.units['A'] ?? '')
      .execute(),
  )
  const sent = await mes('POST', '/facts', { source: 'mes', facts: facts.map((one) => ({ ...one, unitCode: 'U-A' })) })
  expect(sent.body).toMatchObject({ recorded: 3 })
  // 11:30 in Shanghai: half an hour till lunch, and from 13:00 an hour and a half
  expect((await rows()).map((row) => [row.name, row.due_at.toISOString()])).toEqual([
    ['Ann', '2026-03-02T06:30:00.000Z'],
    ['Bob', '2026-03-02T06:30:00.000Z'],
  ])
  await mes('POST', '/facts', { source: 'mes', facts: [{ ...facts[0], unitCode: 'U-A' }] })
  expect((await rows()).length).toBe(2)
})

test('for each customer: so long after the last time, again only when that is done', async () => {
  const cadence = { every: 'subject', subject: { type: 'customer', days: 30, aheadDays: 7 } }
  office = await openOffice([duty({}, { cadence })], '2026-03-02T04:00:00Z')
  await office.world.within(async (ctx) => {
    const row = (name: string, owner: string, type = 'customer') => ({
      tenant_id: ctx.tenantId,
      id: ctx.newId(),
      type,
      key: name,
      name,
      owner_id: office.chart.people[owner] ?? '',
      created_at: new Date('2026-01-01T00:00:00Z'),
    })
    await ctx.db
      .insertInto('subject')
      .values([row('Acme', 'ann'), row('Bolt', 'carl'), row('B-1', 'ann', 'batch')])
      .execute()
  })
  await run('makeTasks')
  expect(await rows()).toEqual([])
  await run('makeTasks', '2026-03-25T04:00:00Z')
  const due = async () =>
    (await rows()).map((row) => [(row.title as { en: string }).en, row.due_at.toISOString().slice(0, 10), row.status])
  expect(await due()).toEqual([['Arrivals · Acme', '2026-03-31', 'open']])
  await run('makeTasks', '2026-03-28T04:00:00Z')
  const ann = await office.as('ann')
  await ann('POST', `/tasks/${(await rows())[0]?.id}/entries`, {})
  await run('makeTasks', '2026-04-19T04:00:00Z')
  expect((await due()).length).toBe(1)
  await run('makeTasks', '2026-04-20T04:00:00Z')
  // 30 days after 28 March is 27 April
  expect(await due()).toEqual([
    ['Arrivals · Acme', '2026-03-31', 'done'],
    ['Arrivals · Acme', '2026-04-27', 'open'],
  ])
})

test('an absent holder is stood in for, for the days away, and gets it back when there after all', async () => {
  office = await openOffice([dailyReport, weeklyVisits], '2026-03-02T02:00:00Z')
  await run('makeTasks')
  const person = (name: string) => office.chart.people[name] ?? ''
  await office.world.within((ctx) =>
    ctx.db
      .insertInto('flow_delegation')
      .values({
        tenant_id: ctx.tenantId,
        id: ctx.newId(),
        from_id: person('ann'),
        to_id: person('carl'),
        start_at: new Date('2026-03-02T01:00:00Z'),
        until_at: new Date('2026-03-03T16:00:00Z'),
        flow_ids: null,
        at_most: null,
        mode: 'replace',
        reason: 'trip',
        status: 'open',
        created_at: ctx.now,
      })
      .execute(),
  )
  await run('remind', '2026-03-02T02:10:00Z')
  await run('makeTasks', '2026-03-03T02:00:00Z')
  await run('makeTasks', '2026-03-04T02:00:00Z')
  const done = (await rows())
    .filter((row) => row.name !== 'Bob')
    .map((row) => [row.period_from, row.name, row.for_person_id === person('ann')])
  // the week is due on Friday, when she is back
  expect(done).toEqual([
    ['2026-03-02', 'Carl', true],
    ['2026-03-03', 'Carl', true],
    ['2026-03-04', 'Ann', false],
    ['2026-03-02', 'Ann', false],
  ])
  const carl = await office.as('carl')
  const [task] = await rows('carl')
  expect((await carl('GET', `/tasks/${task?.id}`)).body).toMatchObject({ forPersonName: 'Ann' })
  expect(await told('tasks.stands-in')).toHaveLength(0)
})

test('late only after grace; told before, when due, when late, and the superior after two workdays, each once', async () => {
  office = await openOffice(
    [duty({ remindHours: 1, escalateWorkdays: 2 }, { cadence: { every: 'workday', dueTime: '17:00', graceHours: 1 } })],
    '2026-03-05T01:00:00Z',
  )
  await run('makeTasks')
  const count = async (...kinds: string[]) =>
    Promise.all(kinds.map(async (kind) => (await told(`tasks.${kind}`)).length))
  const kinds = ['due-soon', 'due', 'late', 'escalated-many'] as const
  const after = async (now: string) => {
    await run('remind', now)
    await run('remind', now.replace(':01:', ':05:'))
    return count(...kinds)
  }
  await office.world.within((ctx) =>
    ctx.db.updateTable('task').set({ status: 'cancelled' }).where('period_from', '<', '2026-03-05').execute(),
  )
  expect(await after('2026-03-05T07:01:00Z')).toEqual([0, 0, 0, 0])
  expect(await after('2026-03-05T08:01:00Z')).toEqual([2, 0, 0, 0])
  expect(await after('2026-03-05T09:01:00Z')).toEqual([2, 2, 0, 0])
  const late = async () => (await office.boss('GET', '/tasks?show=late')).body.rows.length
  expect(await late()).toBe(0)
  expect(await after('2026-03-05T10:01:00Z')).toEqual([2, 2, 2, 0])
  expect(await late()).toBe(2)
  await office.world.within((ctx) =>
    ctx.db.updateTable('task').set({ status: 'cancelled' }).where('period_from', '<>', '2026-03-05').execute(),
  )
  // Thursday 18:00 and two workdays is Monday 18:00
  await office.world.within((ctx) =>
    ctx.db
      .insertInto('task_run')
      .values({ tenant_id: ctx.tenantId, made_until: '2026-03-09' })
      .onConflict((c) => c.column('tenant_id').doUpdateSet({ made_until: '2026-03-09' }))
      .execute(),
  )
  expect((await after('2026-03-09T09:01:00Z'))[3]).toBe(0)
  expect((await after('2026-03-09T10:01:00Z'))[3]).toBe(1)
  expect((await after('2026-03-10T10:01:00Z'))[3]).toBe(1)
})

describe('after twenty days without the server', () => {
  const setting = (days: number) =>
    office.world.within((ctx) =>
      ctx.db
        .insertInto('setting')
        .values({ tenant_id: ctx.tenantId, key: 'tasks.catchUpDays', value: `${days}`, changed_at: ctx.now })
        .execute(),
    )
  test.each([
    // workdays 3 to 23 March, and the weeks of 9 and 16
    ['within the days looked back all is made as missed', 30, 15 + 2],
    ['older ones are left out', 3, 1],
  ])('%s, and each person is told once', async (_name, days, missed) => {
    office = await openOffice(undefined, '2026-03-02T02:00:00Z')
    await run('makeTasks')
    await office.world.within((ctx) => ctx.db.updateTable('task').set({ status: 'cancelled' }).execute())
    await setting(days)
    await run('remind', '2026-03-24T02:00:00Z')
    await run('remind', '2026-03-24T02:10:00Z')
    const annual = (await rows('ann')).filter((row) => row.status === 'open')
    expect(annual.filter((row) => row.due_at < new Date('2026-03-23T16:00:00Z')).length).toBe(missed)
    const notices = await told('tasks.missed-many')
    expect(notices.map((one) => one['count'])).toEqual([missed, missed])
    expect([await told('tasks.late'), await told('tasks.late-many'), await told('tasks.escalated-many')]).toEqual([
      [],
      [],
      [],
    ])
    expect((await told('tasks.was-down')).map((one) => one['made'])).toEqual([missed * 2])
  })
})

test('mandatory subtasks of the duty come with the task and are ticked before it is complete', async () => {
  const subtasks = [{ title: { en: 'Weigh' } }, { title: { en: 'Sweep' }, isMandatory: false }]
  office = await openOffice([duty({ subtasks })], '2026-03-02T02:00:00Z')
  await run('makeTasks')
  const id = (await rows('ann'))[0]?.id
  const { body } = await office.ann('GET', `/tasks/${id}`)
  expect(body.subtasks).toMatchObject([
    { title: { en: 'Weigh' }, isMandatory: true, doneAt: null },
    { title: { en: 'Sweep' }, isMandatory: false, doneAt: null },
  ])
  expect((await office.ann('POST', `/tasks/${id}/entries`, {})).body).toMatchObject({
    code: 'tasks.subtasks-open',
    count: 1,
  })
})

describe('the end of a shift', () => {
  test('is what a roster says of the person, and the time of the duty for others', async () => {
    contributeShiftEnds(
      'goals',
      async () => (personId) => (personId === office.chart.people['ann'] ? '20:30' : undefined),
    )
    onTestFinished(() => contributeShiftEnds('goals', async () => () => undefined))
    office = await openOffice([duty({}, { cadence: { every: 'shift', dueTime: '18:00' } })], '2026-03-02T00:00:00Z')
    await run('makeTasks')
    const due = async () => Object.fromEntries((await rows()).map((row) => [row.name, row.due_at.toISOString()]))
    expect(await due()).toEqual({ Ann: '2026-03-02T12:30:00.000Z', Bob: '2026-03-02T10:00:00.000Z' })
  })
})
