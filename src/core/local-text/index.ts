import * as z from 'zod'

/** A text in one or more languages: `{ "zh-CN": "商务拓展", en: "Business development" }`. */
export type LocalText = Readonly<Record<string, string>>

/** At least one language, each text 1 to `maxLength` characters. */
export function localText(maxLength = 200) {
  return z
    .record(z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/), z.string().trim().min(1).max(maxLength))
    .refine((text) => Object.keys(text).length > 0, { message: 'at least one language' })
}

/** The text in `language`, else in a language of the same family, else English, else any; '' when there is none. */
export function pick(text: LocalText | null | undefined, language: string): string {
  if (!text) return ''
  const family = language.split('-')[0] ?? language
  const kin = Object.keys(text).find((key) => key.split('-')[0] === family)
  return text[language] ?? (kin ? text[kin] : undefined) ?? text['en'] ?? Object.values(text)[0] ?? ''
}
