import { dayIn } from './day-cell.ts'
import { plainTitle, type Field } from './field.ts'
import type { Columns } from './header.ts'
import { decimalIn, integerIn } from './number-cell.ts'

export type FaultCode =
  | 'required'
  | 'not-a-number'
  | 'not-an-integer'
  | 'not-a-day'
  | 'not-a-choice'
  | 'too-long'
  | 'cell-error'

export type CellFault = {
  readonly key: string
  readonly code: FaultCode
  /** `value`: what stands there, at most 60 characters; `choices`: what may, separated by " / ". */
  readonly facts: Readonly<Record<string, string | number>>
}
export type CellValues = Readonly<Record<string, string | number | boolean | null>>

/**
 * One row as values. An empty cell is null; a field without a column has no value at all, so that an update can leave
 * it alone. Decimals come as plain decimal text ("0.3" for 30%), days as yyyy-mm-dd. A cell at fault is null.
 */
export function readCells(
  cells: readonly string[],
  columns: Columns,
  fields: readonly Field[],
): { values: CellValues; faults: CellFault[] } {
  const values: Record<string, string | number | boolean | null> = Object.create(null)
  const faults: CellFault[] = []
  for (const field of fields) {
    const column = Object.hasOwn(columns, field.key) ? columns[field.key] : undefined
    if (column === undefined) continue
    const read = readCell(trimmed(cells[column] ?? ''), field)
    if (typeof read === 'object' && read !== null) faults.push({ key: field.key, ...read })
    values[field.key] = typeof read === 'object' ? null : read
  }
  return { values, faults }
}

const invisible = new Set('\u200B\u200C\u200D\u200E\u200F\u2060\u0000')
/** No number, day or choice is longer; it also bounds the work on a cell made to be slow. */
const maxChars = 200

type Fault = Pick<CellFault, 'code' | 'facts'>

const codeOf = {
  integer: 'not-a-number',
  decimal: 'not-a-number',
  day: 'not-a-day',
  choice: 'not-a-choice',
  boolean: 'not-a-choice',
} as const
const formulaErrors = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!)$/

function readCell(text: string, field: Field): string | number | boolean | null | Fault {
  if (text === '') return field.required ? { code: 'required', facts: {} } : null
  if (formulaErrors.test(text)) return fault('cell-error', text)
  if (field.kind !== 'text' && text.length > maxChars) return fault(codeOf[field.kind], text)
  switch (field.kind) {
    case 'text':
      return readText(text, field.maxLength)
    case 'integer':
      return integerIn(text) ?? fault(decimalIn(text) === undefined ? 'not-a-number' : 'not-an-integer', text)
    case 'decimal':
      return decimalIn(text) ?? fault('not-a-number', text)
    case 'day':
      return dayIn(text) ?? fault('not-a-day', text)
    case 'choice':
      return readChoice(text, field.choices ?? [])
    case 'boolean':
      return readBoolean(text)
  }
}

function readText(text: string, maxLength: number | undefined): string | Fault {
  if (maxLength === undefined || text.length <= maxLength) return text
  const length = [...text].length
  return length <= maxLength ? text : fault('too-long', text, { length, limit: maxLength })
}

function readChoice(text: string, choices: NonNullable<Field['choices']>): string | Fault {
  const plain = plainTitle(text)
  const found =
    choices.find(({ value, titles }) => value === text || titles.includes(text)) ??
    choices.find(({ value, titles }) => plain !== '' && [value, ...titles].some((title) => plainTitle(title) === plain))
  if (found) return found.value
  return fault('not-a-choice', text, { choices: choices.map(({ value, titles }) => titles[0] ?? value).join(' / ') })
}

const yes = new Set(['是', '有', '对', '真', 'yes', 'y', 'true', 't', '1', '√', '✓', '✔'])
const no = new Set(['否', '无', '错', '假', 'no', 'n', 'false', 'f', '0', '×', '✗', '✘'])

function readBoolean(text: string): boolean | Fault {
  const plain = text.normalize('NFKC').toLowerCase()
  if (yes.has(plain)) return true
  return no.has(plain) ? false : fault('not-a-choice', text, { choices: '是 / 否 / yes / no' })
}

function fault(code: FaultCode, text: string, facts: CellFault['facts'] = {}): Fault {
  const value = text.length > 60 ? `${text.slice(0, 59).toWellFormed()}…` : text
  return { code, facts: { value, ...facts } }
}

/** Also without the invisible marks that pasting from web pages and chats leaves at the ends. */
function trimmed(text: string): string {
  let [from, until] = [0, text.length]
  while (from < until && isBlank(text[from]!)) from += 1
  while (until > from && isBlank(text[until - 1]!)) until -= 1
  return text.slice(from, until)
}

function isBlank(mark: string): boolean {
  return mark.trim() === '' || invisible.has(mark)
}
