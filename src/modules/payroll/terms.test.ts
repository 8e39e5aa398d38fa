import { expect, test } from 'vitest'
import { drawChart } from '#test/chart'
import { openWorld, type World } from '#test/world'
import { termImporter } from './import/terms.ts'

async function office(world: World) {
  const chart = await world.within((ctx) =>
    drawChart(ctx, {
      positions: { CLERK: { headcount: 3 } },
      people: { E1: { name: 'Li Min', on: 'CLERK' }, E2: { name: 'Zhang Wei', on: 'CLERK' } },
    }),
  )
  const finance = await world.member({ role: 'finance' })
  const group = { code: 'STAFF', name: { en: 'Staff' }, employerUnitId: chart.rootId, jurisdiction: 'cn', city: '上海' }
  const groupId: string = (await finance.send('POST', '/pay-groups', group)).body.id
  const [one = '', two = ''] = [chart.people['E1'], chart.people['E2']]
  return { finance: finance.send, groupId, one, two }
}

test("a person's pay is a timeline: a further version, a corrected one, one taken back", async () => {
  const world = await openWorld()
  const { finance, groupId, one } = await office(world)
  const set = (from: string, wageFen: number) =>
    finance('POST', `/persons/${one}/pay-terms`, { groupId, wageFen, from, amounts: { meal_allowance: '300.00' } })
  const first = (await set('2026-01-01', 800_000)).body
  expect(first.warnings).toEqual([])
  const next = (await set('2026-06-01', 900_000)).body
  expect((await set('2026-06-01', 950_000)).body.code).toBe('organisation.not-after-last')
  const correct = { groupId, wageFen: 910_000, version: 1, bases: { all: 1_000_000 }, excepted: ['fund'] }
  expect((await finance('PATCH', `/pay-terms/${next.id}`, correct)).body.version).toBe(2)
  expect((await finance('PATCH', `/pay-terms/${next.id}`, correct)).body.code).toBe('base.changed-meanwhile')
  expect((await finance('GET', `/persons/${one}/pay-terms`)).body).toMatchObject({
    number: 'E1',
    mayEdit: true,
    versions: [
      { from: '2026-06-01', until: null, wageFen: 910_000, bases: { all: 1_000_000 }, excepted: ['fund'] },
      { from: '2026-01-01', until: '2026-06-01', wageFen: 800_000, amounts: { meal_allowance: '300.00' } },
    ],
  })
  const list = (await finance('GET', `/pay-terms?groupId=${groupId}&text=li`)).body
  expect(list).toMatchObject({
    total: 1,
    missing: 1,
    rows: [{ number: 'E1', wageFen: 800_000, city: '上海', nextFrom: '2026-06-01' }],
  })
  expect((await finance('GET', '/pay-terms?state=missing')).body.rows).toMatchObject([{ number: 'E2', wageFen: null }])
  expect((await finance('DELETE', `/pay-terms/${next.id}`)).status).toBe(204)
  expect((await finance('DELETE', `/pay-terms/${first.id}`)).body.code).toBe('organisation.already-begun')
  expect((await finance('GET', `/persons/${one}/pay-terms`)).body.versions).toMatchObject([{ until: null }])
})

test('reading and changing is recorded, without an amount', async () => {
  const world = await openWorld()
  const { finance, groupId, one } = await office(world)
  await finance('POST', `/persons/${one}/pay-terms`, { groupId, wageFen: 876_543, from: '2026-01-01', reason: 'hired' })
  await finance('GET', `/persons/${one}/pay-terms`)
  await finance('GET', '/pay-terms')
  const rows = await world.within((ctx) =>
    ctx.db.selectFrom('audit_row').selectAll().where('action', 'like', 'payroll.%terms%').execute(),
  )
  expect(rows.map(({ action, target }) => `${action} ${target}`).sort()).toEqual([
    'payroll.read-terms pay-terms',
    `payroll.read-terms person/${one}`,
    `payroll.terms-changed person/${one}`,
  ])
  expect(rows.find(({ action }) => action === 'payroll.terms-changed')?.after).toMatchObject({
    from: '2026-01-01',
    reason: 'hired',
  })
  expect(JSON.stringify(rows)).not.toMatch(/8765/)
})

test('a wage below the minimum, a city without data and closed months are told', async () => {
  const world = await openWorld()
  const { finance, groupId, one } = await office(world)
  const preview = (body: object) =>
    finance('POST', `/persons/${one}/pay-terms/preview`, { groupId, wageFen: 800_000, from: '2026-02-01', ...body })
  const codes = async (body: object) =>
    (await preview(body)).body.warnings.map((warning: { code: string }) => warning.code)
  expect(await codes({})).toEqual([])
  const low = (await preview({ wageFen: 200_000 })).body.warnings
  expect(low).toMatchObject([{ code: 'below-minimum-wage' }])
  expect(low[0].text).toContain('2740.00')
  expect(await codes({ city: '西安' })).toEqual(['city-unknown'])
  await world.within(async (ctx) => {
    const own = { tenant_id: ctx.tenantId }
    const run = { id: ctx.newId(), group_id: groupId, period: '2026-02', paid_on: '2026-03-10', state: 'published' }
    await ctx.db
      .insertInto('pay_run')
      .values({ ...own, ...run, created_at: ctx.now })
      .execute()
    const slip = { id: ctx.newId(), run_id: run.id, person_id: one, period: '2026-02', paid_on: '2026-03-10' }
    await ctx.db
      .insertInto('pay_slip')
      .values({ ...own, ...slip, state: 'published' })
      .execute()
  })
  const late = (await preview({})).body.warnings
  expect(late).toMatchObject([{ code: 'closed-months' }])
  expect(late[0].text).toContain('2026-02')
  expect(await codes({ from: '2026-03-01' })).toEqual([])
  expect((await finance('GET', `/persons/${one}/pay-terms`)).body.versions).toEqual([])
  const reserved = { groupId, wageFen: 1, from: '2026-02-01', amounts: { wage: '1' } }
  expect((await finance('POST', `/persons/${one}/pay-terms`, reserved)).body.code).toBe('payroll.name-reserved')
})

test('managers, HR, administrators, the person and other companies see none of it', async () => {
  const world = await openWorld()
  const { finance, groupId, one } = await office(world)
  const body = { groupId, wageFen: 800_000, from: '2026-01-01' }
  const { id } = (await finance('POST', `/persons/${one}/pay-terms`, body)).body
  for (const role of ['employee', 'manager', 'hr', 'administrator']) {
    const { send } = await world.member({ role, personId: one })
    expect((await send('GET', '/pay-terms')).status).toBe(403)
    expect((await send('GET', `/persons/${one}/pay-terms`)).status).toBe(403)
    expect((await send('POST', `/persons/${one}/pay-terms`, body)).status).toBe(403)
  }
  const other = await world.member({ role: 'finance', tenantId: await world.anotherTenant() })
  expect((await other.send('GET', `/persons/${one}/pay-terms`)).status).toBe(404)
  expect((await other.send('POST', `/persons/${one}/pay-terms`, body)).status).toBe(404)
  expect((await other.send('PATCH', `/pay-terms/${id}`, { ...body, from: undefined, version: 1 })).status).toBe(404)
  expect((await other.send('DELETE', `/pay-terms/${id}`)).status).toBe(404)
})

test('a sheet appends, corrects and leaves alone; each row that cannot be taken says why', async () => {
  const world = await openWorld()
  const { finance, groupId, one } = await office(world)
  await finance('POST', `/persons/${one}/pay-terms`, {
    groupId,
    wageFen: 800_000,
    from: '2026-01-01',
    amounts: { meal: '100' },
  })
  const take = (...rows: Record<string, string | undefined>[]) =>
    world.within(async (ctx) => {
      const plan = await termImporter.plan(
        ctx,
        rows.map((values, at) => ({ line: at + 2, values: values as Record<string, string> })),
      )
      if (plan.faults.length === 0) await plan.apply()
      return {
        counts: [plan.created, plan.updated, plan.unchanged],
        faults: plan.faults.map(({ line, field, code }) => `${line} ${field} ${code.replace('payroll.', '')}`),
      }
    })
  const sheet = [
    {
      number: 'E1',
      group: 'STAFF',
      wage: '8600.50',
      from: '2026-03-01',
      insurance: '9000',
      amounts: 'post=50; meal=120',
    },
    { number: 'E2', group: 'STAFF', wage: '7000', from: '2026-03-01' },
  ]
  expect(await take(...sheet)).toEqual({ counts: [2, 0, 0], faults: [] })
  expect(await take(...sheet)).toEqual({ counts: [0, 0, 2], faults: [] })
  expect((await finance('GET', `/persons/${one}/pay-terms`)).body.versions[0]).toMatchObject({
    from: '2026-03-01',
    wageFen: 860_050,
    bases: { insurance: 900_000 },
    amounts: { meal: '120', post: '50' },
  })
  const bad = await take(
    { number: 'E9', group: 'STAFF', wage: '1', from: '2026-04-01' },
    { number: 'E1', group: 'NONE', wage: '1', from: '2026-04-01' },
    { number: 'E2', group: 'STAFF', wage: '1.234', from: '2026-04-01' },
    { number: 'E2', group: 'STAFF', wage: '1', from: '2026-02-01' },
    { number: 'E2', group: 'STAFF', wage: '1', from: '2026-05-01', amounts: 'Post 5' },
  )
  expect(bad.faults).toEqual([
    '2 number unknown-person',
    '3 group unknown-group',
    '4 wage bad-amount',
    '5 from terms-later',
    '6 amounts bad-pair',
  ])
})
