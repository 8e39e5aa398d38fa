export type CellValue = string | number | boolean | null | undefined
/**
 * `kind` sets the format of the whole column, empty cells of a template too: ID numbers typed into a `text` column
 * keep their digits. `day` takes yyyy-mm-dd, `number`, `money` and `percent` (0.3 = 30 %) also decimals as text.
 */
export type SheetColumn = {
  title: string
  kind?: 'text' | 'number' | 'money' | 'percent' | 'day'
  widthChars?: number
  /** Offered as a drop-down list; anything else is refused by the spreadsheet program. */
  choices?: readonly string[]
}

const maxCellChars = 32_767
const kinds = ['number', 'header', 'text', 'money', 'percent', 'day'] as const

/** The place of a column's format in the style sheet; text is the rule, 1 is the header. */
export function styleOf(column: SheetColumn | undefined): number {
  return column === undefined ? 1 : kinds.indexOf(column.kind ?? 'text')
}

/** One cell; without a column it is a header's. Text stands inline and so can't be taken for a formula. */
export function cellXml(reference: string, value: CellValue, column: SheetColumn | undefined): string {
  if (value === null || value === undefined || value === '') return ''
  const start = `<c r="${reference}" s="${styleOf(column)}"`
  if (typeof value === 'boolean') return `${start} t="b"><v>${value ? 1 : 0}</v></c>`
  const number = numeric(value, column)
  if (number !== undefined) return `${start}><v>${number}</v></c>`
  const text = String(value)
  const shown = text.length > maxCellChars ? `${text.slice(0, maxCellChars - 1)}…` : text
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escapeXml(escapeControls(shown))}</t></is></c>`
}

/** 54 -> 'BC'. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** A sheet writes what XML can't carry as `_x000D_`, and so must write `_x` of such a look as `_x005F_x`. */
function escapeControls(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the very characters to find
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g, (mark) => {
    return `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
  })
}

function numeric(value: string | number, column: SheetColumn | undefined): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined
  const kind = column?.kind ?? 'text'
  if (kind === 'text') return undefined
  if (kind === 'day') return daySerial(value)
  // a spreadsheet keeps 15 digits; longer numbers stay text rather than lose some
  return /^-?\d{1,15}(\.\d+)?$/.test(value) && value.replaceAll(/\D/g, '').length <= 15 ? value : undefined
}

function daySerial(day: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined
  const days = Date.parse(`${day}T00:00:00Z`) / 86_400_000
  // Excel's calendar is only true from 1900-03-01 on
  return days >= -25_508 && new Date(days * 86_400_000).toISOString().startsWith(day)
    ? String(days + 25_569)
    : undefined
}
