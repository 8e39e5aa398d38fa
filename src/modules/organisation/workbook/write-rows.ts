import type { LocalText } from '#core/local-text'
import type { Language } from '#kernel/i18n'
import type { ImportField } from '#kernel/importer'
import type { CellValue, SheetColumn, WrittenSheet } from '#kernel/spreadsheet'
import type { AnyRow, SheetKey, Workbook } from './model.ts'
import type { PartRows, PartSheet } from './part.ts'
import { workbookSheets } from './sheets.ts'

/** The sheets of a workbook as they are written to a file: headers and choices in a language, cells as they are read back. */
export function writtenSheets(workbook: Workbook, language: Language): WrittenSheet[] {
  return workbookSheets.map(({ key, titles, fields }) => {
    const shown = fields.filter((field) => field.key !== 'others' || hasOthers(workbook[key]))
    return {
      name: titles[language]?.[0] ?? key,
      columns: shown.map((field) => columnOf(field, language)),
      rows: workbook[key].map((row) => shown.map((field) => cellOf(key, row, field, language))),
    }
  })
}

/** The same of sheets that another module adds. */
export function writtenPart(sheets: readonly PartSheet[], rows: PartRows, language: Language): WrittenSheet[] {
  return sheets.map(({ key, titles, fields }) => {
    const own = rows[key] ?? []
    const shown = fields.filter((field) => !field.key.endsWith('Others') || own.some((row) => row[field.key] !== null))
    return {
      name: titles[language]?.[0] ?? key,
      columns: shown.map((field) => columnOf(field, language)),
      rows: own.map((row) => shown.map((field) => choiceOf(field, row[field.key] ?? null, language))),
    }
  })
}

function columnOf(field: ImportField, language: Language): SheetColumn {
  const title = field.titles[language]?.[0] ?? field.key
  const kind = field.kind === 'day' ? 'day' : field.kind === 'integer' || field.kind === 'decimal' ? 'number' : 'text'
  const choices = field.choices?.map((choice) => choice.titles[language === 'en' ? 1 : 0] ?? choice.value)
  return { title: field.required ? `${title} *` : title, kind, ...(choices ? { choices } : {}) }
}

function cellOf(key: SheetKey, row: AnyRow, field: ImportField, language: Language): CellValue {
  const name = nameOf(row)
  if (field.key === 'zh') return name['zh-CN']
  if (field.key === 'en') return name['en']
  if (field.key === 'others') return othersOf(name)
  if (field.key === 'share' && 'sharePermille' in row) return row.sharePermille / 10
  const value = (row as unknown as Record<string, CellValue>)[field.key]
  if (typeof value === 'boolean') return value ? (language === 'en' ? 'Yes' : '是') : null
  return choiceOf(field, value, language)
}

function choiceOf(field: ImportField, value: CellValue, language: Language): CellValue {
  const choice = field.choices?.find((one) => one.value === value)
  return choice ? (choice.titles[language === 'en' ? 1 : 0] ?? choice.value) : value
}

function nameOf(row: AnyRow): LocalText {
  return 'title' in row ? row.title : 'name' in row && typeof row.name === 'object' ? row.name : {}
}

function hasOthers(rows: readonly AnyRow[]): boolean {
  return rows.some((row) => othersOf(nameOf(row)) !== null)
}

function othersOf(name: LocalText): string | null {
  const { 'zh-CN': _zh, en: _en, ...others } = name
  return Object.keys(others).length > 0 ? JSON.stringify(others) : null
}
