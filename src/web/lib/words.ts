import { useMemo, useSyncExternalStore } from 'react'
import { pick, type LocalText } from '#core/local-text'
import { becomeLanguage, isLanguage, language, rememberLanguage, useLanguage, type Language } from './language.ts'
import { sentence, type Words } from './speaker.ts'

export { language, languages, useLanguage, type Language } from './language.ts'

export type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string

/** The words of a module: `t('holdings.title')`, `t('holdings.total', { count: 3 })`. */
export function useWords(module: string): Say {
  return useSyncExternalStore(subscribe, () => sayerOf(module))
}

/** The words outside of drawing. */
export function sayIn(module: string): Say {
  return (key, values) => sentence(packs[spoken]?.[module], spoken, key, values) ?? `${module}.${key}`
}

/** True when the module has this key: for words that only some members of a list have. */
export function hasWord(module: string, key: string): boolean {
  return sentence(packs[spoken]?.[module], spoken, key) !== undefined
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
  speak(next)
}

/** Loads the first pack; called once before anything is drawn. */
export async function startWords(first: Language): Promise<void> {
  await loadWords(first)
  speak(first)
}

const packs: Partial<Record<Language, Record<string, Words>>> = {}
let spoken: Language = language()
/** One function a module until the words change, so that parts given `t` draw again just then. */
const sayers = new Map<string, Say>()
const loaded = new Map<Language, Promise<void>>()
const listeners = new Set<() => void>()

/** `?lang=pseudo` draws every word with accents and brackets: what stays plain was never translated. */
const isPseudo = new URLSearchParams(location.search).get('lang') === 'pseudo'

function sayerOf(module: string): Say {
  const known = sayers.get(module)
  if (known) return known
  const say = sayIn(module)
  sayers.set(module, say)
  return say
}

function loadWords(wish: Language): Promise<void> {
  const known = loaded.get(wish)
  if (known) return known
  const loading = fetchPacks(wish).then((fetched) => {
    packs[wish] = fetched
  })
  loaded.set(wish, loading)
  loading.catch(() => loaded.delete(wish))
  return loading
}

async function fetchPacks(wish: Language): Promise<Record<string, Words>> {
  const [web, answer] = await Promise.all([
    ownWords[wish](),
    fetch(`/api/words/${wish}`, { credentials: 'same-origin' }).catch(() => undefined),
  ])
  if (!answer?.ok) loaded.delete(wish)
  const told = answer?.ok ? ((await answer.json()) as Record<string, Words>) : {}
  const all = { ...told, web: web.words as Words }
  if (!isPseudo) return all
  const { pseudo } = await import('./pseudo.ts')
  return Object.fromEntries(Object.entries(all).map(([module, words]) => [module, pseudo(words)]))
}

// The frame's own words come with the page: they must be there when the server is not.
const ownWords = {
  'zh-CN': () => import('../words/zh-CN.ts'),
  en: () => import('../words/en.ts'),
}

function speak(next: Language): void {
  spoken = next
  sayers.clear()
  becomeLanguage(next)
  for (const tell of listeners) tell()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
