import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSpreadsheet } from '../spreadsheet.ts'

async function read(bytes: Uint8Array, name = 'roster.csv') {
  const result = await readSpreadsheet(bytes, name)
  return result.ok ? [result.table.header, ...result.table.rows.map((row) => row.cells)] : result.refusal
}

const text = '姓名,工号\r\n张三,007\r\n李四,11010119900307123X\r\n'
const rows = [
  ['姓名', '工号'],
  ['张三', '007'],
  ['李四', '11010119900307123X'],
]
// 姓名,工号 / 张三,007 / 李四,… as Excel in China writes it
const gb18030 = Buffer.concat([
  Buffer.from('d0d5c3fb2cb9a4bac50d0a', 'hex'),
  Buffer.from('d5c5c8fd2c3030370d0a', 'hex'),
  Buffer.from('c0eecbc42c3131303130313139393030333037313233580d0a', 'hex'),
])

test.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
  ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['GB18030', gb18030],
  ['semicolons', Buffer.from(text.replaceAll(',', ';'))],
  ['tabs', Buffer.from(text.replaceAll(',', '\t'))],
])('%s', async (_case, bytes) => {
  expect(await read(bytes)).toEqual(rows)
})

test('a file on disk, cut within characters, keeps every one of them; lines are the lines of the file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'remit-csv-'))
  try {
    const many = Array.from({ length: 20_000 }, (_row, n) => `张三${n},研发部,"备注，第 ${n} 行"`)
    await writeFile(join(folder, 'a'), `姓名,部门,备注\n\n${many.join('\n')}`)
    const result = await readSpreadsheet(join(folder, 'a'), 'a.CSV')
    expect(result).toMatchObject({ ok: true, table: { header: ['姓名', '部门', '备注'], headerLine: 1 } })
    const table = result.ok ? result.table : undefined
    expect(table?.rows.map((row) => row.cells.join())).toEqual(many.map((line) => line.replaceAll('"', '')))
    expect(table?.rows[0]?.line).toBe(3)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test.each([
  ['nothing', '', 'a.csv', { kind: 'empty' }],
  ['only blanks', ' ,\n,\n', 'a.csv', { kind: 'empty' }],
  ['a web page called .xls', '<html><table><tr><td>a</td></tr></table>', 'a.xls', { kind: 'html' }],
  ['text called .xlsx', 'a,b', 'a.xlsx', { kind: 'text' }],
  ['a PDF', '%PDF-1.7 …', 'a.csv', { kind: 'pdf' }],
  ['binary', 'a\0b,\0c', 'a.csv', { kind: 'binary' }],
])('%s is not a spreadsheet', async (_case, content, name, facts) => {
  expect(await read(Buffer.from(content), name)).toEqual({ refused: 'not-a-spreadsheet', facts })
})

test('bytes of no known encoding are refused', async () => {
  expect(await read(Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a]))).toMatchObject({
    refused: 'broken',
    facts: { reason: 'encoding' },
  })
})

test('rows and cells are bounded', async () => {
  expect(await read(Buffer.from('a\n'.repeat(100_002)))).toEqual({
    refused: 'too-many-rows',
    facts: { limit: 100_000 },
  })
  expect(await read(Buffer.from(`"${'a'.repeat(40_000)}"`))).toMatchObject({
    refused: 'too-large',
    facts: { what: 'cell' },
  })
  expect(await read(Buffer.from(','.repeat(600) + 'a'))).toMatchObject({
    refused: 'too-large',
    facts: { what: 'columns' },
  })
  expect(await read(Buffer.from(','.repeat(1_000_000)))).toMatchObject({ refused: 'too-large' })
})
