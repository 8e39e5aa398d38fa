import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { readSpreadsheet, writeCsv, writeSpreadsheet, type CellValue, type SheetColumn } from '../spreadsheet.ts'

async function readBack(bytes: Uint8Array, name = 'a.xlsx') {
  const result = await readSpreadsheet(bytes, name)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.table
}

// lone surrogates and controls included
const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))
const anyText = fc.oneof(
  fc.string({ unit: codeUnit }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', "'", '\t', '\r', '\n', '＝', '1', '.', ',', '"', ';', '_x000D_'),
  }),
  fc.constantFrom('=HYPERLINK("http://x","y")', '_x0041_', '<&>"\'', ' a ', '张三'),
)
const blank = /^\s*$/

describe('xlsx', () => {
  test('typed cells come back as they went in', async () => {
    const columns: SheetColumn[] = [
      { title: '姓名' },
      { title: '身份证号', kind: 'text' },
      { title: '入职', kind: 'day' },
      { title: '工资', kind: 'money' },
      { title: '比例', kind: 'percent' },
      { title: '人数', kind: 'number' },
      { title: '在职', kind: 'number' },
    ]
    const row: CellValue[] = ['=1+1', '110101199003071234', '2026-01-05', '1501.50', 0.3, -12.5, true]
    const table = await readBack(
      await writeSpreadsheet(columns, [row, [], [null, undefined, '从前', '12345678901234567.89']]),
    )
    expect(table).toEqual({
      sheets: ['Sheet1'],
      header: columns.map((column) => column.title),
      headerLine: 1,
      rows: [
        { line: 2, cells: ['=1+1', '110101199003071234', '2026-01-05', '1501.5', '0.3', '-12.5', 'TRUE'] },
        { line: 4, cells: ['', '', '从前', '12345678901234567.89'] },
      ],
    })
  })

  test('any text survives, well-formed', { timeout: 30_000 }, async () => {
    const texts = fc.sample(anyText, 3000).filter((text) => !blank.test(text))
    const table = await readBack(
      await writeSpreadsheet(
        [{ title: 'a' }],
        texts.map((text) => [text]),
      ),
    )
    expect(table.rows.map((row) => row.cells[0])).toEqual(texts.map((text) => text.toWellFormed()))
  })

  test('a template: choices stand on a hidden sheet, the sheet is named, bad names are mended', async () => {
    const columns: SheetColumn[] = [{ title: '姓名' }, { title: '性别', choices: ['男', '女', '"其他", 未说明'] }]
    const bytes = await writeSpreadsheet(columns, [], { sheetName: "名[册]/2026'" })
    expect(await readBack(bytes)).toMatchObject({ sheets: ['名 册  2026'], header: ['姓名', '性别'], rows: [] })
    const sheet = await part(bytes, 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('sqref="B2:B1048576"><formula1>lists!$B$1:$B$3</formula1>')
    expect(sheet).toContain('state="frozen"')
    expect(await part(bytes, 'xl/worksheets/sheet2.xml')).toContain('&quot;其他&quot;, 未说明')
  })

  test(
    '20,000 rows are written and read within seconds while the process stays responsive',
    { timeout: 60_000 },
    async () => {
      const columns = Array.from({ length: 12 }, (_column, at): SheetColumn => ({
        title: `列${at}`,
        kind: at % 3 ? 'text' : 'money',
      }))
      const rows = Array.from({ length: 20_000 }, (_row, n) =>
        columns.map((column) => (column.kind === 'text' ? `张三 ${n}` : n)),
      )
      const start = performance.now()
      const bytes = await writeSpreadsheet(columns, rows)
      const written = performance.now()
      const table = await readBack(bytes)
      expect(table.rows).toHaveLength(20_000)
      expect(table.rows.at(-1)?.cells.slice(0, 2)).toEqual(['19999', '张三 19999'])
      expect(written - start).toBeLessThan(5000)
      expect(performance.now() - written).toBeLessThan(5000)
    },
  )
})

describe('csv', () => {
  test.each([
    ['=1+1', `'=1+1`],
    ['+cmd', `'+cmd`],
    ['-x', `'-x`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['\tx', `"'\tx"`],
    ['\rx', `"'\rx"`],
    ['＝1', `'＝1`],
    ['＋1', `'＋1`],
    ['－12.5', `'－12.5`],
    ['＠x', `'＠x`],
    [`'=x`, `''=x`],
    ['-12.5', '-12.5'],
    ['+8613800000000', '+8613800000000'],
    [-12.5, '-12.5'],
    ["O'Brien", "O'Brien"],
    ['a;=1+1', '"a;=1+1"'],
    ['a"b', '"a""b"'],
    [null, ''],
    [Number.NaN, ''],
    [false, 'false'],
  ])('%j becomes %s', (value, field) => {
    expect(Buffer.from(writeCsv([{ title: '=t' }], [[value]])).toString()).toBe(`\uFEFF'=t\r\n${field}\r\n`)
  })

  test('no unguarded formula, and any text survives export and import', { timeout: 30_000 }, async () => {
    const texts = fc.sample(anyText, 3000).filter((text) => !blank.test(text) && !text.includes('\0'))
    const bytes = writeCsv(
      [{ title: 'a' }, { title: 'b' }],
      texts.map((text) => [text, 'b']),
    )
    const table = await readBack(bytes, 'a.csv')
    expect(table.rows.map((row) => row.cells[0])).toEqual(texts.map((text) => text.toWellFormed()))
  })
})

/** One part as another reader of zips unpacks it, checked against its sum. */
async function part(bytes: Uint8Array, name: string): Promise<string> {
  const file = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
  for await (const entry of file.eachEntry()) {
    if (entry.fileName !== name) continue
    const content = await buffer(await file.openReadStreamPromise(entry))
    expect(crc32(content)).toBe(entry.crc32)
    return content.toString()
  }
  throw new Error(`no ${name}`)
}
