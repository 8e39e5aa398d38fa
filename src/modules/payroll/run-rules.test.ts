import { expect, test } from 'vitest'
import { openWorld } from '#test/world'
import { openPayroll } from './runs-for-tests.ts'

test('checks: what cannot be right blocks, what is odd is asked about', async () => {
  const world = await openWorld({ now: '2026-04-03T02:00:00Z' })
  const { terms, make, compute, findings, keep, publish, slip, officer, ok } = await openPayroll(world, [
    'A',
    'B',
    'C',
    'D',
  ])
  await terms('E1', 250_000) // below the 2,740 of Shanghai
  await terms('E2', 1_000_000)
  await terms('E3', 1_000_000)
  await terms('E4', 1_000_000)
  await keep('E2', '2026-02', 'damages', '20000')
  await keep('E3', '2026-02', 'overtime_workday_hours', '40')
  await keep('E4', '2026-02', 'mystery', '10')
  const runId = await make('2026-02')
  await compute(runId)
  const told = (await findings(runId)).map(({ code, severity, personNumber }) => `${personNumber} ${code} ${severity}`)
  expect(told).toEqual(
    expect.arrayContaining([
      'E1 below-minimum-wage blocking',
      'E2 negative-net warning',
      'E3 too-much-overtime warning',
      'E4 input-unused warning',
      'E1 base-bounded notice',
    ]),
  )
  const [blocked] = (await findings(runId)).filter(({ severity }) => severity === 'blocking')
  const accepting = await officer('POST', `/pay-runs/${runId}/findings/${blocked?.id}/accept`, { note: 'so what' })
  expect(accepting.body.code).toBe('payroll.not-a-warning')
  expect((await officer('POST', `/pay-runs/${runId}/submit`, { version: 1 })).body.code).toBe('base.changed-meanwhile')
  // E1 takes unpaid leave, so the wage is not one of a whole month
  await keep('E1', '2026-02', 'unpaid_days', '1')
  await ok(officer, 'POST', `/pay-runs/${runId}/cancel`, {
    version: (await ok(officer, 'GET', `/pay-runs/${runId}`)).version,
    reason: 'again',
  })
  const paid = await publish('2026-02')
  // what could not be taken comes back with the next slip
  const owed = (await slip(paid, 'E2')).receivableFen
  expect(owed).toBeGreaterThan(0)
  const next = await make('2026-03')
  await compute(next)
  const after = await slip(next, 'E2')
  expect(after.lines.find((line: { code: string }) => line.code === 'recovered')).toMatchObject({ fen: owed })
})

test('what changed after computing is not paid by accident', async () => {
  const world = await openWorld({ now: '2026-04-03T02:00:00Z' })
  const { officer, terms, make, compute, read, accept, keep } = await openPayroll(world, ['A'])
  await terms('E1', 1_000_000)
  const runId = await make('2026-03')
  await compute(runId)
  await accept(runId)
  world.time.now = new Date('2026-04-03T02:01:00Z')
  await keep('E1', '2026-03', 'one_off_bonus', '100')
  const submit = async () => officer('POST', `/pay-runs/${runId}/submit`, { version: (await read(runId)).version })
  expect((await submit()).body).toMatchObject({ code: 'payroll.run-stale', count: 1, names: 'A' })
  await compute(runId)
  await accept(runId)
  expect((await submit()).status).toBe(200)
})

test("one person's pay is held and paid later, and one-off amounts are paid without a second month of contributions", async () => {
  const world = await openWorld({ now: '2026-04-03T02:00:00Z' })
  const { officer, terms, person, publish, slip, keep, read, ok } = await openPayroll(world, ['A', 'B'])
  for (const number of ['E1', 'E2']) await terms(number, 2_000_000)
  const { holdId } = await ok(officer, 'POST', '/pay-holds', {
    personId: person('E2'),
    fromPeriod: '2026-03',
    reason: 'account closed',
  })
  const regular = await publish('2026-03')
  expect(await slip(regular, 'E2')).toMatchObject({ state: 'held', netFen: expect.any(Number) })
  expect((await read(regular)).totals).toMatchObject({ people: 2, held: 1, grossFen: 2_000_000 })
  world.time.now = new Date('2026-04-03T02:01:00Z')
  await ok(officer, 'POST', `/pay-holds/${holdId}/release`, { version: 1, reason: 'new account' })
  await keep('E1', '2026-03', 'one_off_bonus', '3000', { runKind: 'off-cycle' })
  const late = await publish('2026-03', { kind: 'off-cycle', paidOn: '2026-04-20' })
  expect(await slip(late, 'E2')).toMatchObject({ state: 'published', grossFen: 2_000_000, insuranceFen: 350_000 })
  expect(await slip(late, 'E1')).toMatchObject({ state: 'published', grossFen: 300_000, insuranceFen: 0 })
  // nobody is left for a second one
  const again = await ok(officer, 'POST', '/pay-runs', {
    groupId: (await read(late)).groupId,
    period: '2026-03',
    kind: 'off-cycle',
  })
  await ok(officer, 'POST', `/pay-runs/${again.runId}/calculate`)
  await world.runJob('payroll.calculate', { runId: again.runId })
  expect((await read(again.runId)).totals).toMatchObject({ people: 0 })
})

test('who may not see pay sees no run, of whatever company', async () => {
  const world = await openWorld({ now: '2026-04-03T02:00:00Z' })
  const { terms, publish, person, slip, groupId } = await openPayroll(world, ['A', 'B'])
  for (const number of ['E1', 'E2']) await terms(number, 7_321_937)
  const runId = await publish('2026-03')
  const { id } = await slip(runId, 'E1')
  const paths = [
    `/pay-runs`,
    `/pay-runs/${runId}`,
    `/pay-runs/${runId}/slips`,
    `/pay-runs/${runId}/slips/${id}`,
    `/pay-runs/${runId}/findings`,
    `/pay-inputs?period=2026-03`,
    `/pay-arrears?groupId=${groupId}`,
    `/pay-openings?year=2026`,
    `/pay-holds`,
  ]
  for (const role of ['employee', 'hr', 'administrator']) {
    const { send } = await world.member({ role, personId: person('E1') })
    for (const path of paths) expect([role, path, (await send('GET', path)).status]).toEqual([role, path, 403])
  }
  const own = await world.member({ may: { 'payroll.read': 'self' }, personId: person('E2') })
  for (const path of paths.slice(1, 5)) expect([path, (await own.send('GET', path)).status]).toEqual([path, 404])
  const otherId = await world.anotherTenant()
  const other = await world.member({ role: 'finance', tenantId: otherId })
  for (const path of paths.slice(1, 5)) expect([path, (await other.send('GET', path)).status]).toEqual([path, 404])
  expect(JSON.stringify((await other.send('GET', '/pay-runs')).body)).not.toContain(runId)
  const reads = await world.within((ctx) =>
    ctx.db
      .selectFrom('audit_row')
      .select(['action', 'target', 'after'])
      .where('action', '=', 'payroll.read-pay')
      .execute(),
  )
  expect(reads.some(({ target }) => target === `pay-slip/${id}`)).toBe(true)
  expect(JSON.stringify(reads)).not.toMatch(/73219/)
})
