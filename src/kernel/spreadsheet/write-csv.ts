import type { CellValue } from './sheet-xml.ts'

/** A CSV that Excel opens as UTF-8. Text that would run as a formula gets a quote before it; numbers stay numbers. */
export function writeCsv(columns: readonly { title: string }[], rows: Iterable<readonly CellValue[]>): Uint8Array {
  const lines = [columns.map((column) => field(column.title)).join(',')]
  for (const row of rows) lines.push(columns.map((_column, at) => field(row[at])).join(','))
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`)
}

function field(value: CellValue): string {
  if (value === null || value === undefined || Number.isNaN(value)) return ''
  const text = typeof value === 'string' ? guarded(value.toWellFormed()) : String(value)
  // where the semicolon separates, an unquoted one would start a new, unguarded cell
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Already quoted text gets one more quote, so that reading can always take one away. */
function guarded(text: string): string {
  if (/^[+-]?\d+(\.\d+)?$/.test(text)) return text
  return /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
}
