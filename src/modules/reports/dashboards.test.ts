import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSpreadsheet } from '#kernel/spreadsheet'
import { openWorld, type Send, type World } from '#test/world'
import { easterners, openFirm, westerners, type Firm } from './firm-for-tests.ts'

let world: World
let firm: Firm
let hr: Send
let ehead: Send
let east1: Send
let roles: { id: string; key: string }[]

beforeAll(async () => {
  world = await openWorld({ now: '2026-04-15T02:00:00Z', keep: (close) => afterAll(close) })
  firm = await openFirm(world)
  hr = (await world.member({ role: 'hr' })).send
  ehead = await firm.as('ehead')
  east1 = await firm.as('east1')
  for (const name of [...easterners, ...westerners]) await firm.tell(name, 'visit', '2026-04-10', 5)
  roles = (await ehead('GET', '/reports/roles')).body.roles
})

let made = 0
const part = (more: object) => {
  made += 1
  return { id: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`, width: 2, ...more }
}
const parts = () => [part({ kind: 'figure', figure: 'fulfilment' }), part({ kind: 'ranking' }), part({ kind: 'board' })]
const create = async (send: Send, more: object = {}) => {
  const { status, body } = await send('POST', '/dashboards', { name: { en: 'Sales' }, parts: parts(), ...more })
  expect([status, body]).toEqual([200, body])
  return body.dashboardId as string
}
const roleId = (key: string) => roles.find((role) => role.key === key)?.id ?? ''
const share = (send: Send, id: string, ...keys: string[]) =>
  send('PUT', `/dashboards/${id}/roles`, { roleIds: keys.map(roleId) })

describe('composing', () => {
  test('parts in their order come back; changing needs the version; deleting ends it', async () => {
    const id = await create(ehead, { filters: { unitId: firm.unit('EAST') } })
    const read = (await ehead('GET', `/dashboards/${id}`)).body
    expect(read).toMatchObject({ isMine: true, version: 1, filters: { unitId: firm.unit('EAST') }, roleIds: [] })
    expect(read.parts.map((one: { kind: string }) => one.kind)).toEqual(['figure', 'ranking', 'board'])
    const content = { name: { en: 'Mine' }, filters: {}, parts: read.parts.toReversed() }
    expect((await ehead('PUT', `/dashboards/${id}`, { version: 1, ...content })).body).toMatchObject({ version: 2 })
    expect((await ehead('PUT', `/dashboards/${id}`, { version: 1, ...content })).body.code).toBe(
      'base.changed-meanwhile',
    )
    expect((await ehead('GET', `/dashboards/${id}`)).body.parts[0].kind).toBe('board')
    expect((await ehead('DELETE', `/dashboards/${id}`)).status).toBe(200)
    expect((await ehead('GET', `/dashboards/${id}`)).status).toBe(404)
  })

  test.each([
    ['a part of no kind', { parts: [{ id: '00000000-0000-4000-8000-000000000000', kind: 'sql', width: 1 }] }],
    ['five columns', { parts: [{ id: '00000000-0000-4000-8000-000000000000', kind: 'trend', width: 5 }] }],
    ['no name', { name: {} }],
    ['a field nobody knows', { sql: 'select 1' }],
  ])('%s is refused', async (_name, more) => {
    const answer = await ehead('POST', '/dashboards', { name: { en: 'x' }, ...more })
    expect([answer.status, answer.body.code]).toEqual([400, 'base.bad-input'])
  })

  test('fifty are enough', async () => {
    const west = await firm.as('whead')
    for (let n = 0; n < 50; n += 1) await create(west, { parts: [] })
    const answer = await west('POST', '/dashboards', { name: { en: 'x' } })
    expect([answer.status, answer.body.code]).toEqual([409, 'reports.too-many-dashboards'])
  })

  test('who may not compose composes nothing', async () => {
    const reader = (await world.member({ may: { 'reports.read': 'tenant' } })).send
    expect((await reader('POST', '/dashboards', { name: { en: 'x' } })).status).toBe(403)
  })
})

describe('sharing', () => {
  test('shows it to the role and to nobody else, and lets nobody but its owner change it', async () => {
    const id = await create(ehead)
    expect((await east1('GET', `/dashboards/${id}`)).status).toBe(404)
    expect((await share(ehead, id, 'employee')).status).toBe(200)
    expect((await east1('GET', `/dashboards/${id}`)).body).toMatchObject({
      isMine: false,
      ownerName: 'ehead',
      roleIds: [],
    })
    expect((await east1('GET', '/dashboards')).body.dashboards).toMatchObject([{ id, isMine: false, isShared: true }])
    const { parts: own } = (await east1('GET', `/dashboards/${id}`)).body
    const body = { version: 1, name: { en: 'x' }, parts: own }
    expect((await east1('PUT', `/dashboards/${id}`, body)).status).toBe(403)
    expect((await east1('DELETE', `/dashboards/${id}`)).status).toBe(403)
    expect((await east1('PUT', `/dashboards/${id}/roles`, { roleIds: [] })).status).toBe(403)
    const { send: other } = await world.member({ role: 'hr', tenantId: await world.anotherTenant() })
    expect((await other('GET', `/dashboards/${id}`)).status).toBe(404)
    await share(ehead, id)
    expect((await east1('GET', `/dashboards/${id}`)).status).toBe(404)
  })

  test('with the role of managers it is open to whoever has reports', async () => {
    const id = await create(hr)
    await share(hr, id, 'manager')
    expect((await ehead('GET', `/dashboards/${id}`)).status).toBe(200)
    expect((await east1('GET', `/dashboards/${id}`)).status).toBe(404)
  })

  test('roles of elsewhere are not found, and sharing is audited', async () => {
    const id = await create(ehead)
    expect((await ehead('PUT', `/dashboards/${id}/roles`, { roleIds: [id] })).status).toBe(404)
    const audits = await world.within((ctx) =>
      ctx.db.selectFrom('audit_row').select('action').where('target', '=', `dashboard/${id}`).execute(),
    )
    expect(audits).toEqual([{ action: 'reports.create-dashboard' }])
  })
})

describe('files', () => {
  const sheet = async (bytes: Buffer) => JSON.stringify(await readSpreadsheet(bytes, 'file.xlsx'))

  test('each reader gets their own figures from the same dashboard, never more', async () => {
    const id = await create(hr, {
      parts: [part({ kind: 'board' }), part({ kind: 'facts' }), part({ kind: 'workload' })],
    })
    await share(hr, id, 'employee', 'hr')
    const csv = async (send: Send, kind: string) =>
      String((await send('GET', `/reports/file?kind=${kind}&format=csv`)).bytes)
    expect((await csv(hr, 'facts')).match(/west1,/g)).toHaveLength(5)
    const own = await csv(east1, 'facts')
    expect([own.match(/east1,/g)?.length, /west|east2/.test(own)]).toEqual([5, false])
    expect(await csv(ehead, 'workload')).not.toMatch(/west/)
    for (const format of ['xlsx', 'pdf']) {
      const file = await east1('GET', `/dashboards/${id}/file?format=${format}`)
      expect([file.status, file.bytes.length > 500]).toEqual([200, true])
    }
    const seen = async (send: Send) => sheet((await send('GET', `/dashboards/${id}/file?format=xlsx`)).bytes)
    expect(await seen(hr)).toMatch(/west1/)
    expect(await seen(east1)).not.toMatch(/west1|east2/)
  })

  test('a CSV holds one part, and text in it never runs as a formula', async () => {
    const id = await create(ehead)
    const refused = await ehead('GET', `/dashboards/${id}/file?format=csv`)
    expect([refused.status, refused.body.code]).toEqual([400, 'reports.csv-of-one'])
    await world.within((ctx) =>
      ctx.db
        .updateTable('person')
        .set({ name: '=HYPERLINK("http://evil")' })
        .where('tenant_id', '=', ctx.tenantId)
        .where('id', '=', firm.person('east2'))
        .execute(),
    )
    const { bytes } = await ehead('GET', '/reports/file?kind=board&format=csv')
    expect(String(bytes)).toContain(`'=HYPERLINK`)
  })

  test.each(['figure', 'trend', 'ranking', 'board', 'workload', 'facts', 'person', 'unit'])(
    'the part %s as a sheet, a table and a page',
    async (kind) => {
      for (const [format, start] of [
        ['csv', '\uFEFF'],
        ['xlsx', 'PK'],
        ['pdf', '%PDF'],
      ] as const) {
        const { status, bytes } = await ehead('GET', `/reports/file?kind=${kind}&format=${format}`)
        expect([status, String(bytes).startsWith(start)]).toEqual([200, true])
      }
    },
  )

  test('a file speaks the language of the page that asks', async () => {
    const csv = async (language: string) =>
      String((await ehead('GET', `/reports/file?kind=trend&format=csv&language=${language}`)).bytes)
    expect([await csv('en'), await csv('zh-CN')]).toEqual([
      expect.stringContaining('Fulfilment'),
      expect.stringContaining('履职率'),
    ])
  })

  test('the report of somebody is a file for who may see them', async () => {
    const path = `/reports/file?kind=person&format=csv&personId=${firm.person('west1')}`
    expect((await hr('GET', path)).status).toBe(200)
    expect((await ehead('GET', path)).status).toBe(404)
  })
})
