/** One sheet as text. `line` is the row number a user sees; empty rows are left out, trailing empty cells too. */
export type SpreadsheetTable = {
  sheets?: string[]
  /** The first row that isn't empty. */
  header: string[]
  headerLine: number
  rows: SheetRow[]
}
export type SheetRow = { line: number; cells: string[] }

export type Refused =
  | 'too-many-entries'
  | 'too-large'
  | 'ratio'
  | 'doctype'
  | 'too-many-rows'
  | 'not-a-spreadsheet'
  | 'timeout'
  | 'memory'
  | 'encrypted'
  | 'broken'
export type SpreadsheetRefusal = { refused: Refused; facts: Record<string, string | number> }

export type SpreadsheetLimits = typeof defaultLimits
/** `cells` and `textChars` bound what reaches the caller: a shared string of 32 KB may be referred to a million times. */
export const defaultLimits = {
  fileBytes: 50_000_000,
  entries: 50,
  unpackedBytes: 100_000_000,
  ratio: 100,
  rows: 100_000,
  columns: 500,
  cells: 3_000_000,
  cellChars: 32_767,
  textChars: 20_000_000,
  seconds: 60,
  heapMegabytes: 256,
  residentMegabytes: 384,
}

export const maxSheetRows = 1_048_576

/** Ends the reading from anywhere below; `refusalOf` turns it into the result. */
export function refuse(refused: Refused, facts: SpreadsheetRefusal['facts'] = {}): never {
  throw Object.assign(new Error(refused), { refusal: { refused, facts } })
}

export function refusalOf(error: unknown): SpreadsheetRefusal {
  if (error instanceof Error && 'refusal' in error) return error.refusal as SpreadsheetRefusal
  return { refused: 'broken', facts: { reason: 'format', detail: String(error).slice(0, 200) } }
}
