import { expect, test } from 'vitest'
import { drawChart, type Chart } from '#test/chart'
import { openWorld, type World } from '#test/world'

const idNumber = '11010519491231002X'

async function firm(world: World): Promise<Chart> {
  return world.within((ctx) =>
    drawChart(ctx, {
      units: { A: { name: 'Sales' }, A1: { below: 'A' }, B: {} },
      positions: { HEAD: { unit: 'A' }, REP: { unit: 'A1', reportsTo: 'HEAD' }, MAKER: { unit: 'B' } },
      people: { 100: { name: '赵云', on: 'HEAD' }, 20: { name: '安琪', on: 'REP' }, 3: { name: 'Zoe', on: 'MAKER' } },
    }),
  )
}

test('a file is kept under a lock; an identity number tells birthday and gender and must be right and one of a kind', async () => {
  const world = await openWorld()
  const { people } = await firm(world)
  const { send } = await world.member({ role: 'hr' })
  const file = `/persons/${people['20']}/file`
  expect((await send('GET', file)).body).toMatchObject({
    employment: 'regular',
    idNumberMasked: null,
    version: 1,
    mayEdit: true,
    mayReveal: false,
  })
  const changed = await send('PATCH', file, {
    version: 1,
    hiredOn: '2024-03-01',
    employment: 'probation',
    birthDay: null,
    idNumber: '110105 19491231 002x',
  })
  expect(changed.body).toMatchObject({ version: 2 })
  expect((await send('GET', file)).body).toMatchObject({
    employment: 'probation',
    hiredOn: '2024-03-01',
    birthDay: '1949-12-31',
    gender: 'female',
    idNumberMasked: '110*************2X',
    mayReveal: true,
  })
  expect(await send('PATCH', file, { version: 1, education: 'BA' })).toMatchObject({
    status: 409,
    body: { code: 'base.changed-meanwhile' },
  })
  expect(await send('PATCH', file, { version: 2, idNumber: '110105194912310021' })).toMatchObject({
    status: 400,
    body: { code: 'people.bad-id-number' },
  })
  expect(await send('PATCH', file, { version: 2, leftOn: '2024-03-01' })).toMatchObject({
    status: 400,
    body: { code: 'people.left-before-hired' },
  })
  expect(await send('PATCH', `/persons/${people['3']}/file`, { version: 1, idNumber })).toMatchObject({
    status: 409,
    body: { code: 'people.id-number-taken' },
  })
})

test('the identity number is shown masked, told whole on asking, and the asking stands in the audit log without it', async () => {
  const world = await openWorld()
  const { people } = await firm(world)
  const { send } = await world.member({ role: 'hr', name: 'Hua' })
  const file = `/persons/${people['20']}/file`
  await send('PATCH', file, { version: 1, idNumber })
  expect((await send('POST', `${file}/reveal`)).body).toEqual({ idNumber })
  const audits = await world.within((ctx) =>
    ctx.db.selectFrom('audit_row').selectAll().where('target', '=', `person/${people['20']}`).execute(),
  )
  expect(audits.map((row) => [row.action, row.actor_name]).sort()).toEqual([
    ['people.file-changed', 'Hua'],
    ['people.reveal-id-number', 'Hua'],
  ])
  expect(JSON.stringify(audits)).not.toContain(idNumber)

  const { send: asAdmin } = await world.member({ role: 'administrator' })
  const seen = (await asAdmin('GET', file)).body
  expect(seen).not.toHaveProperty('birthDay')
  expect(seen.mayReveal).toBe(false)
  expect((await asAdmin('POST', `${file}/reveal`)).status).toBe(403)
  const { send: self } = await world.member({ role: 'employee', personId: people['20'] ?? '' })
  expect((await self('POST', `${file}/reveal`)).body).toEqual({ idNumber })
  expect((await self('POST', `/persons/${people['3']}/file/reveal`)).status).toBe(404)
})

test('an employee sees their own file, a manager those of the team, others are not there', async () => {
  const world = await openWorld()
  const { people } = await firm(world)
  const { send } = await world.member({ role: 'employee', personId: people['100'] ?? '' })
  expect((await send('GET', '/roster')).body.rows.map((row: { number: string }) => row.number)).toEqual(['100', '20'])
  expect((await send('GET', `/persons/${people['20']}/file`)).status).toBe(200)
  expect((await send('GET', `/persons/${people['3']}/file`)).status).toBe(404)
  expect((await send('PATCH', `/persons/${people['20']}/file`, { version: 1, education: 'x' })).status).toBe(403)
  const { send: looker } = await world.member({
    may: { 'people.read': 'tenant', 'people.edit': 'self' },
    personId: people['3'] ?? '',
  })
  expect((await looker('PATCH', `/persons/${people['20']}/file`, { version: 1, education: 'x' })).status).toBe(403)
  expect((await looker('PATCH', `/persons/${people['3']}/file`, { version: 1, education: 'x' })).status).toBe(200)
})

test('the roster is filtered, sorted as a Chinese directory and paged', async () => {
  const world = await openWorld()
  const { units, positions, people } = await firm(world)
  const { send } = await world.member({ role: 'hr' })
  await send('PATCH', `/persons/${people['3']}/file`, { version: 1, employment: 'left', hiredOn: '2020-01-01' })
  await send('PATCH', `/persons/${people['20']}/file`, { version: 1, hiredOn: '2021-01-01' })
  const numbers = async (query: string) =>
    (await send('GET', `/roster?${query}`)).body.rows.map((row: { number: string }) => row.number)
  expect(await numbers('sort=name')).toEqual(['20', '100', '3'])
  expect(await numbers('sort=hiredOn&order=down')).toEqual(['20', '3', '100'])
  expect(await numbers(`unitId=${units['A']}`)).toEqual(['100', '20'])
  expect(await numbers(`positionId=${positions['MAKER']}`)).toEqual(['3'])
  expect(await numbers('employment=left')).toEqual(['3'])
  expect(await numbers('employment=left&employment=regular')).toEqual(['100', '20', '3'])
  expect(await numbers('text=zoe')).toEqual(['3'])
  expect(await numbers('limit=1&offset=1')).toEqual(['20'])
  expect((await send('GET', '/roster?on=2019-12-31')).body.rows[0]).toMatchObject({ unitId: null, positionTitle: null })
  expect((await send('GET', '/roster?limit=501')).status).toBe(400)
})

test('the export holds the rows and columns somebody may see, and text that can do no harm', async () => {
  const world = await openWorld()
  const { people } = await firm(world)
  const { send } = await world.member({ role: 'hr' })
  for (const [number, name, mobile] of [
    ['100', '=1+1', '13800000000'],
    ['3', 'Zoe', '13900000000'],
  ] as const)
    await send('PATCH', `/persons/${people[number]}`, { number, name, mobile, version: 1 })
  const whole = await send('GET', '/roster/export?format=csv')
  expect(whole.headers['content-disposition']).toContain(encodeURIComponent('Roster 2026-03-04.csv'))
  expect(whole.body).toContain('Number,Name,Unit,Position,Employment,Hired on,Mobile,E-mail')
  expect(whole.body).toContain(`100,'=1+1,Sales,HEAD,Regular,,13800000000,`)
  expect(whole.body).toContain('13900000000')
  const workbook = await send('GET', '/roster/export')
  expect(workbook.headers['content-type']).toContain('spreadsheetml')

  const { send: head } = await world.member({ role: 'employee', personId: people['100'] ?? '' })
  const part = (await head('GET', '/roster/export?format=csv')).body
  expect(part).toContain('20,')
  expect(part).not.toContain('Zoe')
  expect(part).not.toContain('13900000000')
  const { send: auditor } = await world.member({ may: { 'people.read': 'tenant', 'people.export': 'tenant' } })
  const bare = (await auditor('GET', '/roster/export?format=csv')).body
  expect(bare).toContain('Zoe')
  expect(bare).not.toContain('Mobile')
  expect(bare).not.toContain('13900000000')
})

test('files of another tenant are not there; without the right nothing is shown; a new person gets a file', async () => {
  const world = await openWorld()
  const other = await world.anotherTenant()
  const foreign = await world.within((ctx) => drawChart(ctx, { people: { 9: {} } }), other)
  const { send } = await world.member({ role: 'hr' })
  const id = foreign.people['9'] ?? ''
  for (const [method, path, body] of [
    ['GET', `/persons/${id}/file`],
    ['PATCH', `/persons/${id}/file`, { version: 1 }],
    ['POST', `/persons/${id}/file/reveal`],
  ] as const)
    expect([path, (await send(method, path, body)).status]).toEqual([path, 404])
  expect((await send('GET', '/roster')).body.total).toBe(0)
  const { send: stranger } = await world.member({ may: {} })
  for (const [method, path, body] of [
    ['GET', '/roster'],
    ['GET', '/roster/export'],
    ['GET', `/persons/${id}/file`],
    ['PATCH', `/persons/${id}/file`, { version: 1 }],
    ['POST', `/persons/${id}/file/reveal`],
  ] as const)
    expect([path, (await stranger(method, path, body)).status]).toEqual([path, 403])

  const made = await send('POST', '/persons', { number: '1', name: 'New' })
  const files = await world.within((ctx) => ctx.db.selectFrom('personnel_file').select('person_id').execute())
  expect(files).toEqual([{ person_id: made.body.id }])
})

test('the employer is the company of the main seat, unless another is stated; a department is none', async () => {
  const world = await openWorld()
  const { people, units } = await world.within((ctx) =>
    drawChart(ctx, {
      units: { B: { kind: 'company', name: 'B Ltd' }, D: { below: 'B' }, C: { kind: 'company', name: 'C Ltd' } },
      positions: { P: { unit: 'D' } },
      people: { ann: { on: 'P' } },
    }),
  )
  const { send } = await world.member({ role: 'hr' })
  const path = `/persons/${people['ann']}/file`
  const employer = async () => (await send('GET', path)).body.employer
  expect(await employer()).toEqual({ unitId: units['B'], name: { en: 'B Ltd' }, isStated: false })
  expect((await send('PATCH', path, { version: 1, employerUnitId: units['D'] })).body.code).toBe(
    'people.employer-no-company',
  )
  expect((await send('PATCH', path, { version: 1, employerUnitId: units['C'] })).status).toBe(200)
  expect(await employer()).toEqual({ unitId: units['C'], name: { en: 'C Ltd' }, isStated: true })
  expect((await send('PATCH', path, { version: 2, employerUnitId: null })).status).toBe(200)
  expect(await employer()).toMatchObject({ isStated: false })
})
