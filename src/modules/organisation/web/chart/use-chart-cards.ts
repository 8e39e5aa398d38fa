import { useMemo } from 'react'
import type { Card } from '#core/chart'
import { useLanguage, useWords } from '#web/words'
import { cardOf, spokenOf, type Colour } from '../../chart-card.ts'
import type { ChartData } from '../../contract/chart.ts'

export type ChartCards = { card(number: number): Card; spoken(number: number): string }

/** What each box says and how it is read out; made when it is first asked for. */
export function useChartCards(data: ChartData, colours: ReadonlyMap<string, Colour> | undefined): ChartCards {
  const t = useWords('organisation')
  const language = useLanguage()
  return useMemo(() => {
    const cards = new Map<number, Card>()
    return {
      card(number) {
        const known = cards.get(number)
        if (known) return known
        const node = data.nodes[number]!
        const card = cardOf(node, t, language, colours?.get(node.id))
        cards.set(number, card)
        return card
      },
      spoken(number) {
        const node = data.nodes[number]!
        return spokenOf(node, t, language, colours?.get(node.id))
      },
    }
  }, [data, colours, t, language])
}
