import { useSyncExternalStore } from 'react'

/** Languages the product speaks; titles in their own language, so that nobody gets lost in a foreign one. */
export const languages = [
  { id: 'zh-CN', title: '简体中文' },
  { id: 'en', title: 'English' },
] as const
export type Language = (typeof languages)[number]['id']

export const stored = 'remit.language'

let current: Language = 'zh-CN'
const listeners = new Set<() => void>()

/** The language on the screen now. */
export function language(): Language {
  return current
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, language)
}

/** For `words.ts` alone: tells everybody once the words of the language are there. */
export function becomeLanguage(next: Language): void {
  current = next
  document.documentElement.lang = next
  for (const tell of listeners) tell()
}

/** What this visitor reads: chosen here before, else what the browser asks for, else Chinese. */
export function firstLanguage(): Language {
  const chosen = readStored()
  if (chosen) return chosen
  for (const tag of navigator.languages) {
    if (tag.toLowerCase().startsWith('zh')) return 'zh-CN'
    if (tag.toLowerCase().startsWith('en')) return 'en'
  }
  return 'zh-CN'
}

export function isLanguage(text: string | null | undefined): text is Language {
  return languages.some((each) => each.id === text)
}

export function rememberLanguage(next: Language): void {
  try {
    localStorage.setItem(stored, next)
  } catch {
    // Private windows may refuse storage; the choice then lasts until the page is left.
  }
}

function readStored(): Language | undefined {
  try {
    const text = localStorage.getItem(stored)
    return isLanguage(text) ? text : undefined
  } catch {
    return undefined
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
