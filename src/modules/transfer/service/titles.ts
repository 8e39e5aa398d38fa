import type { ImportField, Importer, RowFault } from '#kernel/importer'
import type { Language } from '#kernel/i18n'

/** The header of a field in a language: the first of those it is known by. */
export function titleOf(language: Language, field: ImportField): string {
  return (field.titles[language] ?? Object.values(field.titles)[0])?.[0] ?? field.key
}

/** The name of a sheet of a workbook in a language. */
export function sheetTitle(language: Language, { sheets = [] }: Pick<Importer, 'sheets'>, key: string): string {
  const sheet = sheets.find((one) => one.key === key)
  return (sheet?.titles[language] ?? Object.values(sheet?.titles ?? {})[0])?.[0] ?? key
}

/** The header of the field a fault speaks of. */
export function fieldTitle(
  language: Language,
  { fields, sheets = [] }: Pick<Importer, 'fields' | 'sheets'>,
  { sheet, field }: RowFault,
): string | null {
  if (field === null) return null
  const among = sheet === undefined ? fields : (sheets.find((one) => one.key === sheet)?.fields ?? [])
  const found = among.find((one) => one.key === field)
  return found ? titleOf(language, found) : field
}

/** A choice as it is written in a cell of that language. */
export function choiceTitle(language: Language, choice: { value: string; titles: readonly string[] }): string {
  const isLatin = (text: string) => /^[ -~]+$/.test(text)
  return choice.titles.find((title) => isLatin(title) === (language === 'en')) ?? choice.value
}
