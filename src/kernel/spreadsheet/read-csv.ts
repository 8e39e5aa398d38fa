import { csvRecords, type CsvRecords } from './csv-records.ts'
import { csvText } from './csv-text.ts'
import type { RowSink } from './row-sink.ts'
import type { Source } from './source.ts'
import { refuse, type SpreadsheetLimits } from './table.ts'

export async function readCsv(source: Source, limits: SpreadsheetLimits, sink: RowSink): Promise<void> {
  let records: CsvRecords | undefined
  let beginning = ''
  const start = () => {
    const { delimiter, skip } = delimiterOf(beginning)
    records = csvRecords(delimiter, limits.cellChars, (line, cells) =>
      sink.add(line + (skip > 0 ? 1 : 0), unguard(cells)),
    )
    records.push(beginning.slice(skip))
  }
  for await (const text of csvText(source)) {
    if (text.includes('\0')) refuse('not-a-spreadsheet', { kind: 'binary' })
    if (records) records.push(text)
    else {
      beginning += text
      if (beginning.length > 65_536) start()
    }
  }
  if (!records) start()
  records!.end()
  sink.end()
}

/** The mark that stands most often, outside quotes, on the first line that has any; `sep=;` says it outright. */
export function delimiterOf(text: string): { delimiter: string; skip: number } {
  const declared = /^sep=(.)\r?\n/i.exec(text)
  if (declared) return { delimiter: declared[1]!, skip: declared[0].length }
  for (const line of text.replaceAll(/"[^"]*"/g, '').split(/[\r\n]+/)) {
    const counts = [',', ';', '\t'].map((mark) => ({ mark, count: line.split(mark).length - 1 }))
    const most = counts.reduce((best, next) => (next.count > best.count ? next : best))
    if (most.count > 0) return { delimiter: most.mark, skip: 0 }
  }
  return { delimiter: ',', skip: 0 }
}

/** Takes back the one quote that `writeCsv` puts before text a spreadsheet program would run as a formula. */
function unguard(cells: string[]): string[] {
  return cells.map((cell) => (/^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell))
}
