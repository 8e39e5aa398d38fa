import { useMemo } from 'react'
import { useWords } from '#web/words'
import { sourceName } from './source-name.ts'

/** Where facts come from, in the reader's words. */
export function useSourceName(): (source: string) => string {
  const t = useWords('indicators')
  return useMemo(() => (source) => sourceName(source, t), [t])
}
