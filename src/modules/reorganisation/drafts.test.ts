import { expect, test } from 'vitest'
import { makeDraft, openFactory, planned, splitOf } from './world-for-tests.ts'

test('a draft goes from plan to approval to its day, shows in the organisation from then, and is undone as a whole', async () => {
  const factory = await openFactory()
  const { world, unit } = factory
  const author = await world.member({ role: 'hr', name: 'Author' })
  const boss = await world.member({ role: 'administrator', name: 'Boss' })
  const draft = await makeDraft(author.send, splitOf(factory))
  const before = await tables(factory)

  const read = await draft.read()
  expect(read.body).toMatchObject({ name: 'Split', day: planned, state: 'planning', changeCount: 4 })
  expect(read.body.changes.map((one: { sentence: string }) => one.sentence)).toEqual([
    'Create the team “Laboratory” below “quality”',
    'Move the position “inspector” to “Laboratory”',
    'Split “line” into Line A, and close it',
    '“Inspection” (responsible) goes from “operator” to “inspector”',
  ])
  expect((await draft.read('check')).body.problems).toEqual([])

  expect((await draft.do('POST', 'approve', {}, boss.send)).body.code).toBe('reorganisation.wrong-state')
  expect((await draft.do('POST', 'submit')).status).toBe(200)
  expect((await draft.do('POST', 'changes', { change: splitOf(factory)[1] ?? {} })).body.code).toBe(
    'reorganisation.not-planning',
  )
  const own = await draft.do('POST', 'approve')
  expect([own.status, own.body.code]).toEqual([409, 'reorganisation.four-eyes'])
  expect((await draft.do('POST', 'approve', { note: 'good' }, boss.send)).status).toBe(200)

  // before its day nothing happens
  await world.runJob('reorganisation.applyDue')
  expect(await tables(factory)).toEqual(before)
  world.time.now = new Date('2026-06-03T02:00:00Z') // the server was down on the day itself
  await world.runJob('reorganisation.applyDue')
  // sessions of March have ended by then
  const later = await world.member({ role: 'administrator' })
  const after = await draft.read('', later.send)
  expect([after.body.state, after.body.course.map((one: { step: string }) => one.step)]).toEqual([
    'applied',
    ['submitted', 'approved', 'applied'],
  ])
  const units = async (on: string) =>
    (await later.send('GET', `/units?on=${on}`)).body.map((one: { code: string }) => one.code).toSorted()
  expect(await units('2026-05-31')).toEqual(['ROOT', 'line', 'production', 'quality'])
  expect(await units(planned)).toEqual(['LAB', 'ROOT', 'U0001', 'production', 'quality'])

  draft.version = after.body.version as number
  const undone = await draft.do('POST', 'undo', { note: 'too early' }, later.send)
  expect(undone.status).toBe(200)
  expect(await tables(factory)).toEqual(before)
  expect(await units(planned)).toEqual(['ROOT', 'line', 'production', 'quality'])
  expect(unit('line')).not.toBe('')

  const actions = await world.within((ctx) =>
    ctx.db.selectFrom('audit_row').select('action').where('action', 'like', 'reorganisation.%').orderBy('id').execute(),
  )
  expect(new Set(actions.map((row) => row.action))).toEqual(
    new Set([
      'reorganisation.create',
      'reorganisation.add-change',
      'reorganisation.submitted',
      'reorganisation.approved',
      'reorganisation.applied',
      'reorganisation.undone',
    ]),
  )
})

test('an approved draft can be written ahead of its day, and people concerned are told once', async () => {
  const factory = await openFactory()
  const { world, person } = factory
  const author = await world.member({ role: 'hr' })
  const boss = await world.member({ role: 'administrator' })
  const ida = await world.member({ role: 'employee', personId: person('ida') })
  const draft = await makeDraft(author.send, splitOf(factory))
  await draft.do('POST', 'submit')
  await draft.do('POST', 'approve', {}, boss.send)
  expect((await draft.do('POST', 'apply', {}, boss.send)).status).toBe(200)
  const position = async (on: string) =>
    (await author.send('GET', `/positions/${factory.position('inspector')}?on=${on}`)).body
  expect((await position('2026-03-04')).unitName).toEqual({ en: 'quality' })
  expect((await position(planned)).unitName).toEqual({ en: 'Laboratory' })
  await world.runJob('reorganisation.tellConcerned', { draftId: draft.id })
  await world.runJob('reorganisation.tellConcerned', { draftId: draft.id })
  const told = (await ida.send('GET', '/notifications')).body.rows
  expect(told).toMatchObject([{ kind: 'reorganisation.concerns-you', facts: { name: 'Split', day: planned } }])
  expect(world.enqueued.map((one) => one.job)).toContain('tasks.makeTasksNow')
})

test('without four eyes a small firm approves its own draft', async () => {
  const factory = await openFactory()
  const author = await factory.world.member({ role: 'hr' })
  await factory.world.within((ctx) =>
    ctx.db
      .insertInto('setting')
      .values({ tenant_id: ctx.tenantId, key: 'reorganisation.fourEyes', value: 'false', changed_at: ctx.now })
      .execute(),
  )
  const draft = await makeDraft(author.send, splitOf(factory))
  await draft.do('POST', 'submit')
  expect((await draft.do('POST', 'approve')).status).toBe(200)
})

test('a draft made stale by others is held back on its day, named row by row, and told once', async () => {
  const factory = await openFactory()
  const { world, unit, position } = factory
  const author = await world.member({ role: 'hr' })
  const boss = await world.member({ role: 'administrator' })
  const draft = await makeDraft(author.send, splitOf(factory))
  await draft.do('POST', 'submit')
  await draft.do('POST', 'approve', {}, boss.send)
  const moved = await author.send('POST', `/positions/${position('inspector')}/versions`, {
    unitId: unit('quality'),
    title: { en: 'Chief inspector' },
    reportsToId: position('head-of-quality'),
    from: '2026-08-01',
  })
  expect(moved.status).toBe(200)
  const now = await draft.do('POST', 'apply', {}, boss.send)
  expect([now.status, now.body.code, now.body.row]).toEqual([409, 'reorganisation.unsound', 2])
  expect(now.body.detail).toBe(
    'Row 2: for “inspector” a change from 2026-08-01 is planned already. Withdraw it there, or date this one later. Nothing was changed.',
  )
  world.time.now = new Date('2026-06-01T02:00:00Z')
  await world.runJob('reorganisation.applyDue')
  await world.runJob('reorganisation.applyDue')
  const later = await world.member({ role: 'hr' })
  const read = await draft.read('', later.send)
  expect(read.body.state).toBe('approved')
  expect(read.body.heldBack).toHaveLength(1)
  expect(read.body.course.filter((one: { step: string }) => one.step === 'held-back')).toHaveLength(1)
  draft.version = read.body.version as number
  expect((await draft.do('POST', 'return', { note: 'row 2' }, later.send)).status).toBe(200)
  expect((await draft.read('', later.send)).body).toMatchObject({ state: 'planning', heldBack: null })
})

test('what is applied can’t be undone once something newer builds on it', async () => {
  const factory = await openFactory()
  const { world, unit } = factory
  const author = await world.member({ role: 'hr' })
  const boss = await world.member({ role: 'administrator' })
  const draft = await makeDraft(author.send, splitOf(factory))
  await draft.do('POST', 'submit')
  await draft.do('POST', 'approve', {}, boss.send)
  await draft.do('POST', 'apply', {}, boss.send)
  const units = (await author.send('GET', `/units?on=${planned}`)).body
  const made = units.find((one: { code: string }) => one.code === 'LAB').id
  await author.send('POST', '/units', { name: { en: 'Metering' }, kind: 'team', parentId: made, from: '2026-07-01' })
  const refused = await draft.do('POST', 'undo', {}, boss.send)
  expect([refused.status, refused.body.code]).toEqual([409, 'reorganisation.built-upon'])
  expect(refused.body.detail).toContain('“Metering” would hang below “Laboratory”')
  expect((await draft.read()).body.state).toBe('applied')
  expect(unit('quality')).not.toBe('')
})

test('changes are edited, ordered and removed by one at a time', async () => {
  const factory = await openFactory()
  const { position } = factory
  const { send } = await factory.world.member({ role: 'hr' })
  const draft = await makeDraft(send, splitOf(factory))
  const ids = (await draft.read()).body.changes.map((one: { id: string }) => one.id) as string[]
  expect((await draft.do('PUT', 'order', { changeIds: ids.toReversed() })).status).toBe(200)
  expect((await draft.read()).body.changes.map((one: { id: string }) => one.id)).toEqual(ids.toReversed())
  expect((await draft.do('PUT', 'order', { changeIds: ids.slice(1) })).body.code).toBe(
    'reorganisation.order-incomplete',
  )
  const change = { do: 'change-headcount', positionId: position('operator'), headcount: 1 }
  expect((await draft.do('PUT', `changes/${ids[1]}`, { change })).status).toBe(200)
  expect((await draft.do('POST', `changes/${ids[0]}/remove`)).status).toBe(200)
  const { changes } = (await draft.read()).body
  expect(changes.map((one: { change: { do: string } }) => one.change.do)).toEqual([
    'move-responsibility',
    'split-unit',
    'change-headcount',
  ])
  const old = await send('PATCH', `/reorganisations/${draft.id}`, { version: 1, name: 'X', note: '', day: planned })
  expect([old.status, old.body.code]).toEqual([409, 'base.changed-meanwhile'])
  expect((await draft.do('PATCH', '', { name: 'Other', note: 'why', day: '2026-07-01' })).status).toBe(200)
  expect((await draft.read()).body).toMatchObject({ name: 'Other', note: 'why', day: '2026-07-01' })
  const list = await send('GET', '/reorganisations?text=oth&state=planning')
  expect(list.body).toMatchObject({ total: 1, rows: [{ name: 'Other', changeCount: 3 }] })
  expect((await draft.do('POST', 'discard')).status).toBe(200)
  expect((await draft.do('POST', 'discard')).body.code).toBe('reorganisation.not-planning')
})

test('a draft with nothing in it, with a fault in it, or with a day that has passed is not handed in', async () => {
  const factory = await openFactory()
  const { world, unit } = factory
  const { send } = await world.member({ role: 'hr' })
  const empty = await makeDraft(send, [])
  expect((await empty.do('POST', 'submit')).body.code).toBe('reorganisation.no-changes')
  const faulty = await makeDraft(send, [
    {
      do: 'create-unit',
      unitId: '019b0000-0000-7000-8000-0000000000aa',
      name: { en: 'A' },
      kind: 'team',
      parentId: unit('quality'),
      code: 'line',
    },
    { do: 'close-unit', unitId: unit('line'), toUnitId: null },
  ])
  const check = await faulty.read('check')
  expect(check.body.problems.map((one: { row: number; code: string }) => [one.row, one.code])).toEqual([
    [1, 'code-taken'],
    [2, 'orphan-position'],
  ])
  const refused = await faulty.do('POST', 'submit')
  expect([refused.status, refused.body.code, refused.body.row, refused.body.more]).toEqual([
    409,
    'reorganisation.unsound',
    1,
    1,
  ])
  const late = await makeDraft(send, splitOf(factory), '2026-03-01')
  expect((await late.do('POST', 'submit')).body).toMatchObject({
    code: 'reorganisation.day-passed',
    today: '2026-03-04',
  })
})

async function tables({ world }: Awaited<ReturnType<typeof openFactory>>) {
  return world.within(async (ctx) => ({
    units: await ctx.db.selectFrom('unit').selectAll().orderBy('id').execute(),
    unitVersions: await ctx.db.selectFrom('unit_version').selectAll().orderBy('id').execute(),
    positionVersions: await ctx.db.selectFrom('position_version').selectAll().orderBy('id').execute(),
    seats: await ctx.db.selectFrom('assignment').selectAll().orderBy('id').execute(),
    holdings: await ctx.db.selectFrom('holding').selectAll().orderBy('id').execute(),
  }))
}
