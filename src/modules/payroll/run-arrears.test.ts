import { expect, test } from 'vitest'
import { openWorld } from '#test/world'
import { openPayroll } from './runs-for-tests.ts'

test('a back-dated raise is proposed for each closed month, paid once with the next slip, and taxed there', async () => {
  const world = await openWorld({ now: '2026-04-20T02:00:00Z' })
  const { officer, groupId, person, terms, publish, make, compute, slip, finishRun, ok } = await openPayroll(world, [
    'Li Na',
  ])
  const first = await terms('E1', 1_000_000)
  await publish('2026-01')
  const closed = await publish('2026-02')
  const before = await slip(closed, 'E1')
  const arrears = async () => (await ok(officer, 'GET', `/pay-arrears?groupId=${groupId}&from=2026-01`)).rows
  expect(await arrears()).toEqual([])

  world.time.now = new Date('2026-04-20T02:01:00Z')
  const raise = { groupId, wageFen: 1_200_000, version: first.version }
  expect((await officer('PATCH', `/pay-terms/${first.id}`, raise)).status).toBe(200)
  const owed = await arrears()
  expect(owed).toMatchObject([
    {
      period: '2026-01',
      fen: 200_000,
      lines: [{ code: 'base_wage', paidFen: 1_000_000, owedFen: 1_200_000, fen: 200_000 }],
    },
    { period: '2026-02', fen: 200_000 },
  ])
  const accept = (into: string) =>
    officer('POST', '/pay-arrears', {
      groupId,
      into,
      arrears: owed.map(({ personId, period, fen }: { personId: string; period: string; fen: number }) => ({
        personId,
        period,
        fen,
      })),
    })
  expect((await accept('2026-02')).body.code).toBe('payroll.period-paid')
  expect((await accept('2026-03')).body).toEqual({ accepted: 2 })
  // proposed again it is nothing, and a second click is refused: what was accepted is not owed any more
  expect(await arrears()).toEqual([])
  expect((await accept('2026-03')).body.code).toBe('payroll.arrears-changed')

  const march = await make('2026-03')
  await compute(march)
  const paid = await slip(march, 'E1')
  expect(paid.lines.find((line: { code: string }) => line.code === 'back_pay')).toMatchObject({ fen: 400_000 })
  expect(paid.grossFen).toBe(1_600_000)
  expect(paid.inputs.filter((input: { name: string }) => input.name === 'arrears')).toMatchObject([
    { value: '2000.00', source: { kind: 'arrears', path: `/payroll/arrears?personId=${person('E1')}` } },
    { value: '2000.00' },
  ])
  const facts = paid.lines.find((line: { code: string }) => line.code === 'tax').reason.facts
  expect(facts.income).toBe('36000.00')
  await finishRun(march)
  expect(await arrears()).toEqual([])
  expect(await slip(closed, 'E1')).toMatchObject({ grossFen: before.grossFen, lines: before.lines })
})

test('hours told late for a closed month are owed as well', async () => {
  const world = await openWorld({ now: '2026-04-20T02:00:00Z' })
  const { officer, groupId, terms, publish, keep, ok } = await openPayroll(world, ['Li Na'])
  await terms('E1', 1_740_000)
  await publish('2026-02')
  await keep('E1', '2026-02', 'overtime_workday_hours', '4')
  const { rows } = await ok(officer, 'GET', `/pay-arrears?groupId=${groupId}&from=2026-02`)
  expect(rows).toMatchObject([{ period: '2026-02', fen: 60_000, lines: [{ code: 'overtime', fen: 60_000 }] }])
})

test('a firm that begins in July goes on from what was withheld before', async () => {
  const world = await openWorld({ now: '2026-07-20T02:00:00Z' })
  const { officer, chart, person, terms, make, compute, slip, finishRun } = await openPayroll(world, ['Li Na'])
  await terms('E1', 3_000_000, '2026-01-01', { excepted: ['pension', 'medical', 'unemployment', 'injury', 'fund'] })
  const state = { income: 15_000_000, insurance: 2_250_000, special: 1_000_000, withheld: 200_000 }
  const balance = { personId: person('E1'), employerUnitId: chart.rootId, year: 2026, state }
  expect((await officer('PUT', '/pay-openings', { ...balance, employerUnitId: person('E1') })).status).toBe(404)
  expect((await officer('PUT', '/pay-openings', balance)).status).toBe(200)
  const runId = await make('2026-06', { paidOn: '2026-07-10' })
  await compute(runId)
  const { facts } = (await slip(runId, 'E1')).lines.find((line: { code: string }) => line.code === 'tax').reason
  // 180,000 − 7 × 5,000 − 22,500 − 10,000 = 112,500: 10 % less 2,520 is 8,730, less 2,000 withheld
  expect(facts).toMatchObject({
    taxable: '112500.00',
    taxOfYear: '8730.00',
    withheldBefore: '2000.00',
    balance: '6730.00',
  })
  await finishRun(runId)
  expect((await officer('PUT', '/pay-openings', balance)).body.code).toBe('payroll.opening-used')
  expect((await officer('GET', '/pay-openings?year=2026')).body.rows).toMatchObject([{ isUsed: true, state }])
})
