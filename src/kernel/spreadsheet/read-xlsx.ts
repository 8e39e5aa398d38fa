import { columnOf, dateText, numberText, unescaped } from './cell-text.ts'
import type { RowSink } from './row-sink.ts'
import type { Source } from './source.ts'
import { maxSheetRows, refuse, type SpreadsheetLimits } from './table.ts'
import { readWorkbook, type Workbook } from './workbook.ts'
import { walkXml } from './xml.ts'
import { zipEntries, zipRefusal } from './zip-entries.ts'

/** Reads the first visible sheet, or the one named, and returns the names of all visible ones. */
export async function readXlsx(
  source: Source,
  limits: SpreadsheetLimits,
  sheetName: string | undefined,
  sink: RowSink,
): Promise<string[]> {
  try {
    const entries = await zipEntries(await source.zip(), limits)
    const workbook = await readWorkbook(entries, limits)
    const sheet = workbook.sheets.find(({ name }) => sheetName === undefined || name === sheetName)
    if (!sheet) refuse('broken', { reason: 'sheet-missing', sheet: sheetName ?? '' })
    await readSheet(entries.read(sheet.entry), workbook, limits, sink)
    return workbook.sheets.map(({ name }) => name)
  } catch (error) {
    if (error instanceof Error) zipRefusal(error.message)
    throw error
  }
}

async function readSheet(
  bytes: AsyncIterable<Uint8Array>,
  workbook: Workbook,
  limits: SpreadsheetLimits,
  sink: RowSink,
) {
  let line = 0
  let column = -1
  let cells: string[] = []
  let [type, style, text] = ['n', '', '']
  // a formula that no program has computed yet: an error rather than an empty cell
  let uncomputed = false
  let [inRows, inCell, inInline, inText, inPhonetic] = [false, false, false, false, false]

  await walkXml(bytes, {
    open(tag, attributes) {
      if (tag === 'sheetData') inRows = true
      else if (!inRows) return
      else if (tag === 'row') {
        line = attributes['r'] === undefined ? line + 1 : Number(attributes['r'])
        if (!(Number.isInteger(line) && line >= 1 && line <= maxSheetRows))
          refuse('broken', { reason: 'row-number', detail: (attributes['r'] ?? '').slice(0, 20) })
        cells = []
        column = -1
      } else if (tag === 'c') {
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r'])
        type = attributes['t'] ?? 'n'
        style = attributes['s'] ?? ''
        text = ''
        inCell = true
        uncomputed = false
      } else if (tag === 'is') inInline = inCell
      else if (tag === 'rPh') inPhonetic = true
      else if (tag === 'f') uncomputed = inCell
      else if (tag === 'v') [inText, uncomputed] = [inCell, false]
      else if (tag === 't') inText = inInline && !inPhonetic
    },
    text(part) {
      if (!inText) return
      text += part
      if (text.length > limits.cellChars) refuse('too-large', { what: 'cell', limit: limits.cellChars, line })
    },
    close(tag) {
      if (tag === 'v' || tag === 't') inText = false
      else if (tag === 'rPh') inPhonetic = false
      else if (tag === 'is') inInline = false
      else if (tag === 'c' && inCell) {
        inCell = false
        const shown = uncomputed ? '#CALC!' : text === '' ? '' : cellText(type, text, style, workbook)
        if (shown !== '') put(cells, column, shown, line, limits)
      } else if (tag === 'row' && inRows) sink.add(line, cells)
      else if (tag === 'sheetData') inRows = false
    },
  })
  sink.end()
}

function put(cells: string[], column: number, text: string, line: number, limits: SpreadsheetLimits): void {
  if (column >= limits.columns) refuse('too-large', { what: 'columns', limit: limits.columns, line })
  while (cells.length < column) cells.push('')
  cells[column] = text
}

function cellText(type: string, text: string, style: string, workbook: Workbook): string {
  if (type === 's') {
    const shared = workbook.sharedStrings[Number(text)]
    if (shared === undefined) refuse('broken', { reason: 'shared-string', detail: text.slice(0, 20) })
    return shared
  }
  if (type === 'b') return text.trim() === '1' || text.trim() === 'true' ? 'TRUE' : 'FALSE'
  if (type === 'd') return text.replace(/T00:00:00(\.0+)?Z?$/, '').replace(/(\.\d+)?Z?$/, '')
  if (type !== 'n') return unescaped(text)
  const shown = workbook.styles[Number(style)] ?? 'number'
  return shown === 'number' ? numberText(text) : dateText(text, shown, workbook.since1904)
}
