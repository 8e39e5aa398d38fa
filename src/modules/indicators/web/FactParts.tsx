import { useFormat } from '#web/format'
import { useLanguage, useWords } from '#web/words'
import type { Fact, FactWords } from '../contract.ts'
import { choiceName, fieldName } from './formula.ts'

/** What a fact says, in a line: its dimensions and measures by the names of the duty's form. */
export function FactParts({ fact, words }: { fact: Fact; words: FactWords }) {
  const t = useWords('indicators')
  const language = useLanguage()
  const format = useFormat()
  const parts = [
    ...Object.entries(fact.dimensions).map(
      ([name, value]) =>
        `${fieldName(fact.kind, name, words, language)} ${choiceName(fact.kind, name, value, words, language, t)}`,
    ),
    ...Object.entries(fact.measures).map(
      ([name, value]) =>
        `${fieldName(fact.kind, name, words, language)} ${words.money.includes(`${fact.kind}.${name}`) ? format.money(value) : format.number(value)}`,
    ),
  ]
  return <span className="min-w-0 text-sm text-muted">{parts.join(' · ')}</span>
}
