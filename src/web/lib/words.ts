import { createInstance } from 'i18next'
import { useMemo, useSyncExternalStore } from 'react'
import { pick, type LocalText } from '#core/local-text'
import { becomeLanguage, isLanguage, language, rememberLanguage, useLanguage, type Language } from './language.ts'

export { languages, useLanguage, type Language } from './language.ts'

export type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string

/** The words of a module: `t('holdings.title')`, `t('holdings.total', { count: 3 })`. */
export function useWords(module: string): Say {
  return useSyncExternalStore(subscribe, () => sayerOf(module))
}

/** The words outside of drawing. */
export function sayIn(module: string): Say {
  return (key, values) => speaker.t(key, { ns: module, defaultValue: `${module}.${key}`, ...values })
}

/** True when the module has this key: for words that only some members of a list have. */
export function hasWord(module: string, key: string): boolean {
  return speaker.exists(key, { ns: module })
}

/** Texts people wrote in several languages: `local(unit.name)`. */
export function useLocal(): (text: LocalText | null | undefined) => string {
  const chosen = useLanguage()
  return useMemo(() => (text) => pick(text, chosen), [chosen])
}

/** Changes the language of the whole page at run time; nothing reloads and nothing typed is lost. */
export async function switchLanguage(next: string): Promise<void> {
  if (!isLanguage(next)) return
  await loadWords(next)
  rememberLanguage(next)
  await speak(next)
}

/** Loads the first pack; called once before anything is drawn. */
export async function startWords(first: Language): Promise<void> {
  await speaker.init({
    lng: first,
    fallbackLng: false,
    ns: [],
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
    initAsync: false,
  })
  await loadWords(first)
  await speak(first)
}

const speaker = createInstance()
/** One function a module until the words change, so that parts given `t` draw again just then. */
const sayers = new Map<string, Say>()
const loaded = new Map<Language, Promise<void>>()
const listeners = new Set<() => void>()
let packVersion = 0

/** `?lang=pseudo` draws every word with accents and brackets: what stays plain was never translated. */
const isPseudo = new URLSearchParams(location.search).get('lang') === 'pseudo'

function sayerOf(module: string): Say {
  const known = sayers.get(module)
  if (known) return known
  const say = sayIn(module)
  sayers.set(module, say)
  return say
}

type Pack = { readonly [key: string]: string | Pack }

function loadWords(wish: Language): Promise<void> {
  const known = loaded.get(wish)
  if (known) return known
  const loading = fetchPacks(wish).then((packs) => {
    for (const [module, words] of Object.entries(packs)) speaker.addResourceBundle(wish, module, words, true, true)
  })
  loaded.set(wish, loading)
  loading.catch(() => loaded.delete(wish))
  return loading
}

async function fetchPacks(wish: Language): Promise<Record<string, Pack>> {
  const [web, answer] = await Promise.all([
    ownWords[wish](),
    fetch(`/api/words/${wish}`, { credentials: 'same-origin' }),
  ])
  const told = answer.ok ? ((await answer.json()) as Record<string, Pack>) : {}
  const packs = { ...told, web: web.words as Pack }
  if (!isPseudo) return packs
  const { pseudo } = await import('./pseudo.ts')
  return Object.fromEntries(Object.entries(packs).map(([module, words]) => [module, pseudo(words)]))
}

// The frame's own words come with the page: they must be there when the server is not.
const ownWords = {
  'zh-CN': () => import('../words/zh-CN.ts'),
  en: () => import('../words/en.ts'),
}

async function speak(next: Language): Promise<void> {
  if (speaker.language !== next) await speaker.changeLanguage(next)
  packVersion += 1
  sayers.clear()
  if (language() !== next || packVersion === 1) becomeLanguage(next)
  for (const tell of listeners) tell()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
