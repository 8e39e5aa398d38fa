import { pick } from '#core/local-text'
import { sharedPhrases, type SharedPhrase } from '#core/overlap'
import type { Pair } from '../contract.ts'

export type Said = { readonly first: string; readonly second: string; readonly phrases: readonly SharedPhrase[] }

/** Both texts in one language, the reader's if both have it, and what they share. */
export function saidIn(pair: Pair, language: string): Said {
  const both = Object.keys(pair.first.text).filter((each) => pair.second.text[each])
  const shown = both.includes(language) ? language : (both[0] ?? language)
  const first = pick(pair.first.text, shown)
  const second = pick(pair.second.text, shown)
  return { first, second, phrases: sharedPhrases(first, second) }
}
