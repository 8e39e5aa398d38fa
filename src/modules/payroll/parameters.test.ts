import { expect, test } from 'vitest'
import { openWorld } from '#test/world'
import { jurisdictionsFor } from './index.ts'

const pension = (from: string, content: object = {}) => ({
  city: '杭州',
  kind: 'pension',
  content: { floor: '4812.00', cap: '24060.00', employee: '0.08', employer: '0.16', ...content },
  source: '浙人社发 2026',
  from,
})
const person = { city: '杭州', bases: { insurance: 1_000_000 }, standing: { hireMonth: 1 } }

test("the firm's data is laid over what is shipped, by day, and a run is told which it was", async () => {
  const world = await openWorld()
  const { send } = await world.member({ role: 'finance' })
  expect((await send('POST', '/pay-parameters', pension('2026-01-01'))).body.warnings).toEqual([])
  const later = (await send('POST', '/pay-parameters', pension('2026-07-01', { employee: '0.1' }))).body
  const shares = await world.within(async (ctx) => {
    const law = await jurisdictionsFor(ctx, '2026-08-10')
    const insured = (day: string) => {
      const pay = { gross: 1_000_000, taxable: 1_000_000 }
      return law.cn.statutory(person, pay, law.cn.newYear(2026), day).insurance
    }
    const used = law.used.find(({ kind, place }) => kind === 'pension' && place === '杭州')
    return [
      insured('2026-06-10'),
      insured('2026-07-10'),
      used?.from,
      used?.id,
      law.used.some(({ kind }) => kind === 'cpf'),
    ]
  })
  expect(shares).toEqual([80_000, 100_000, '2026-07-01', later.id, true])
  const shanghai = (await send('GET', '/pay-parameters?on=2026-08-01&city=上海')).body
  expect(shanghai.rows.map((row: { kind: string }) => row.kind)).toContain('minimum-wage')
  const held = shanghai.rows.find((row: { kind: string }) => row.kind === 'pension').held
  expect(held).toMatchObject({ id: null, from: '2026-07-01', content: { floor: '7546.00', employer: '0.16' } })
  const open = (await send('GET', '/pay-parameters?on=2026-08-01&city=北京&isOpen=true')).body.rows
  expect(open.map((row: { kind: string }) => row.kind).sort()).toEqual(['fund', 'medical'])
})

test('own tax tables and minimum wages count in the computation', async () => {
  const world = await openWorld()
  const { send } = await world.member({ role: 'finance' })
  const one = [{ most: null, rate: '0.5', quick: '0' }]
  const content = { annual: one, monthly: one, labour: one, basicMonth: '5000' }
  const tables = { kind: 'tax-tables', content, source: '试算', from: '2026-06-01' }
  expect((await send('POST', '/pay-parameters', tables)).status).toBe(200)
  const wage = { city: '上海', kind: 'minimum-wage', source: 's', from: '2026-06-01' }
  await send('POST', '/pay-parameters', { ...wage, content: { month: '3000', includesOwnContributions: true } })
  const found = await world.within(async (ctx) => {
    const { cn, minimumWage } = await jurisdictionsFor(ctx, '2026-06-10')
    const nobody = { ...person, city: '上海', excepted: ['pension', 'medical', 'unemployment', 'injury'] as const }
    const tax = (day: string) =>
      cn.statutory(
        { ...nobody, standing: { hireMonth: Number(day.slice(5, 7)) } },
        { gross: 700_000, taxable: 700_000 },
        cn.newYear(2026),
        day,
      ).tax
    return [
      tax('2026-05-10'),
      tax('2026-06-10'),
      minimumWage('上海', '2026-06-10'),
      cn.minimumWage?.('上海', '2026-06-10', 290_000, 0),
    ]
  })
  expect(found).toEqual([6_000, 100_000, 300_000, 10_000])
})

test('bad data gets a sentence, doubtful bounds a warning, and an import is whole or not at all', async () => {
  const world = await openWorld()
  const { send } = await world.member({ role: 'finance' })
  const slip = await send('POST', '/pay-parameters', pension('2026-01-01', { cap: '42060.00' }))
  expect(slip.body.warnings).toMatchObject([{ code: 'bounds-apart' }])
  const swapped = await send('POST', '/pay-parameters', pension('2026-02-01', { floor: '30000.00' }))
  expect(swapped.body).toMatchObject({ code: 'base.bad-input', faults: [{ path: 'content.cap' }] })
  const rate = await send('POST', '/pay-parameters', pension('2026-02-01', { employee: '16' }))
  expect(rate.body.faults[0].path).toBe('content.employee')
  expect((await send('POST', '/pay-parameters', { ...pension('2026-02-01'), city: null })).body.code).toBe(
    'payroll.city-needed',
  )
  const backwards = { ...pension('2026-02-01'), until: '2026-01-01' }
  expect((await send('POST', '/pay-parameters', backwards)).body.code).toBe('payroll.period-backwards')
  const half = await send('POST', '/pay-parameters/import', {
    rows: [pension('2027-01-01'), pension('2027-02-01', { employee: 'x' })],
  })
  expect(half.body.faults[0].path).toBe('rows.1.content.employee')
  const rows = [pension('2026-01-01'), pension('2027-01-01')]
  expect((await send('POST', '/pay-parameters/import', { rows })).body).toMatchObject({
    created: 1,
    updated: 1,
    warnings: [],
  })
  expect((await send('GET', '/pay-parameters?city=杭州')).body.rows[0].versions).toHaveLength(2)
})

test('a version is corrected and removed until a published run has recorded it; others have none of it', async () => {
  const world = await openWorld()
  const { send } = await world.member({ role: 'finance' })
  const { id } = (await send('POST', '/pay-parameters', pension('2026-01-01'))).body
  const { kind: _kind, city: _city, ...change } = pension('2026-01-01', { employee: '0.07' })
  expect((await send('PATCH', `/pay-parameters/${id}`, { ...change, version: 1 })).body.version).toBe(2)
  expect((await send('PATCH', `/pay-parameters/${id}`, { ...change, version: 1 })).body.code).toBe(
    'base.changed-meanwhile',
  )
  const other = await world.member({ role: 'finance', tenantId: await world.anotherTenant() })
  expect((await other.send('DELETE', `/pay-parameters/${id}`)).status).toBe(404)
  const hr = await world.member({ role: 'hr' })
  expect((await hr.send('GET', '/pay-parameters')).status).toBe(403)
  const { rootId: unit } = await world.within(async (ctx) => ({
    rootId: (await ctx.db.selectFrom('unit').select('id').where('code', '=', 'ROOT').executeTakeFirstOrThrow()).id,
  }))
  const group = { code: 'A', name: { en: 'A' }, employerUnitId: unit, jurisdiction: 'cn' }
  const groupId = (await send('POST', '/pay-groups', group)).body.id
  await world.within((ctx) =>
    ctx.db
      .insertInto('pay_run')
      .values({
        tenant_id: ctx.tenantId,
        id: ctx.newId(),
        group_id: groupId,
        period: '2026-02',
        paid_on: '2026-03-10',
        state: 'published',
        parameters: JSON.stringify({ used: [{ id }] }),
        created_at: ctx.now,
      })
      .execute(),
  )
  expect((await send('DELETE', `/pay-parameters/${id}`)).body.code).toBe('payroll.parameter-used')
})
