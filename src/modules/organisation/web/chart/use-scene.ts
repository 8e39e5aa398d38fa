import { useMemo } from 'react'
import {
  drawCard,
  drawFold,
  foldsBelow,
  moved,
  roundBend,
  type Dress,
  type Forest,
  type Layout,
  type Paint,
  type Shape,
} from '#core/chart'
import { extrasOf } from '../../chart-picture.ts'
import type { ChartData } from '../../contract/chart.ts'
import { measureIn } from './measure.ts'
import type { Scene } from './paint.ts'
import type { ChartCards } from './use-chart-cards.ts'

export type SceneParts = {
  data: ChartData
  forest: Forest
  layout: Layout
  isOpen: (number: number) => boolean
  cards: ChartCards
  dress: Dress
}

/** All that is painted, box by box as it comes into view. */
export function useScene({ data, forest, layout, isOpen, cards, dress }: SceneParts): Scene {
  const measure = useMemo(() => measureIn(dress.fontFamily), [dress.fontFamily])
  return useMemo(() => {
    const known = { all: new Map<number, readonly Shape[]>(), title: new Map<number, readonly Shape[]>() }
    return {
      layout,
      dress,
      paintOf: (place): Paint => {
        const card = cards.card(layout.numbers[place]!)
        return card.mark?.tone ?? card.tone ?? (card.isVacant ? 'amber-line' : 'line-strong')
      },
      shapesOf: (place, detail) => {
        const shapes = known[detail].get(place)
        if (shapes) return shapes
        const number = layout.numbers[place]!
        const made = [...drawCard(cards.card(number), layout.sizes, measure, detail)]
        if (forest.children[number]!.length > 0) {
          const word = isOpen(number) ? '–' : foldsBelow(forest, number)
          const [x, y] = [layout.x[place]!, layout.y[place]!]
          made.push(...drawFold(layout, place, word, measure).map((shape) => moved(shape, -x, -y)))
        }
        known[detail].set(place, made)
        return made
      },
      extras: extrasOf(data, forest).flatMap(({ from, to, stroke }) => {
        const points = roundBend(layout, from, to)
        return points ? [{ points, stroke }] : []
      }),
    }
  }, [data, forest, layout, isOpen, cards, dress, measure])
}
