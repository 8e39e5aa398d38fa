import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { openWorld } from '#test/world'
import { openPayroll } from './runs-for-tests.ts'

test('a month is computed in the background, checked, approved by another, published, and never changed again', async () => {
  const world = await openWorld({ now: '2026-04-03T02:00:00Z' })
  const { officer, head, terms, make, compute, read, accept, slips, slip, findings } = await openPayroll(world)
  await terms('E1', 2_000_000, '2026-01-01', { amounts: { post_allowance: '500.00' } })
  await terms('E2', 1_000_000)
  const runId = await make('2026-03')
  expect(await read(runId)).toMatchObject({ state: 'draft', paidOn: '2026-04-10', totals: null })
  expect(
    (await officer('POST', '/pay-runs', { groupId: (await read(runId)).groupId, period: '2026-03' })).body.code,
  ).toBe('payroll.run-exists')
  const done = await compute(runId)
  // E1: 20,500; contributions on the wage of 20,000: 8 + 2 + 0.5 + 7 % = 3,500; E2: 10,000 and 1,750
  expect(done).toMatchObject({
    state: 'calculated',
    totals: { people: 2, failed: 0, grossFen: 3_050_000, insuranceFen: 525_000 },
  })
  const one = await slip(runId, 'E1')
  expect(one).toMatchObject({ grossFen: 2_050_000, insuranceFen: 350_000, state: 'calculated' })
  expect(one.lines.find((line: { code: string }) => line.code === 'base_wage')).toMatchObject({
    name: 'Base wage',
    fen: 2_000_000,
    reason: { facts: { formula: 'part_month_wage', part_month_wage: '20000' } },
  })
  expect(one.inputs.find((input: { name: string }) => input.name === 'post_allowance')).toMatchObject({
    value: '500.00',
    source: { kind: 'terms' },
  })
  expect((await findings(runId)).map(({ code, personNumber }) => `${personNumber} ${code}`)).toEqual(
    expect.arrayContaining(['E3 no-terms', 'E1 no-account', 'E2 no-account', 'E1 new-person']),
  )
  // computed again it is the same, not twice
  expect((await compute(runId)).totals).toEqual(done.totals)
  expect(await slips(runId)).toHaveLength(2)

  const version = async () => (await read(runId)).version
  expect((await officer('POST', `/pay-runs/${runId}/submit`, { version: await version() })).body.code).toBe(
    'payroll.warnings-open',
  )
  await accept(runId)
  expect((await officer('POST', `/pay-runs/${runId}/submit`, { version: await version() })).status).toBe(200)
  expect((await officer('POST', `/pay-runs/${runId}/publish`, { version: await version() })).body.code).toBe(
    'payroll.four-eyes',
  )
  expect((await head('POST', `/pay-runs/${runId}/publish`, { version: 1 })).body.code).toBe('base.changed-meanwhile')
  expect((await head('POST', `/pay-runs/${runId}/publish`, { version: await version() })).status).toBe(200)
  expect((await head('POST', `/pay-runs/${runId}/publish`, { version: await version() })).body.code).toBe(
    'payroll.run-not-in',
  )
  expect(await read(runId)).toMatchObject({ state: 'published', publishedBy: 'Head', submittedBy: 'Officer' })

  // not by a route, and not by a statement either
  expect((await officer('POST', `/pay-runs/${runId}/calculate`)).body.code).toBe('payroll.run-not-in')
  for (const change of ['net_fen = net_fen + 1', `lines = '[]'`, `state = 'calculated'`])
    await expect(
      world.within((ctx) => sql`update pay_slip set ${sql.raw(change)} where run_id = ${runId}`.execute(ctx.db)),
    ).rejects.toThrow(/never changed/)
  await expect(
    world.within((ctx) => sql`delete from pay_slip where run_id = ${runId}`.execute(ctx.db)),
  ).rejects.toThrow(/stays/)
  await expect(
    world.within((ctx) => sql`update pay_run set state = 'draft' where id = ${runId}`.execute(ctx.db)),
  ).rejects.toThrow(/never changed/)
  // what the employee does with it is theirs
  await world.within((ctx) => sql`update pay_slip set opened_at = now() where run_id = ${runId}`.execute(ctx.db))
})

test('the tax of a year goes on from month to month, and last month stands beside this one', async () => {
  const world = await openWorld({ now: '2026-02-03T02:00:00Z' })
  const { terms, publish, make, compute, slip, slips, keep } = await openPayroll(world, ['Wang Wei'])
  // 30,000 less 4,500 of contributions (base 25,714.29 → 17.5 %) is the worked example 2 without special deductions
  await terms('E1', 3_000_000, '2025-12-01', { bases: { all: 2_571_429 } })
  const first = await publish('2026-01')
  await keep('E1', '2026-02', 'overtime_workday_hours', '10')
  const second = await make('2026-02')
  await compute(second)
  const [january, february] = [await slip(first, 'E1'), await slip(second, 'E1')]
  const tax = (of: typeof january) => of.lines.find((line: { code: string }) => line.code === 'tax').reason.facts
  expect(tax(february).withheldBefore).toBe(tax(january).taxOfYear)
  const [row] = await slips(second)
  expect(row).toMatchObject({ lastNetFen: january.netFen, diffFen: february.netFen - january.netFen })
  expect(row?.reasons[0]).toMatchObject({ code: 'overtime', fen: 258_621 })
  // 10,000 / 174 × 15 for 30,000: each amount opens to what went in
  expect(february.inputs.find((input: { name: string }) => input.name === 'overtime_workday_hours')).toMatchObject({
    label: 'Overtime hours on workdays',
    value: '10',
    source: { kind: 'typed' },
  })
})

test('a fault of one person is told in a sentence, and the others go on', async () => {
  const world = await openWorld({ now: '2026-04-03T02:00:00Z' })
  const { officer, terms, make, compute, slips, findings, slip, person } = await openPayroll(world)
  await terms('E1', 1_000_000)
  await terms('E2', 1_000_000, '2026-01-01', { city: '拉萨' })
  await terms('E3', 1_000_000)
  const runId = await make('2026-03')
  expect((await compute(runId)).totals).toMatchObject({ people: 3, failed: 1 })
  const [worst] = await slips(runId)
  expect(worst).toMatchObject({ personNumber: 'E2', state: 'failed', sentence: expect.stringContaining('拉萨') })
  expect((await findings(runId))[0]).toMatchObject({ code: 'failed', severity: 'blocking', personNumber: 'E2' })
  expect(await slips(runId, '?show=errors')).toHaveLength(1)
  // mended, and only this person computed again
  const versions = (await officer('GET', `/persons/${person('E2')}/pay-terms`)).body.versions
  const mended = { groupId: (await officer('GET', '/pay-groups')).body[0].id, wageFen: 1_000_000, version: 1 }
  expect((await officer('PATCH', `/pay-terms/${versions[0].id}`, mended)).status).toBe(200)
  expect((await officer('POST', `/pay-runs/${runId}/slips/${worst?.id}/calculate`)).status).toBe(200)
  expect(await slip(runId, 'E2')).toMatchObject({ state: 'calculated', grossFen: 1_000_000 })
  expect((await findings(runId)).some(({ code }) => code === 'failed')).toBe(false)
})

test('a broken item stops everybody at once, with its sentence', async () => {
  const world = await openWorld({ now: '2026-04-03T02:00:00Z' })
  const { officer, terms, make, read } = await openPayroll(world)
  await terms('E1', 1_000_000)
  const runId = await make('2026-03')
  await world.within((ctx) => sql`update pay_item set formula = 'wage *' where code = 'base_wage'`.execute(ctx.db))
  const refused = await officer('POST', `/pay-runs/${runId}/calculate`)
  expect(refused.body).toMatchObject({ code: 'payroll.cannot-compute', detail: expect.stringContaining('base_wage') })
  expect(await read(runId)).toMatchObject({ state: 'draft' })
})
