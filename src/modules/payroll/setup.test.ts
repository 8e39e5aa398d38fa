import { expect, test } from 'vitest'
import { drawChart } from '#test/chart'
import { openWorld, type World } from '#test/world'

const base = {
  name: { en: 'Base wage', 'zh-CN': '基本工资' },
  kind: 'earning',
  formula: 'part_month_wage',
  from: '2026-01-01',
}

async function office(world: World) {
  const { rootId, units } = await world.within((ctx) => drawChart(ctx, { units: { SALES: {} } }))
  const finance = await world.member({ role: 'finance' })
  const group = { code: 'STAFF', name: { en: 'Staff' }, employerUnitId: rootId, jurisdiction: 'cn', city: '上海' }
  return { finance: finance.send, rootId, units, group }
}

test('a pay group belongs to a company, keeps its code to itself and is changed under a version', async () => {
  const world = await openWorld()
  const { finance, group, units } = await office(world)
  const made = await finance('POST', '/pay-groups', group)
  expect(made.status).toBe(200)
  expect((await finance('POST', '/pay-groups', group)).body.code).toBe('payroll.code-taken')
  const elsewhere = { ...group, code: 'B', employerUnitId: units['SALES'] }
  expect((await finance('POST', '/pay-groups', elsewhere)).body.code).toBe('payroll.employer-no-company')
  const change = { ...group, payDay: 15, isActive: true, version: 1 }
  expect((await finance('PATCH', `/pay-groups/${made.body.id}`, change)).body.version).toBe(2)
  expect((await finance('PATCH', `/pay-groups/${made.body.id}`, change)).body.code).toBe('base.changed-meanwhile')
  expect((await finance('GET', '/pay-groups')).body).toMatchObject([
    { code: 'STAFF', payDay: 15, people: 0, version: 2 },
  ])
  const audits = await world.within((ctx) =>
    ctx.db.selectFrom('audit_row').select('action').where('action', '=', 'payroll.group-changed').execute(),
  )
  expect(audits).toHaveLength(2)
})

test('HR, managers and employees neither see nor change how people are paid', async () => {
  const world = await openWorld()
  const { group } = await office(world)
  for (const role of ['hr', 'administrator', 'employee']) {
    const { send } = await world.member({ role })
    expect((await send('GET', '/pay-groups')).status).toBe(403)
    expect((await send('GET', '/pay-items')).status).toBe(403)
    expect((await send('POST', '/pay-groups', group)).status).toBe(403)
  }
  const auditor = await world.member({ role: 'auditor' })
  expect((await auditor.send('GET', '/pay-groups')).status).toBe(200)
  expect((await auditor.send('POST', '/pay-groups', group)).status).toBe(403)
})

test('a broken formula, a circle and an earning that needs its own tax are refused by name', async () => {
  const world = await openWorld()
  const { finance } = await office(world)
  expect((await finance('POST', '/pay-items', { ...base, code: 'base' })).status).toBe(200)
  const broken = await finance('POST', '/pay-items', { ...base, name: { en: 'x' }, code: 'x', formula: 'baes + 1' })
  expect(broken.body).toMatchObject({ code: 'payroll.item-broken', status: 422 })
  expect(broken.body.detail).toContain('baes')
  const tax = await finance('POST', '/pay-items', { ...base, name: { en: 'x' }, code: 'x', formula: '个税 * 2' })
  expect(tax.body.detail).toContain('tax')
  expect((await finance('POST', '/pay-items', { ...base, code: 'wage' })).body.code).toBe('payroll.code-reserved')
  const meal = { ...base, name: { en: 'Meal', 'zh-CN': '餐补' }, code: 'meal', formula: 'base * 0.01' }
  const made = await finance('POST', '/pay-items', meal)
  expect(made.status).toBe(200)
  const { body } = await finance('GET', '/pay-items')
  const first = body.versions.find((one: { code: string }) => one.code === 'base')
  const { code: _code, from: _from, ...content } = base as typeof base & { code?: string }
  const circle = await finance('PATCH', `/pay-items/${first.id}`, { ...content, formula: '餐补 * 2', version: 1 })
  expect(circle.body.code).toBe('payroll.item-broken')
  expect(circle.body.detail).toMatch(/base|meal/)
  expect((await finance('GET', '/pay-items')).body.versions).toHaveLength(2)
  expect(body.names.map((one: { name: string }) => one.name)).toContain('part_month_wage')
})

test('an item has dated versions: a further one, one taken back, an end; what a published run used stays', async () => {
  const world = await openWorld()
  const { finance, group } = await office(world)
  const { id: groupId } = (await finance('POST', '/pay-groups', group)).body
  const { from: _from, ...content } = base
  const made = (await finance('POST', '/pay-items', { ...base, code: 'base', groupId })).body
  const later = await finance('POST', `/pay-items/${made.id}/changes`, {
    ...content,
    formula: 'wage',
    from: '2026-07-01',
  })
  expect(later.status).toBe(200)
  const early = await finance('POST', `/pay-items/${made.id}/changes`, { ...content, from: '2026-07-01' })
  expect(early.body.code).toBe('organisation.not-after-last')
  const versions = async () =>
    (await finance('GET', '/pay-items')).body.versions.map((one: Record<string, unknown>) => [
      one['from'],
      one['until'],
      one['formula'],
    ])
  expect(await versions()).toEqual([
    ['2026-01-01', '2026-07-01', 'part_month_wage'],
    ['2026-07-01', null, 'wage'],
  ])
  await world.within((ctx) =>
    ctx.db
      .insertInto('pay_run')
      .values({
        tenant_id: ctx.tenantId,
        id: ctx.newId(),
        group_id: groupId,
        period: '2026-06',
        paid_on: '2026-07-10',
        state: 'published',
        created_at: ctx.now,
      })
      .execute(),
  )
  const used = await finance('PATCH', `/pay-items/${made.id}`, { ...content, version: 2 })
  expect(used.body.code).toBe('payroll.version-used')
  expect((await finance('DELETE', `/pay-items/${later.body.id}`)).status).toBe(204)
  expect(await versions()).toEqual([['2026-01-01', null, 'part_month_wage']])
  expect((await finance('POST', `/pay-items/${made.id}/end`, { until: '2026-12-01' })).status).toBe(200)
  expect(await versions()).toEqual([['2026-01-01', '2026-12-01', 'part_month_wage']])
})

test('an item stays sound when the last amount of its name is gone; a new one must name what somebody brings', async () => {
  const world = await openWorld()
  const { finance } = await office(world)
  const post = { ...base, name: { en: 'Post' }, code: 'post', formula: 'post_pay' }
  expect((await finance('POST', '/pay-items', post)).body.code).toBe('payroll.item-broken')
  const { people } = await world.within((ctx) => drawChart(ctx, { people: { E1: {} } }))
  const input = { person_id: people['E1'] ?? '', period: '2026-03', name: 'post_pay', value: '1', source: 'typed' }
  await world.within((ctx) =>
    ctx.db
      .insertInto('pay_input')
      .values({ tenant_id: ctx.tenantId, id: ctx.newId(), ...input, created_at: ctx.now })
      .execute(),
  )
  const made = await finance('POST', '/pay-items', post)
  expect(made.status).toBe(200)
  await world.within((ctx) => ctx.db.deleteFrom('pay_input').execute())
  expect((await finance('POST', '/pay-items', { ...base, code: 'base' })).status).toBe(200)
  const { code: _code, from: _from, ...content } = post
  const corrected = await finance('PATCH', `/pay-items/${made.body.id}`, { ...content, place: 5, version: 1 })
  expect(corrected.status).toBe(200)
})

test('another company has none of it', async () => {
  const world = await openWorld()
  const { finance, group } = await office(world)
  const { id } = (await finance('POST', '/pay-groups', group)).body
  const item = (await finance('POST', '/pay-items', { ...base, code: 'base' })).body
  const { send } = await world.member({ role: 'finance', tenantId: await world.anotherTenant() })
  expect((await send('GET', '/pay-groups')).body).toEqual([])
  expect((await send('GET', '/pay-items')).body.versions).toEqual([])
  expect((await send('PATCH', `/pay-groups/${id}`, { ...group, isActive: true, version: 1 })).status).toBe(404)
  expect((await send('DELETE', `/pay-items/${item.id}`)).status).toBe(404)
  expect((await send('POST', '/pay-items', { ...base, code: 'b', groupId: id })).status).toBe(404)
})
