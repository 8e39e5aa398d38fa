import { zip, type ZipPart } from './zip.ts'

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'

export type TestBook = {
  rows?: Text
  /** Replaces the whole sheet part. */
  sheet?: Text
  sharedStrings?: Text
  styles?: string
  workbook?: string
  more?: ZipPart[]
}
type Text = string | Iterable<string>

/** An .xlsx out of raw parts, so that a test can write what no honest program would. */
export async function xlsx(book: TestBook): Promise<Buffer> {
  const parts: ZipPart[] = [
    { name: '_rels/.rels', text: [links([['officeDocument', 'xl/workbook.xml']])] },
    { name: 'xl/workbook.xml', text: [book.workbook ?? workbookOf('<sheet name="Sheet1" sheetId="1" r:id="rId1"/>')] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: [
        links([
          ['worksheet', 'worksheets/sheet1.xml'],
          ['sharedStrings', '/xl/sharedStrings.xml'],
          ['styles', 'styles.xml'],
          ['worksheet', 'worksheets/sheet2.xml'],
        ]),
      ],
    },
    { name: 'xl/worksheets/sheet1.xml', text: pieces(book.sheet) ?? sheetOf(book.rows ?? '') },
  ]
  if (book.sharedStrings !== undefined) parts.push({ name: 'xl/sharedStrings.xml', text: pieces(book.sharedStrings)! })
  if (book.styles !== undefined) parts.push({ name: 'xl/styles.xml', text: [book.styles] })
  return Buffer.from(await zip([...parts, ...(book.more ?? [])]))
}

export function workbookOf(sheets: string, properties = ''): string {
  return `<workbook xmlns:r="${relations}">${properties}<sheets>${sheets}</sheets></workbook>`
}

export function stylesOf(formats: readonly (number | string)[]): string {
  const custom = formats.map((code, at) => [200 + at, code] as const).filter(([, code]) => typeof code === 'string')
  const declared = custom.map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${xml(String(code))}"/>`)
  const used = formats.map((code, at) => `<xf numFmtId="${typeof code === 'number' ? code : 200 + at}"/>`)
  return `<styleSheet><numFmts>${declared.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${used.join('')}</cellXfs></styleSheet>`
}

export function* sheetOf(rows: Text): Generator<string> {
  yield '<?xml version="1.0"?><worksheet><sheetData>'
  yield* pieces(rows)!
  yield '</sheetData></worksheet>'
}

function pieces(text: Text | undefined): Iterable<string> | undefined {
  return typeof text === 'string' ? [text] : text
}

function links(targets: readonly (readonly [string, string])[]): string {
  const listed = targets.map(
    ([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${relations}/${kind}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${packages}">${listed.join('')}</Relationships>`
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
