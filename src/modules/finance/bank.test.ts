import { afterAll, beforeAll, expect, test } from 'vitest'
import { seal } from '#kernel/sealed'
import type { Send, World } from '#test/world'
import { openBooks, openPayer, plainWage, sendFile, type Payer } from './pay-for-tests.ts'

let world: World
let payer: Payer
let close = async () => {}
let finance: Send
let runs = 0

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => close())

async function openWorld() {
  const opened = await openBooks({ now: '2026-08-12T02:00:00Z', keep: (end) => (close = end) })
  payer = await openPayer(opened)
  finance = (await opened.member({ role: 'finance' })).send
  return opened
}

const account = (who: string, number: string, holder?: string, from = '2025-01-01') =>
  world.within(async (ctx) => {
    const id = ctx.newId()
    const name = { E1: '张伟', E2: '李敏', E3: '王芳', E4: '陈刚' }[who] ?? ''
    const content = { bank: '招商银行', branch: '上海分行', number, holder: holder ?? name }
    const sealed = seal(ctx, { table: 'declaration', column: 'sealed', id }, content)
    const person = { person_id: payer.person(who), kind: 'bank-account', state: 'approved' }
    await ctx.db
      .updateTable('declaration')
      .set({ valid_until: from })
      .where('tenant_id', '=', ctx.tenantId)
      .where('person_id', '=', payer.person(who))
      .execute()
    await ctx.db
      .insertInto('declaration')
      .values({ tenant_id: ctx.tenantId, id, ...person, sealed, valid_from: from, created_at: ctx.now })
      .execute()
  })
const paid = (slips: Parameters<Payer['pay']>[0]) => {
  runs += 1
  return payer.pay(slips, { kind: 'off-cycle', number: runs })
}
const make = (runId: string, body: object = {}) =>
  finance('POST', `/finance/runs/${runId}/bank-files`, { template: 'icbc', ...body })
const check = async (runId: string) => (await finance('POST', `/finance/runs/${runId}/bank-check`, {})).body
const textOf = async (id: string) =>
  new TextDecoder('gbk').decode((await finance('GET', `/finance/bank-files/${id}/download`)).bytes)

test('one file of a run: everybody’s net less who is held and who has nothing; the same bytes however often', async () => {
  await account('E1', '4539578763621486')
  await account('E2', '6222020200112233445')
  const { runId } = await paid({
    E1: { lines: plainWage(123_456) },
    E2: { lines: plainWage(1) },
    E3: { lines: [['pension.employee', 'employee', 100]], receivableFen: 100 },
    E4: { lines: plainWage(70_000), isHeld: true },
  })
  const before = await check(runId)
  expect(before).toMatchObject({
    netFen: 193_457,
    heldFen: 70_000,
    sentFen: 0,
    people: 2,
    totalFen: 123_457,
    zero: 1,
    held: 1,
    files: 0,
  })
  expect(
    before.faults.map(({ faults, isBlocking }: { faults: []; isBlocking: boolean }) => [faults, isBlocking]),
  ).toEqual([[['luhn'], false]])
  expect((await make(runId)).body).toMatchObject({ code: 'finance.wants-second-look', count: 1 })
  const made = await make(runId, { accept: true })
  expect([made.status, made.body.rows, made.body.totalFen]).toEqual([200, 2, 123_457])
  const text = await textOf(made.body.id)
  expect(text.split('\r\n')[1]?.split(',').slice(6, 10)).toEqual(['4539578763621486', '张伟', '1234.56', '工资'])
  expect(await textOf(made.body.id)).toBe(text)
  const rows = (await finance('GET', `/finance/bank-files/${made.body.id}/rows`)).body
  expect(rows.map(({ shown, fen }: { shown: string; fen: number }) => [shown, fen])).toEqual([
    ['**** 1486', 123_456],
    ['**** 3445', 1],
  ])
  const sheet = await make((await paid({ E1: { lines: plainWage(5) } })).runId, { template: 'cmb' })
  expect((await finance('GET', `/finance/bank-files/${sheet.body.id}/download`)).bytes.subarray(0, 2).toString()).toBe(
    'PK',
  )
})

test('what speaks against somebody names them; left out, they are paid by the next file', async () => {
  await account('E1', '4539578763621486')
  await account('E4', '4539578763621486', '陈冈')
  const { runId } = await paid({ E1: { lines: plainWage(100) }, E4: { lines: plainWage(200) } })
  expect((await make(runId)).body).toMatchObject({
    status: 422,
    code: 'finance.bank-faults-left',
    person: '陈刚',
    count: 1,
  })
  const first = await make(runId, { leaveOut: true, accept: true })
  expect([first.body.rows, first.body.totalFen]).toEqual([1, 100])
  await account('E4', '6214830000000000', '陈刚', '2026-02-01')
  const second = await make(runId, { accept: true })
  expect([second.body.rows, second.body.totalFen]).toEqual([1, 200])
  const [last] = (await finance('GET', `/finance/bank-files?runId=${runId}`)).body
  expect(last).toMatchObject({ number: 2, followsId: first.body.id, isRepeat: false })
  expect((await make(runId)).body.code).toBe('finance.nothing-left')
})

test('everything once more needs a reason and is marked; two at the same time make one file', async () => {
  await account('E1', '4539578763621486')
  const { runId } = await paid({ E1: { lines: plainWage(100) } })
  const answers = await Promise.all([make(runId), make(runId), make(runId)])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
  expect((await make(runId, { again: 'all' })).body).toMatchObject({ code: 'finance.needs-reason', files: 1 })
  expect((await make(runId, { again: 'all', reason: 'the bank lost it' })).status).toBe(200)
  const files = (await finance('GET', `/finance/bank-files?runId=${runId}`)).body
  expect(files.map(({ number, isRepeat }: { number: number; isRepeat: boolean }) => [number, isRepeat])).toEqual([
    [2, true],
    [1, false],
  ])
})

test('the bank’s failures: listed, corrected and sent again, nobody else with them', async () => {
  await account('E1', '4539578763621486')
  await account('E2', '6222020200112230', '李敏', '2026-03-01')
  const { runId } = await paid({ E1: { lines: plainWage(100) }, E2: { lines: plainWage(300) } })
  const first = (await make(runId, { accept: true })).body.id
  const list =
    '收款账号,户名,金额,处理结果,失败原因\r\n4539578763621486,张伟,1.00,成功,\r\n6222020200112230,李敏,3.00,失败,账户已销户\r\n1,王五,3.00,失败,x\r\n'
  const answer = await sendFile(finance, `/finance/bank-files/${first}/failures`, Buffer.from(list), 'back.txt')
  expect(answer.body).toEqual({ failed: 1, failedFen: 300, paid: 1, unknown: [{ line: 4, name: '王五' }] })
  const failed = (await finance('GET', `/finance/bank-files/${first}/rows?onlyFailed=true`)).body
  expect(failed).toMatchObject([{ personName: '李敏', fen: 300, failure: '账户已销户' }])
  expect(await check(runId)).toMatchObject({ people: 1, totalFen: 300, sentFen: 100, files: 1 })
  await account('E2', '4539578763621494', '李敏', '2026-04-01')
  const second = await make(runId, { accept: true })
  expect([second.body.rows, second.body.totalFen]).toEqual([1, 300])
  expect(await textOf(second.body.id)).toContain('4539578763621494')
  const unreadable = await sendFile(
    finance,
    `/finance/bank-files/${first}/failures`,
    Buffer.from('a,b\r\n1,2\r\n'),
    'x.csv',
  )
  expect(unreadable.body.code).toBe('finance.list-unreadable')
})

test('templates are data: one’s own version goes before what came with the product', async () => {
  const shipped = (await finance('GET', '/finance/bank-templates')).body
  expect(shipped.map(({ code, version }: { code: string; version: null }) => [code, version])).toEqual([
    ['cmb', null],
    ['icbc', null],
  ])
  const content = { ...shipped[1].content, hasHeader: false, columns: shipped[1].content.columns.slice(6, 9) }
  const save = (parts: object) =>
    finance('POST', '/finance/bank-templates', {
      code: 'icbc',
      name: { en: 'Ours' },
      content: { ...content, ...parts },
      from: '2026-01-01',
    })
  expect(
    (await save({ columns: shipped[1].content.columns.slice(6, 9).with(0, { title: 'x', field: 'line' }) })).body.code,
  ).toBe('finance.lacks-column')
  expect((await save({})).status).toBe(200)
  await account('E1', '4539578763621486')
  const { runId } = await paid({ E1: { lines: plainWage(100) } })
  const made = await make(runId)
  expect(await textOf(made.body.id)).toBe('4539578763621486,张伟,1.00\r\n')
  expect((await make(runId, { template: 'abc' })).status).toBe(404)
})

test('files of banks: password again, whole pay, other companies, and what is opened is recorded', async () => {
  await account('E1', '4539578763621486')
  const { runId } = await paid({ E1: { lines: plainWage(100) } })
  const { id } = (await make(runId)).body
  const other = await world.anotherTenant()
  const { send: foreign } = await world.member({ role: 'finance', tenantId: other })
  const { send: withoutPay } = await world.member({
    may: { 'finance.read': 'tenant', 'finance.book': 'tenant', 'finance.export': 'tenant' },
  })
  const { send: auditor } = await world.member({ role: 'auditor' })
  const asks: [Parameters<Send>[0], string, object?][] = [
    ['GET', `/finance/bank-files/${id}/rows`],
    ['GET', `/finance/bank-files/${id}/download`],
    ['POST', `/finance/runs/${runId}/bank-files`, { template: 'icbc' }],
    ['POST', `/finance/runs/${runId}/bank-check`, {}],
  ]
  for (const [method, path, body] of asks)
    expect([path, (await foreign(method, path, body)).status, (await withoutPay(method, path, body)).status]).toEqual([
      path,
      404,
      403,
    ])
  expect((await auditor('GET', `/finance/bank-files/${id}/download`)).status).toBe(403)
  expect((await auditor('GET', `/finance/bank-files/${id}/rows`)).status).toBe(200)
  expect(
    (await sendFile(foreign, `/finance/bank-files/${id}/failures`, Buffer.from('账号\r\n1\r\n'), 'x.csv')).status,
  ).toBe(404)
  const before = world.time.now
  world.time.now = new Date(before.getTime() + 6 * 60_000)
  expect((await finance('GET', `/finance/bank-files/${id}/download`)).body.code).toBe('base.confirm-password')
  expect((await make(runId)).body.code).toBe('base.confirm-password')
  world.time.now = before
  const actions = await world.within((ctx) => ctx.db.selectFrom('audit_row').select('action').execute())
  for (const action of [
    'payroll.open-accounts',
    'finance.make-bank-file',
    'finance.download-bank-file',
    'finance.import-failures',
  ])
    expect(actions.map((row) => row.action)).toContain(action)
})
