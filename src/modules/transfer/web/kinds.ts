import { useHref } from '#web/links'
import { hasWord, useWords } from '#web/words'

/** What a kind of sheet is called. */
export function useKindName(): (kind: string) => string {
  const t = useWords('transfer')
  return (kind) => (hasWord('transfer', `kinds.${kind}`) ? t(`kinds.${kind}`) : kind)
}

// Where what was taken in is to be seen; the modules above this one are known by the names of their screens alone.
const places: Readonly<Record<string, string>> = {
  roster: 'people.roster',
  responsibilities: 'responsibilities.responsibilities',
  facts: 'indicators.facts',
  subjects: 'subjects.subjects',
}

/** The page that shows what a kind brought; undefined when its module is off or the reader may not open it. */
export function usePlaceOf(kind: string): string | undefined {
  return useHref()(places[kind] ?? '')
}
