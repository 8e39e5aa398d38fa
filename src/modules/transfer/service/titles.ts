import type { ImportField } from '#kernel/importer'
import type { Language } from '#kernel/i18n'

/** The header of a field in a language: the first of those it is known by. */
export function titleOf(language: Language, field: ImportField): string {
  return (field.titles[language] ?? Object.values(field.titles)[0])?.[0] ?? field.key
}

/** A choice as it is written in a cell of that language. */
export function choiceTitle(language: Language, choice: { value: string; titles: readonly string[] }): string {
  const isLatin = (text: string) => /^[ -~]+$/.test(text)
  return choice.titles.find((title) => isLatin(title) === (language === 'en')) ?? choice.value
}
