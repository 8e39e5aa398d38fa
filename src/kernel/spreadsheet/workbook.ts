import { posix } from 'node:path'
import { shownBy, shownByBuiltIn, unescaped, type Shown } from './cell-text.ts'
import { refuse, type SpreadsheetLimits } from './table.ts'
import { localName, walkXml } from './xml.ts'
import type { ZipEntries } from './zip-entries.ts'

export type Workbook = {
  sheets: { name: string; entry: string }[]
  since1904: boolean
  styles: Shown[]
  sharedStrings: string[]
}

type Relation = { id: string; kind: string; target: string }

export async function readWorkbook(entries: ZipEntries, limits: SpreadsheetLimits): Promise<Workbook> {
  const root = await relations(entries, '_rels/.rels', '')
  const path = root.find((relation) => relation.kind === 'officeDocument')?.target ?? 'xl/workbook.xml'
  if (!entries.has(path) || !/\.xml$/i.test(path)) refuse('not-a-spreadsheet', { kind: otherKind(entries) })

  const parts = await relations(entries, `${posix.dirname(path)}/_rels/${posix.basename(path)}.rels`, path)
  const listed = await readSheetList(entries, path)
  const sheets = listed.sheets.flatMap(({ name, relationId }) => {
    const part = parts.find((relation) => relation.id === relationId && relation.kind === 'worksheet')
    return part && entries.has(part.target) ? [{ name, entry: part.target }] : []
  })
  if (sheets.length === 0) refuse('not-a-spreadsheet', { kind: otherKind(entries) })

  const optional = (kind: string) => parts.find((part) => part.kind === kind && entries.has(part.target))?.target
  const [styles, strings] = [optional('styles'), optional('sharedStrings')]
  return {
    sheets,
    since1904: listed.since1904,
    styles: styles === undefined ? [] : await readStyles(entries, styles),
    sharedStrings: strings === undefined ? [] : await readSharedStrings(entries, strings, limits),
  }
}

/** What one part refers to; targets are resolved against it. */
async function relations(entries: ZipEntries, name: string, base: string): Promise<Relation[]> {
  const found: Relation[] = []
  if (!entries.has(name)) return found
  await walkXml(entries.read(name), {
    open(tag, { Id: id = '', Type: type = '', Target: target = '' }) {
      if (tag !== 'Relationship') return
      const path = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(base), target)
      found.push({ id, kind: type.slice(type.lastIndexOf('/') + 1), target: path })
    },
  })
  return found
}

async function readSheetList(entries: ZipEntries, path: string) {
  const sheets: { name: string; relationId: string }[] = []
  let since1904 = false
  await walkXml(entries.read(path), {
    open(tag, attributes) {
      if (tag === 'workbookPr') since1904 = /^(1|true)$/.test(attributes['date1904'] ?? '')
      if (tag !== 'sheet' || /hidden/i.test(attributes['state'] ?? '')) return
      const id = Object.keys(attributes).find((key) => key.includes(':') && localName(key) === 'id')
      sheets.push({ name: attributes['name'] ?? '', relationId: id === undefined ? '' : attributes[id]! })
    },
  })
  return { sheets, since1904 }
}

async function readStyles(entries: ZipEntries, path: string): Promise<Shown[]> {
  const formats = new Map<number, Shown>()
  const styles: Shown[] = []
  let inCellFormats = false
  await walkXml(entries.read(path), {
    open(tag, attributes) {
      const id = Number(attributes['numFmtId'] ?? 0)
      if (tag === 'numFmt') formats.set(id, shownBy(attributes['formatCode'] ?? ''))
      else if (tag === 'cellXfs') inCellFormats = true
      else if (tag === 'xf' && inCellFormats) styles.push(formats.get(id) ?? shownByBuiltIn(id))
    },
    close(tag) {
      if (tag === 'cellXfs') inCellFormats = false
    },
  })
  return styles
}

async function readSharedStrings(entries: ZipEntries, path: string, limits: SpreadsheetLimits): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let [inText, inPhonetic] = [false, false]
  let chars = 0
  await walkXml(entries.read(path), {
    open(tag) {
      if (tag === 'si') text = ''
      else if (tag === 'rPh') inPhonetic = true
      else if (tag === 't') inText = !inPhonetic
    },
    text(part) {
      if (!inText) return
      text += part
      chars += part.length
      if (text.length > limits.cellChars) refuse('too-large', { what: 'cell', limit: limits.cellChars })
      if (chars > limits.textChars) refuse('too-large', { what: 'text', limit: limits.textChars })
    },
    close(tag) {
      if (tag === 't') inText = false
      else if (tag === 'rPh') inPhonetic = false
      else if (tag === 'si') strings.push(unescaped(text))
      if (strings.length > limits.cells) refuse('too-large', { what: 'cells', limit: limits.cells })
    },
  })
  return strings
}

function otherKind(entries: ZipEntries): string {
  if (entries.has('xl/workbook.bin')) return 'xlsb'
  if (entries.has('content.xml')) return 'ods'
  return entries.has('word/document.xml') ? 'docx' : 'zip'
}
