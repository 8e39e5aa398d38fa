import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { localText } from '#core/local-text'
import type { ImportRow, RowFault } from '#kernel/importer'
import type { AnyRow, SheetKey, Workbook } from './model.ts'

type Fault = (field: string | null, code: string, facts?: Record<string, unknown>) => void

/** The rows of the sheets as a workbook; what is wrong with a row by itself is told, and the row is left out. */
export function readRows(rows: readonly ImportRow[]): { workbook: Workbook; faults: RowFault[] } {
  const faults: RowFault[] = []
  const read: Record<SheetKey, AnyRow[]> = {
    units: [],
    companies: [],
    families: [],
    grades: [],
    positions: [],
    people: [],
    seats: [],
    dottedLines: [],
    absences: [],
  }
  for (const row of rows) {
    const key = row.sheet as SheetKey
    if (!(key in read)) continue // of another module
    const before = faults.length
    const fault: Fault = (field, code, facts = {}) =>
      void faults.push({ sheet: key, line: row.line, field, code: `organisation.${code}`, facts })
    const made = { ...contentOf(key, cellsOf(row), fault), line: row.line, id: null } as AnyRow
    if (faults.length === before) read[key].push(made)
  }
  return { workbook: read as unknown as Workbook, faults }
}

type Cells = ReturnType<typeof cellsOf>

function cellsOf({ values }: ImportRow) {
  const text = (key: string): string | null => {
    const value = values[key]
    return value === null || value === undefined || value === '' ? null : String(value)
  }
  return {
    text,
    word: (key: string) => text(key) ?? '',
    number: (key: string, otherwise: number) => (values[key] === null ? otherwise : Number(values[key] ?? otherwise)),
    yes: (key: string) => values[key] === true,
  }
}

function contentOf(key: SheetKey, cells: Cells, fault: Fault): object {
  const { text, word, number, yes } = cells
  switch (key) {
    case 'units':
      return {
        code: word('code'),
        name: nameOf(cells, fault),
        kind: word('kind'),
        parent: text('parent'),
        order: within(number('order', 0), 0, 1_000_000, 'order', fault),
        ...periodOf(cells, fault),
      }
    case 'companies':
      return {
        unit: word('unit'),
        registeredName: word('registeredName'),
        creditCode: text('creditCode'),
        place: text('place'),
      }
    case 'families':
      return { code: word('code'), name: nameOf(cells, fault) }
    case 'grades':
      return {
        code: word('code'),
        name: nameOf(cells, fault),
        rank: within(number('rank', 0), -1000, 1000, 'rank', fault),
        family: text('family'),
      }
    case 'positions':
      return {
        code: word('code'),
        title: nameOf(cells, fault),
        unit: word('unit'),
        headcount: within(number('headcount', 1), 0, 100_000, 'headcount', fault),
        reportsTo: text('reportsTo'),
        isLead: yes('isLead'),
        family: text('family'),
        grade: text('grade'),
        ...periodOf(cells, fault),
      }
    case 'people':
      return {
        number: word('number'),
        name: word('name'),
        latinName: text('latinName'),
        mobile: shaped(text('mobile'), /^(1[3-9]\d{9}|\+\d{6,15})$/, 'mobile', fault),
        email: shaped(text('email'), /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]{2,}$/, 'email', fault),
      }
    case 'seats':
      return {
        number: word('number'),
        position: word('position'),
        kind: word('kind'),
        sharePermille: within(Math.round(number('share', 0) * 10), 0, 1000, 'share', fault),
        overReason: text('overReason'),
        ...periodOf(cells, fault),
      }
    case 'dottedLines':
      return {
        position: word('position'),
        to: word('to'),
        kind: text('kind') ?? 'functional',
        reason: word('reason'),
        ...periodOf(cells, fault),
      }
    case 'absences':
      return { number: word('number'), kind: word('kind'), ...periodOf(cells, fault) }
  }
}

function periodOf({ word, text }: Cells, fault: Fault): { from: Day; until: Day | null } {
  const [from, until] = [word('from'), text('until')]
  if (until !== null && until <= from) fault('until', 'ends-before-it-begins', { from })
  return { from, until }
}

const names = localText(200)

/** Chinese and English have a column each; other languages stand together as `{"fr": "…"}`. */
function nameOf({ text }: Cells, fault: Fault): LocalText {
  const [zh, en, others] = [text('zh'), text('en'), text('others')]
  const told: Record<string, unknown> = { ...parsed(others), ...(zh ? { 'zh-CN': zh } : {}), ...(en ? { en } : {}) }
  const read = names.safeParse(told)
  if (read.success) return read.data
  if (Object.keys(told).length === 0 && others === null) fault('zh', 'no-name')
  else fault('others', 'bad-name', { value: others ?? '' })
  return {}
}

function parsed(others: string | null): object {
  if (others === null) return {}
  try {
    const value: unknown = JSON.parse(others)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : { others: '' }
  } catch {
    return { others: '' } // no language is called so: refused by the check of names
  }
}

function within(value: number, least: number, most: number, field: string, fault: Fault): number {
  if (!(value >= least && value <= most)) fault(field, 'out-of-range', { value, least, most })
  return value
}

function shaped(value: string | null, shape: RegExp, field: string, fault: Fault): string | null {
  if (value !== null && !shape.test(value)) fault(field, `bad-${field}`, { value })
  return value
}
