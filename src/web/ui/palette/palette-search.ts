import { useEffect, useState } from 'react'
import type { IconShape } from '../Icon.tsx'

export type PaletteItem = {
  id: string
  title: string
  /** What tells two of one name apart: number, unit. */
  note?: string
  icon?: IconShape
  shortcut?: string
  href?: string
  onOpen?: () => void
}

export type PaletteSource = {
  id: string
  title: string
  icon?: IconShape
  /** Asked for every pause in typing, with an empty text at first. Pinyin and initials are the server's work. */
  search: (query: string, signal: AbortSignal) => PaletteItem[] | Promise<PaletteItem[]>
}

export type PaletteGroup = { source: PaletteSource; items: readonly PaletteItem[]; hasFailed: boolean }

const pauseMs = 120

/** Asks all sources at once and shows each as it answers; one that fails does not hold the others up. */
export function usePaletteSearch(sources: readonly PaletteSource[], query: string) {
  const [answers, setAnswers] = useState<ReadonlyMap<string, Omit<PaletteGroup, 'source'>>>(new Map())
  const [answeredFor, setAnsweredFor] = useState<string | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const ask = async (source: PaletteSource) => {
      const answer = await Promise.resolve()
        .then(() => source.search(query, stop.signal))
        .then(
          (items) => ({ items, hasFailed: false }),
          () => ({ items: [], hasFailed: true }),
        )
      if (!stop.signal.aborted) setAnswers((before) => new Map(before).set(source.id, answer))
    }
    const timer = setTimeout(
      () =>
        void Promise.all(sources.map(ask)).then(() => {
          if (!stop.signal.aborted) setAnsweredFor(query)
        }),
      query ? pauseMs : 0,
    )
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [sources, query])
  const groups = sources.flatMap((source): PaletteGroup[] => {
    const answer = answers.get(source.id)
    return answer && (answer.items.length > 0 || answer.hasFailed) ? [{ source, ...answer }] : []
  })
  return { groups, isWaiting: answeredFor !== query }
}
