import { cellXml, columnName, escapeXml, styleOf, type CellValue, type SheetColumn } from './sheet-xml.ts'
import { maxSheetRows } from './table.ts'
import { zip, type ZipPart } from './zip.ts'

type Rows = Iterable<readonly CellValue[]> | AsyncIterable<readonly CellValue[]>

/** One sheet of a workbook. */
export type WrittenSheet = { readonly name: string; readonly columns: readonly SheetColumn[]; readonly rows: Rows }

/** An .xlsx with one sheet: bold frozen header, typed cells. Text is always text, never a formula. */
export async function writeSpreadsheet(
  columns: readonly SheetColumn[],
  rows: Rows,
  options: { sheetName?: string } = {},
): Promise<Uint8Array> {
  return writeWorkbook([{ name: options.sheetName ?? '', columns, rows }])
}

/** An .xlsx with several sheets, each as `writeSpreadsheet` makes one. */
export async function writeWorkbook(written: readonly WrittenSheet[]): Promise<Uint8Array> {
  const names = written.map(({ name }, at) => sheetName(name) || `Sheet${at + 1}`)
  const listName = names.includes('lists') ? 'lists2' : 'lists'
  const all = written.flatMap(({ columns }) => columns)
  const hasLists = all.some((column) => column.choices?.length)
  const sheets = hasLists ? [...names, listName] : names
  const hidden = hasLists ? sheets.length - 1 : -1
  let before = 0
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', text: [contentTypes(sheets.length)] },
    { name: '_rels/.rels', text: [relationships(['officeDocument', 'xl/workbook.xml'])] },
    { name: 'xl/workbook.xml', text: [workbook(sheets, hidden)] },
    { name: 'xl/_rels/workbook.xml.rels', text: [workbookRelationships(sheets.length)] },
    { name: 'xl/styles.xml', text: [styles] },
    ...written.map(({ columns, rows }, at) => {
      const part = { name: `xl/worksheets/sheet${at + 1}.xml`, text: sheet(columns, rows, listName, before, at === 0) }
      before += columns.length
      return part
    }),
  ]
  if (hasLists) parts.push({ name: `xl/worksheets/sheet${sheets.length}.xml`, text: [listSheet(all)] })
  return zip(parts)
}

function sheetName(name: string): string {
  return name
    .replaceAll(/[[\]:*?/\\']/g, ' ')
    .trim()
    .slice(0, 31)
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

async function* sheet(
  columns: readonly SheetColumn[],
  rows: Rows,
  listName: string,
  listsFrom: number,
  isFirst: boolean,
): AsyncGenerator<string> {
  const widths = columns.map((column, at) => {
    const width = column.widthChars ?? Math.max(10, displayWidth(column.title) + 4)
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${styleOf(column)}" customWidth="1"/>`
  })
  yield (
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"${isFirst ? ' tabSelected="1"' : ''}>` +
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
      `${widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''}<sheetData><row r="1">`
  )
  yield columns.map((column, at) => cellXml(`${columnName(at)}1`, column.title, undefined)).join('')
  yield '</row>'

  const names = columns.map((_column, at) => columnName(at))
  let line = 1
  let chunk = ''
  for await (const row of rows) {
    line += 1
    if (line > maxSheetRows) throw new RangeError(`a sheet holds ${maxSheetRows} rows`)
    chunk += `<row r="${line}">`
    for (const [at, column] of columns.entries()) chunk += cellXml(`${names[at]}${line}`, row[at], column)
    chunk += '</row>'
    if (chunk.length < 65_536) continue
    yield chunk
    chunk = ''
  }
  yield `${chunk}</sheetData>${validations(columns, listName, listsFrom)}</worksheet>`
}

function validations(columns: readonly SheetColumn[], listName: string, listsFrom: number): string {
  const lists = columns.flatMap(({ choices }, at) => {
    if (!choices?.length) return []
    const [name, list] = [columnName(at), columnName(listsFrom + at)]
    return (
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${name}2:${name}${maxSheetRows}">` +
      `<formula1>${listName}!$${list}$1:$${list}$${choices.length}</formula1></dataValidation>`
    )
  })
  return lists.length > 0 ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : ''
}

/** The choices stand on a hidden sheet, each under a column of its own: a list inside a rule ends at 255 characters. */
function listSheet(columns: readonly SheetColumn[]): string {
  const length = Math.max(...columns.map((column) => column.choices?.length ?? 0))
  const lines = Array.from({ length }, (_row, index) => {
    const cells = columns.map((column, at) => cellXml(`${columnName(at)}${index + 1}`, column.choices?.[index], column))
    return `<row r="${index + 1}">${cells.join('')}</row>`
  })
  return `${declaration}<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`
}

function workbook(sheets: readonly string[], hidden: number): string {
  const listed = sheets.map((name, at) => {
    const state = at === hidden ? ' state="hidden"' : ''
    return `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`
  })
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${officeRelations}"><sheets>${listed.join('')}</sheets></workbook>`
}

function workbookRelationships(sheetCount: number): string {
  const sheets = Array.from(
    { length: sheetCount },
    (_sheet, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const,
  )
  return relationships(...sheets, ['styles', 'styles.xml'])
}

function relationships(...targets: (readonly [kind: string, target: string])[]): string {
  const listed = targets.map(
    ([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${officeRelations}/${kind}" Target="${target}"/>`,
  )
  return `${declaration}<Relationships xmlns="${packages}/relationships">${listed.join('')}</Relationships>`
}

function contentTypes(sheetCount: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const sheets = Array.from(
    { length: sheetCount },
    (_sheet, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  )
  return (
    `${declaration}<Types xmlns="${packages}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${sheets.join('')}</Types>`
  )
}

// the order of cellXfs is what `styleOf` counts by: general, header, text, money, percent, day
const styles =
  `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>' +
  [49, 4, 10, 164]
    .map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`)
    .join('') +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

/** Chinese characters take two places. */
function displayWidth(text: string): number {
  let width = 0
  for (const mark of text) width += mark.codePointAt(0)! > 0x2e7f ? 2 : 1
  return Math.min(width, 60)
}
