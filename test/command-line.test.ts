import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeWorkbook } from '#kernel/spreadsheet'

const program = join(import.meta.dirname, '../bin/remit.mjs')
const onet = join(import.meta.dirname, '../src/modules/responsibilities/library/trial-onet')

// one empty company, running: the command line works beside it
let directory = ''
let product: ChildProcess | undefined

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'remit-command-'))
  product = spawn(process.execPath, [program, 'start', '--no-demo', '--port', '0', '--data', directory], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  product.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()))
  product.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()))
  await new Promise<void>((ready, fail) => {
    product?.stdout?.on('data', () => text.includes('Ready after') && ready())
    product?.on('exit', () => fail(new Error(text)))
  })
}, 200_000)

afterAll(async () => {
  if (product && product.exitCode === null) {
    const over = new Promise((done) => product?.on('exit', done))
    product.kill('SIGTERM')
    await over
  }
  await rm(directory, { recursive: true, force: true })
}, 60_000)

test(
  'a roster is looked at, refused with its lines, taken in, and unchanged the second time',
  { timeout: 240_000 },
  async () => {
    const file = join(directory, 'roster.csv')
    await writeFile(file, '工号,姓名,英文名,部门,岗位\n1,赵一,Zhao Yi,销售部,经理\n2,,,销售部,代表\n')
    const refused = await remit('import', 'roster', file, '--data', directory)
    expect(refused.code).toBe(1)
    expect(refused.text).toContain('✗ 3:')
    expect(refused.text).toContain('2 rows: 1 new, 0 changed, 0 unchanged, 1 faulty')
    await writeFile(file, '工号,姓名,英文名,部门,岗位\n1,赵一,Zhao Yi,销售部,经理\n2,钱二,,销售部,代表\n')
    const looked = await remit('import', 'roster', file, '--dry-run', '--data', directory)
    expect(looked).toMatchObject({ code: 0, text: expect.not.stringContaining('Taken in') })
    expect(await remit('import', 'roster', file, '--data', directory)).toMatchObject({
      code: 0,
      text: expect.stringContaining('Taken in.'),
    })
    expect((await remit('import', 'roster', file, '--data', directory)).text).toContain('0 new, 0 changed, 2 unchanged')
  },
)

test(
  'the organisation goes out, is checked without a database, changed, and comes back',
  { timeout: 240_000 },
  async () => {
    const file = join(directory, 'organisation.xlsx')
    expect(await remit('org', 'export', file, '--data', directory)).toMatchObject({ code: 0 })
    expect(await remit('org', 'check', file)).toMatchObject({ code: 0, text: expect.stringContaining('0 problems') })
    expect((await remit('import', 'organisation', file, '--data', directory)).text).toContain('0 new, 0 changed')
    const faulty = join(directory, 'faulty.xlsx')
    const columns = ['Code', 'Name in English', 'Kind', 'Unit above', 'From'].map((title) => ({ title }))
    const rows = [
      ['TOP', 'Top', 'Group', '', '2026-01-01'],
      ['A', 'A', 'Department', 'B', '2026-01-01'],
      ['B', 'B', 'Department', 'A', 'yesterday'],
    ]
    await writeFile(faulty, await writeWorkbook([{ name: 'Units', columns, rows }]))
    const checked = await remit('org', 'check', faulty, '--json')
    expect(checked.code).toBe(1)
    const problems = checked.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(problems).toContainEqual(
      expect.objectContaining({ sheet: 'Units', row: 4, field: 'from', code: 'transfer.not-a-day' }),
    )
    for (const { sentence } of problems) expect(sentence).toMatch(/[a-z]{3}.*\.$/)
  },
)

test('responsibilities and a library are taken in, and what is missing is told', { timeout: 240_000 }, async () => {
  const file = join(directory, 'responsibilities.csv')
  await writeFile(file, '编码,名称\n')
  const refused = await remit('import', 'responsibilities', file, '--data', directory)
  expect(refused.code).toBe(1)
  await writeFile(
    file,
    'Code,Name,Activity,Indicator,Measure,Target,Weight,Period\nCLI-1,Care,Call back,Calls,count call,5,100%,month\n',
  )
  const looked = await remit('import', 'responsibilities', file, '--dry-run', '--data', directory)
  expect(looked).toMatchObject({ code: 0, text: expect.stringContaining('1 new') })
  const brought = await remit('import', 'responsibilities', file, '--data', directory)
  expect(brought).toMatchObject({ code: 0, text: expect.stringContaining('1 new, 0 changed, 0 unchanged') })
  const again = await remit('import', 'responsibilities', file, '--data', directory)
  expect(again.text).toContain('0 new, 0 changed, 1 unchanged')
  const taken = await remit('library', 'import', 'onet', onet, '--data', directory)
  expect(taken).toMatchObject({ code: 0, text: expect.stringContaining('2 profiles, 4 tasks, 2 skills') })
  expect(await remit('library', 'import', 'onet', directory, '--data', directory)).toMatchObject({ code: 1 })
  expect((await remit('import', 'nothing', file, '--data', directory)).code).toBe(1)
  expect((await remit('import')).code).toBe(1)
})

async function remit(...args: string[]): Promise<{ code: number | null; text: string }> {
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'en_US.UTF-8' },
  })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const code = await new Promise<number | null>((done) => child.on('close', done))
  return { code, text }
}
