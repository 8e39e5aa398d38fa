import { describe, expect, test } from 'vitest'
import { readSpreadsheet } from '../spreadsheet.ts'
import { stylesOf, workbookOf, xlsx, type TestBook } from './xlsx-for-tests.ts'

async function read(book: TestBook, options?: { sheet: string }) {
  const result = await readSpreadsheet(await xlsx(book), 'book.xlsx', options)
  return result.ok ? result.table : result.refusal
}

async function cellsOf(book: TestBook) {
  const table = await read(book)
  return 'header' in table ? table.header : table
}

describe('cells', () => {
  test('strings: shared, rich, inline, computed; phonetic hints are left out', async () => {
    const sharedStrings =
      '<sst><si><t>姓名</t></si><si><r><t>工</t></r><r><t xml:space="preserve">号 </t></r><rPh><t>gong</t></rPh></si></sst>'
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>a</t></r><r><t>&lt;b</t></r></is></c>' +
      '<c r="D1" t="str"><f>A1&amp;"x"</f><v>姓名x</v></c><c r="E1" t="str"><f>1</f><v><![CDATA[c_x000D_d]]></v></c></row>'
    expect(await cellsOf({ sharedStrings, rows })).toEqual(['姓名', '工号 ', 'a<b', '姓名x', 'c\rd'])
  })

  test('numbers, percentages, booleans, errors, computed numbers, dates', async () => {
    const styles = stylesOf([0, 10, 14, 'yyyy"年"m"月"d"日" h:mm', '[h]:mm'])
    const values: [type: string, style: number, value: string][] = [
      ['n', 0, '0.30000000000000004'],
      ['n', 1, '0.3'],
      ['b', 0, '1'],
      ['e', 0, '#REF!'],
      ['n', 2, '46027'],
      ['n', 3, '46027.5'],
      ['n', 4, '1.5'],
      ['n', 0, '110101199003071234'],
      ['d', 0, '2026-01-05T00:00:00'],
      ['n', 99, '7'],
    ]
    const cells = values.map(([type, style, value]) => `<c t="${type}" s="${style}"><f>X</f><v>${value}</v></c>`)
    expect(await cellsOf({ styles, rows: `<row>${cells.join('')}</row>` })).toEqual([
      '0.3',
      '0.3',
      'TRUE',
      '#REF!',
      '2026-01-05',
      '2026-01-05T12:00:00',
      '36:00:00',
      '110101199003071234',
      '2026-01-05',
      '7',
    ])
  })

  test('a formula never computed is an error, one that gave nothing is empty', async () => {
    const rows = '<row><c><f>1+1</f></c><c t="str"><f>""</f><v></v></c><c><v>1</v></c></row>'
    expect(await cellsOf({ rows })).toEqual(['#CALC!', '', '1'])
  })

  test('the calendar from 1904 and prefixed names', async () => {
    const workbook = workbookOf('<sheet name="S" sheetId="1" r:id="rId1"/>', '<workbookPr date1904="1"/>')
    const sheet =
      '<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c s="0"><x:v>44565</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    expect(await cellsOf({ workbook, sheet, styles: stylesOf([14]) })).toEqual(['2026-01-05'])
  })
})

test('empty rows are skipped, gaps filled, trailing blanks dropped, lines as the user sees them', async () => {
  const rows =
    '<row r="1" s="1"><c r="A1" s="3"/></row><row r="3"><c r="B3"><v>1</v></c><c r="D3"><v>2</v></c><c r="F3" s="1"/></row>' +
    '<row r="1048576"><c r="C1048576"><v>3</v></c></row>'
  expect(await read({ rows })).toEqual({
    sheets: ['Sheet1'],
    header: ['', '1', '', '2'],
    headerLine: 3,
    rows: [{ line: 1_048_576, cells: ['', '', '3'] }],
  })
})

test('hidden sheets are neither read nor listed; a sheet can be asked for', async () => {
  const workbook = workbookOf(
    '<sheet name="lists" sheetId="3" state="veryHidden" r:id="rId4"/><sheet name="一" sheetId="1" r:id="rId1"/><sheet name="二" sheetId="2" r:id="rId4"/>',
  )
  const more = [
    {
      name: 'xl/worksheets/sheet2.xml',
      text: ['<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>'],
    },
  ]
  const rows = '<row><c><v>1</v></c></row>'
  expect(await read({ workbook, rows, more })).toMatchObject({ sheets: ['一', '二'], header: ['1'] })
  expect(await read({ workbook, rows, more }, { sheet: '二' })).toMatchObject({ header: ['2'] })
  expect(await read({ workbook, rows, more }, { sheet: 'lists' })).toMatchObject({
    refused: 'broken',
    facts: { reason: 'sheet-missing', sheet: 'lists' },
  })
})

test('a name that the file declares never becomes code or a prototype', async () => {
  const rows =
    '<row><c t="inlineStr"><is><t>__proto__</t></is></c><c t="inlineStr"><is><t>constructor</t></is></c></row>'
  expect(await cellsOf({ rows })).toEqual(['__proto__', 'constructor'])
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

test('a file that does not exist is the caller’s mistake, not a refusal', async () => {
  await expect(readSpreadsheet('/nowhere/a.xlsx', 'a.xlsx')).rejects.toThrow('ENOENT')
})
