import { beforeEach, expect, test } from 'vitest'
import { languages, wordsOf } from '#kernel/i18n'
import { readSpreadsheet } from '#kernel/spreadsheet'
import { uploadAs } from '#test/upload'
import { openWorld, type Send, type World } from '#test/world'
import { xlsx } from '../../kernel/spreadsheet/xlsx-for-tests.ts'

let world: World
let hr: Send

beforeEach(async () => {
  world = await openWorld()
  hr = (await world.member({ role: 'hr', name: 'Hr' })).send
})

const header = '工号,姓名,部门,岗位,入职日期,手机,备注'
const good = ['1,赵一,销售部,经理,2020-01-05,13800138001,', '2,钱二,销售部,代表,2026/2/5,13800138002,x']
const bad = [
  '3,,销售部,代表,2026-02-05,13800138003,',
  '4,李四,销售部,代表,昨天,13800138004,',
  '5,周五,销售部,代表,2026-02-05,12345,',
  '2,钱二,销售部,代表,2026-02-05,13800138002,',
  '7,郑七,销售部,代表,2026-02-05,,x'.replace('郑七', '郑'.repeat(101)),
]
const sheet = (send: Send, lines: readonly string[], name = 'roster.csv') =>
  uploadAs(send, Buffer.from([header, ...lines].join('\r\n')), name, 'text/csv')
const people = () =>
  world.within((ctx) => ctx.db.selectFrom('person').select(['number', 'name']).orderBy('number').execute())
const preview = (fileId: string, more: object = {}, headers: Record<string, string> = {}) =>
  hr('POST', '/imports/preview', { kind: 'roster', fileId, ...more }, headers)

test('a roster with five bad rows: each is told with line, field, value and reason, in the language of the page', async () => {
  const fileId = await sheet(hr, [...good, ...bad])
  const english = (await preview(fileId, {}, { 'x-language': 'en' })).body
  expect(english).toMatchObject({ rowCount: 7, faultyRows: 5, missing: [], unknown: ['备注'], duplicated: [] })
  expect(english.faults.map((fault: { line: number; field: string }) => `${fault.line} ${fault.field}`)).toEqual([
    '4 name',
    '5 hiredOn',
    '6 mobile',
    '7 number',
    '8 name',
  ])
  expect(english.faults[0]).toMatchObject({
    code: 'transfer.required',
    message: 'This cell must be filled in.',
    value: '',
  })
  expect(english.faults[1]).toMatchObject({
    message: '“昨天” is not a day. Write it like 2026-01-31.',
    value: '昨天',
  })
  const chinese = (await preview(fileId, {}, { 'x-language': 'zh-CN' })).body
  expect(chinese.faults.map((fault: { message: string }) => fault.message).slice(0, 2)).toEqual([
    '此单元格必填。',
    '“昨天”不是日期，请写成 2026-01-31 的形式。',
  ])
  // every sentence is one, in both languages, and none is a bare key
  for (const { message } of [...english.faults, ...chinese.faults]) expect(message).not.toMatch(/^[a-z]+\.|[{}]/)

  const refused = await hr('POST', '/imports', { kind: 'roster', fileId })
  expect(refused).toMatchObject({ status: 422, body: { code: 'transfer.has-faults', faultyRows: 5 } })
  expect(await people()).toEqual([])
  expect((await hr('GET', '/imports')).body).toEqual([])
})

test('mended it is taken in whole; the same again finds nothing to change; history and audit say who', async () => {
  const fileId = await sheet(hr, good)
  expect((await preview(fileId)).body).toMatchObject({ created: 2, updated: 0, unchanged: 0, faultyRows: 0 })
  const run = await hr('POST', '/imports', { kind: 'roster', fileId })
  expect(run.body).toMatchObject({ fileName: 'roster.csv', rowCount: 2, created: 2, actorName: 'Hr' })
  expect((await people()).map((person) => person.name)).toEqual(['赵一', '钱二'])
  world.time.now = new Date(world.time.now.getTime() + 60_000)
  expect((await preview(fileId)).body).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
  expect((await hr('POST', '/imports', { kind: 'roster', fileId })).body).toMatchObject({ created: 0, unchanged: 2 })
  expect((await hr('GET', '/imports')).body.map((one: { created: number }) => one.created)).toEqual([0, 2])
  const audits = await world.within((ctx) =>
    ctx.db
      .selectFrom('audit_row')
      .select(['actor_name', 'target'])
      .where('action', '=', 'transfer.import')
      .orderBy('id')
      .execute(),
  )
  expect(audits.map((row) => row.actor_name)).toEqual(['Hr', 'Hr'])
  expect(audits[0]?.target).toBe(`import/${run.body.id}`)
})

test('columns chosen by hand win over the header; a required field without one is named', async () => {
  const fileId = await uploadAs(hr, Buffer.from('A,B,姓名\n11,x,王十一\n'), 'odd.csv', 'text/csv')
  expect((await preview(fileId)).body).toMatchObject({ missing: ['number'], unknown: ['A', 'B'], created: 0 })
  expect((await hr('POST', '/imports', { kind: 'roster', fileId }, { 'x-language': 'en' })).body).toMatchObject({
    code: 'transfer.missing-columns',
    detail: 'Nothing was taken in: no column was chosen for Number. Choose one, or add it to the sheet.',
  })
  const mapping = { number: 0, name: 2 }
  expect((await preview(fileId, { mapping })).body).toMatchObject({ missing: [], created: 1, faultyRows: 0 })
  await hr('POST', '/imports', { kind: 'roster', fileId, mapping })
  expect(await people()).toEqual([{ number: '11', name: '王十一' }])
  const twice = await uploadAs(hr, Buffer.from('工号,姓名,员工姓名\n12,王,李\n'), 'twice.csv', 'text/csv')
  expect((await preview(twice)).body.duplicated).toEqual(['name'])
})

test('the faulty rows come back as a sheet with the reasons; mended there they are taken in by themselves', async () => {
  const fileId = await sheet(hr, [...good, ...bad])
  const answer = await hr('GET', `/imports/faulty-rows?kind=roster&fileId=${fileId}`)
  expect(answer.headers['content-disposition']).toContain('roster-faults.xlsx')
  const read = await readSpreadsheet(answer.bytes, 'faults.xlsx')
  if (!read.ok) throw new Error(read.refusal.refused)
  expect(read.table.header).toEqual([...header.split(','), 'Reason'])
  expect(read.table.rows.map((row) => row.cells[0])).toEqual(['3', '4', '5', '2', '7'])
  expect(read.table.rows[0]?.cells[7]).toBe('This cell must be filled in.')
  expect((await hr('GET', `/imports/faulty-rows?kind=roster&fileId=${fileId}&mapping=[1`)).body.code).toBe(
    'transfer.bad-mapping',
  )
})

test('another’s upload is not there, nor another tenant’s; without the right nothing is', async () => {
  const fileId = await sheet(hr, good)
  const { send: other } = await world.member({ role: 'hr' })
  const { send: foreigner } = await world.member({ role: 'hr', tenantId: await world.anotherTenant() })
  const { send: employee } = await world.member({ role: 'employee' })
  const calls: [Parameters<Send>[0], string, object?][] = [
    ['POST', '/imports/preview', { kind: 'roster', fileId }],
    ['POST', '/imports', { kind: 'roster', fileId }],
    ['GET', `/imports/faulty-rows?kind=roster&fileId=${fileId}`],
  ]
  for (const [method, path, body] of calls) {
    const statuses = []
    for (const send of [other, foreigner, employee, world.anonymous])
      statuses.push((await send(method, path, body)).status)
    expect([path, ...statuses]).toEqual([path, 404, 404, 403, 401])
  }
  expect((await employee('GET', '/imports')).status).toBe(403)
  expect(await people()).toEqual([])
})

test('kinds of modules that are off are gone, and those one may not bring are not offered', async () => {
  const kinds = async (send: Send) =>
    (await send('GET', '/imports/kinds')).body.map((one: { kind: string }) => one.kind)
  expect(await kinds(hr)).toEqual(expect.arrayContaining(['roster', 'responsibilities']))
  const { send } = await world.member({ may: { 'transfer.import': 'tenant' } })
  expect(await kinds(send)).toEqual([])
  expect((await send('GET', '/imports/kinds/roster/template')).status).toBe(403)
  expect((await hr('GET', '/imports/kinds/nonsense/template')).body).toMatchObject({
    status: 404,
    code: 'transfer.no-such-kind',
  })
  await world.within(async (ctx) => {
    const off = { tenant_id: ctx.tenantId, module: 'people', is_on: false, changed_at: ctx.now }
    await ctx.db.insertInto('module_switch').values(off).execute()
    await ctx.db
      .updateTable('tenant')
      .set((eb) => ({ structure_version: eb('structure_version', '+', 1) }))
      .execute()
  })
  expect(await kinds(hr)).not.toContain('roster')
  const fileId = await sheet(hr, good)
  expect((await preview(fileId)).body).toMatchObject({ status: 404, code: 'transfer.no-such-kind' })
})

test('the template reads back with every header known, required ones marked', async () => {
  const read = await readSpreadsheet((await hr('GET', '/imports/kinds/roster/template')).bytes, 'roster.xlsx')
  if (!read.ok) throw new Error(read.refusal.refused)
  expect(read.table.header.slice(0, 3)).toEqual(['Number *', 'Name *', 'Unit'])
  const fileId = await uploadAs(hr, Buffer.from(`${read.table.header.join(',')}\n21,Eva\n`), 't.csv', 'text/csv')
  expect((await preview(fileId)).body).toMatchObject({ unknown: [], missing: [], created: 1 })
})

test.each([
  ['a bomb', async () => xlsx({ sheet: zeros(), rows: '' }), 'ratio'],
  ['too many rows', async () => Buffer.from(`工号,姓名\n${'1,a\n'.repeat(100_001)}`), 'too-many-rows'],
  ['a web page', async () => Buffer.from('<html><table><tr><td>a</td></tr></table>'), 'not-a-spreadsheet'],
])('%s is refused in words, and nothing is lost', { timeout: 60_000 }, async (_name, bytes, refused) => {
  const fileId = await uploadAs(hr, await bytes(), refused === 'ratio' ? 'a.xlsx' : 'a.csv', 'text/csv')
  const { status, body } = await preview(fileId, {}, { 'x-language': 'zh-CN' })
  expect([status, body.code, body.refused]).toEqual([422, 'transfer.refused-file', refused])
  expect(body.detail).toMatch(/^无法导入该文件。[^{}]+。$/)
  expect((await hr('GET', '/imports/kinds')).status).toBe(200)
})

test('an empty sheet is told apart from a bad one, and every refusal has words', async () => {
  const fileId = await sheet(hr, [])
  expect((await preview(fileId)).body).toMatchObject({ status: 422, code: 'transfer.no-rows' })
  const refusals = [
    'too-many-entries',
    'too-large',
    'ratio',
    'doctype',
    'too-many-rows',
    'not-a-spreadsheet',
    'timeout',
    'memory',
    'encrypted',
    'broken',
  ]
  for (const language of languages)
    expect(Object.keys(wordsOf(language)['transfer']?.['refusals'] ?? {})).toEqual(expect.arrayContaining(refusals))
})

function* zeros(): Generator<string> {
  for (let at = 0; at < 90; at += 1) yield '0'.repeat(1_000_000)
}
