/** A text in one or more languages: `{ "zh-CN": "商务拓展", en: "Business development" }`. */
export type LocalText = Readonly<Record<string, string>>

/** The text in `language`, else in a language of the same family, else English, else any; '' when there is none. */
export function pick(text: LocalText | null | undefined, language: string): string {
  if (!text) return ''
  const family = language.split('-')[0] ?? language
  const kin = Object.keys(text).find((key) => key.split('-')[0] === family)
  return text[language] ?? (kin ? text[kin] : undefined) ?? text['en'] ?? Object.values(text)[0] ?? ''
}
