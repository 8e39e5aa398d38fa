import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { drawChart } from '#test/chart'
import { openWorld, type World } from '#test/world'
import { bankAccountsFor, declaredFor, peopleWithAccount } from './index.ts'

const card = { bank: '招商银行', number: '6225 8801 2345 6783', holder: 'Li Min', from: '2026-01-01' }
const child = { item: 'child-education', from: '2026-01-01' }

async function office(world: World) {
  const chart = await world.within((ctx) =>
    drawChart(ctx, { people: { E1: { name: 'Li Min' }, E2: { name: 'Zhang Wei' } } }),
  )
  const [one = '', two = ''] = [chart.people['E1'], chart.people['E2']]
  const li = await world.member({ role: 'employee', personId: one })
  const zhang = await world.member({ role: 'employee', personId: two })
  const finance = await world.member({ role: 'finance' })
  return { one, two, li: li.send, zhang: zhang.send, finance: finance.send }
}

type Office = Awaited<ReturnType<typeof office>>

async function approve({ finance }: Office, made: { body: { id: string } }) {
  const answer = await finance('POST', `/declarations/${made.body.id}/decide`, { version: 1, isApproved: true })
  expect(answer.status).toBe(200)
}

test('an account is sealed, masked everywhere, opened on record, and read for the bank once it is approved', async () => {
  const world = await openWorld()
  const at = await office(world)
  const made = await at.li('POST', '/my-declarations/accounts', card)
  expect(made.status).toBe(200)
  expect((await at.li('GET', '/my-declarations')).body).toMatchObject([
    { shown: '招商银行 **** 6783', state: 'proposed' },
  ])
  const list = await at.finance('GET', '/declarations?state=proposed')
  expect(list.body).toMatchObject({ total: 1, open: 1, rows: [{ number: 'E1', kind: 'bank-account', isOwn: false }] })
  expect(JSON.stringify(list.body)).not.toContain('62258801')
  const { rows } = await world.within((ctx) =>
    sql<{ row: string }>`select encode(sealed, 'escape') || d::text as row from declaration d`.execute(ctx.db),
  )
  expect(rows[0]?.row).not.toMatch(/62258801|Li Min/)
  const accounts = () => world.within((ctx) => bankAccountsFor(ctx, [at.one, at.two], '2026-03-10'))
  expect((await accounts()).size).toBe(0)
  await approve(at, made)
  expect((await accounts()).get(at.one)).toMatchObject({ number: '6225880123456783', holder: 'Li Min' })
  expect([...(await world.within((ctx) => peopleWithAccount(ctx, [at.one, at.two], '2026-03-10')))]).toEqual([at.one])
  expect((await at.finance('POST', `/declarations/${made.body.id}/open`)).body.content.number).toBe('6225880123456783')
  expect((await at.li('POST', `/my-declarations/${made.body.id}/open`)).body.content.bank).toBe('招商银行')
  const audits = await world.within((ctx) =>
    ctx.db.selectFrom('audit_row').selectAll().where('action', 'like', 'payroll.%').execute(),
  )
  expect(audits.map(({ action }) => action).sort()).toEqual([
    'payroll.declaration-decided',
    'payroll.declared',
    'payroll.open-accounts',
    'payroll.open-declaration',
    'payroll.open-declaration',
  ])
  expect(JSON.stringify(audits)).not.toContain('62258801')
})

test("a colleague's cell copied into one's own row does not open", async () => {
  const world = await openWorld()
  const at = await office(world)
  const mine = (await at.li('POST', '/my-declarations/accounts', card)).body.id
  const theirs = (await at.zhang('POST', '/my-declarations/accounts', { ...card, holder: 'Zhang Wei' })).body.id
  await world.within((ctx) =>
    sql`update declaration set sealed = (select sealed from declaration where id = ${theirs}) where id = ${mine}`.execute(
      ctx.db,
    ),
  )
  expect((await at.li('POST', `/my-declarations/${mine}/open`)).body.code).toBe('base.seal-broken')
  expect((await at.zhang('POST', `/my-declarations/${theirs}/open`)).status).toBe(200)
})

test('an account number is checked, and the holder is the employee', async () => {
  const world = await openWorld()
  const { li } = await office(world)
  const declare = async (change: object) =>
    (await li('POST', '/my-declarations/accounts', { ...card, ...change })).body.code
  expect(await declare({ number: '6225880123456789' })).toBe('payroll.bad-account-number')
  expect(await declare({ number: '62258801234567881234' })).toBe('payroll.bad-account-number')
  expect(await declare({ number: '6225 880A 2345 6788' })).toBe('payroll.bad-account-number')
  expect(await declare({ holder: 'Zhang Wei' })).toBe('payroll.not-your-account')
  expect(await declare({ holder: 'limin' })).toBeUndefined()
})

test('deductions add up over the year; one told late is caught up; a new one takes the place of the old', async () => {
  const world = await openWorld()
  const at = await office(world)
  const special = (day: string, since?: string) =>
    world.within(async (ctx) => (await declaredFor(ctx, [at.one], day, () => since ?? null)).get(at.one)?.specialFen)
  await approve(at, await at.li('POST', '/my-declarations/deductions', { ...child, count: 2, isHalf: true }))
  expect([await special('2026-01-10'), await special('2026-06-10')]).toEqual([200_000, 1_200_000])
  const rent = await at.li('POST', '/my-declarations/deductions', { item: 'rent', cityClass: 1, from: '2026-02-15' })
  expect(await special('2026-06-10')).toBe(1_200_000)
  await approve(at, rent)
  expect(await special('2026-06-10')).toBe(1_200_000 + 5 * 150_000)
  expect(await special('2026-06-10', '2026-05-20')).toBe(2 * 200_000 + 2 * 150_000)
  const mortgage = { item: 'mortgage-interest', from: '2026-03-01' }
  expect((await at.li('POST', '/my-declarations/deductions', mortgage)).body.code).toBe('payroll.rent-or-mortgage')
  await approve(at, await at.li('POST', '/my-declarations/deductions', { ...child, from: '2026-04-01' }))
  expect(await special('2026-06-10')).toBe(3 * 200_000 + 3 * 200_000 + 5 * 150_000)
  const ended = await at.li('POST', `/my-declarations/${rent.body.id}/withdraw`, { version: 2, until: '2026-05-01' })
  expect(ended.status).toBe(200)
  expect(await special('2026-06-10')).toBe(1_200_000 + 3 * 150_000)
  expect(await special('2027-01-10')).toBe(200_000)
  const tax = { taxNumber: '11010519491231002x', personalPensionFen: 100_000, from: '2026-01-01' }
  await approve(at, await at.li('POST', '/my-declarations/tax', tax))
  const all = await world.within((ctx) => declaredFor(ctx, [at.one, at.two], '2026-03-31'))
  expect([...all.keys()]).toEqual([at.one])
  expect(all.get(at.one)).toMatchObject({ otherFen: 300_000, isFirstJob: false })
})

test('each decision once, with a reason when refused, never on one’s own', async () => {
  const world = await openWorld()
  const at = await office(world)
  const { id } = (await at.li('POST', '/my-declarations/deductions', child)).body
  const decide = (body: object, send = at.finance) =>
    send('POST', `/declarations/${id}/decide`, { version: 1, ...body })
  expect((await decide({ isApproved: false })).body.code).toBe('payroll.reason-needed')
  const own = await world.member({ role: 'finance', personId: at.one })
  expect((await decide({ isApproved: true }, own.send)).body.code).toBe('payroll.not-ones-own')
  expect((await decide({ isApproved: true, version: 7 })).body.code).toBe('base.changed-meanwhile')
  expect((await decide({ isApproved: false, reason: 'no proof' })).status).toBe(200)
  expect((await decide({ isApproved: true })).body.code).toBe('payroll.decided-already')
  expect((await at.li('GET', '/my-declarations')).body).toMatchObject([{ state: 'refused', reason: 'no proof' }])
  const again = await at.li('POST', `/my-declarations/${id}/withdraw`, { version: 2 })
  expect(again.body.code).toBe('payroll.not-withdrawable')
  const share = { item: 'elderly-support', isOnlyChild: false, from: '2026-01-01' }
  expect((await at.li('POST', '/my-declarations/deductions', share)).body.code).toBe('payroll.share-needed')
})

test('nobody else opens, decides or withdraws', async () => {
  const world = await openWorld()
  const at = await office(world)
  const { id } = (await at.li('POST', '/my-declarations/accounts', card)).body
  expect((await at.zhang('POST', `/my-declarations/${id}/open`)).status).toBe(404)
  expect((await at.zhang('POST', `/my-declarations/${id}/withdraw`, { version: 1 })).status).toBe(404)
  for (const role of ['employee', 'hr', 'administrator', 'auditor']) {
    const { send } = await world.member({ role, personId: at.two })
    expect((await send('GET', '/declarations')).status).toBe(403)
    expect((await send('POST', `/declarations/${id}/open`)).status).toBe(403)
  }
  const other = await world.member({ role: 'finance', tenantId: await world.anotherTenant() })
  expect((await other.send('GET', '/declarations')).body).toEqual({ total: 0, open: 0, rows: [] })
  expect((await other.send('POST', `/declarations/${id}/open`)).status).toBe(404)
  expect((await other.send('POST', `/declarations/${id}/decide`, { version: 1, isApproved: true })).status).toBe(404)
  const nobody = await world.member({ may: { 'payroll.declare': 'self' } })
  expect((await nobody.send('POST', '/my-declarations/accounts', card)).status).toBe(404)
})
