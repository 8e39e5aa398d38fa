import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { basicEn, basicZh } from './words/basic.ts'
import { largeEn, largeZh } from './words/large.ts'

const zh = { ...basicZh, ...largeZh }
const en: Record<KitWord, string> = { ...basicEn, ...largeEn }

export type KitWord = keyof typeof zh
export type KitWords = (word: KitWord, values?: Record<string, string | number>) => string

const KitWordsContext = createContext<KitWords>(speaker(zh))

/** The few words that parts of the kit say by themselves: `words('close')`, `words('grid.select-row', { name })`. */
export function useKitWords(): KitWords {
  return useContext(KitWordsContext)
}

type KitProviderProps = {
  /** `zh-CN`, `en-US`, or any other tag; words not given fall back to English. */
  language: string
  /** Words of a further language, or of a branch with its own wording. */
  words?: Partial<Record<KitWord, string>>
  children: ReactNode
}

/** Sets the language of all parts below: their own words, numbers, dates and calendars. */
export function KitProvider({ language, words, children }: KitProviderProps) {
  const spoken = useMemo(() => speaker({ ...(language.startsWith('zh') ? zh : en), ...words }), [language, words])
  return (
    <I18nProvider locale={locales[language] ?? language}>
      <KitWordsContext.Provider value={spoken}>{children}</KitWordsContext.Provider>
    </I18nProvider>
  )
}

const locales: Record<string, string> = { zh: 'zh-CN', en: 'en-US' }

function speaker(dictionary: Record<KitWord, string>): KitWords {
  return (word, values) =>
    values ? dictionary[word].replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole)) : dictionary[word]
}
