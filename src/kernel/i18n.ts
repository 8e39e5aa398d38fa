import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInstance } from 'i18next'

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]
export type Words = { readonly [key: string]: string | Words }

const modulesDirectory = join(import.meta.dirname, '../modules')

/** The words of one language, a namespace a module. */
export function wordsOf(language: Language): Record<string, Words> {
  return (packs[language] ??= Object.fromEntries(
    readdirSync(modulesDirectory).flatMap((module) => {
      const words = readWords(join(modulesDirectory, module, 'i18n', `${language}.json`))
      return words ? [[module, words]] : []
    }),
  ))
}

/** A sentence in a language: `module.key`, filled with facts. The key itself when nobody has written it. */
export function say(language: Language, key: string, facts: Readonly<Record<string, unknown>> = {}): string {
  const dot = key.indexOf('.')
  return speaker().t(`${key.slice(0, dot)}:${key.slice(dot + 1)}`, { lng: language, defaultValue: key, ...facts })
}

/** The best language for an Accept-Language header. */
export function languageFor(header: string | undefined, otherwise: Language = 'zh-CN'): Language {
  for (const wish of (header ?? '').split(',')) {
    const tag = wish.split(';')[0]?.trim().toLowerCase() ?? ''
    if (tag.startsWith('zh')) return 'zh-CN'
    if (tag.startsWith('en')) return 'en'
  }
  return otherwise
}

export function isLanguage(text: string | null | undefined): text is Language {
  return languages.some((language) => language === text)
}

const packs: Partial<Record<Language, Record<string, Words>>> = {}
let instance: ReturnType<typeof createInstance> | undefined

function speaker() {
  if (instance) return instance
  instance = createInstance()
  void instance.init({
    resources: Object.fromEntries(languages.map((language) => [language, wordsOf(language)])),
    fallbackLng: 'en',
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
    initAsync: false,
  })
  return instance
}

function readWords(file: string): Words | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Words
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined
    throw error
  }
}
