import { memo, useEffect, useRef } from 'react'
import { eachBoxIn, type Forest, type Layout } from '#core/chart'
import type { Shown } from './use-board.ts'
import { titleFrom } from './paint.ts'

export type ChartItemsProps = {
  forest: Forest
  layout: Layout
  shown: Shown | null
  isOpen: (number: number) => boolean
  /** The item that the Tab key reaches. */
  at: number
  /** Counts up when the focus shall go there. */
  focusCount: number
  /** The box whose card is open. */
  chosen: number
  spokenOf: (number: number) => string
  onFocus: (number: number) => void
}

/** What screen readers and the keyboard meet where the canvas draws boxes: the items of a tree, those in reach alone. */
export const ChartItems = memo(function ChartItems(props: ChartItemsProps) {
  const { forest, layout, shown, isOpen, at, focusCount, chosen, spokenOf, onFocus } = props
  const focused = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focusCount > 0) focused.current?.focus({ preventScroll: true })
  }, [focusCount])
  const numbers = inReach(layout, shown)
  if (at >= 0 && layout.placeOf[at]! >= 0) numbers.add(at)
  if (chosen >= 0 && layout.placeOf[chosen]! >= 0) numbers.add(chosen)
  // in the order of the tree, which is the order they are heard in
  const ordered = [...numbers].sort((one, other) => layout.placeOf[one]! - layout.placeOf[other]!)
  return ordered.map((number) => {
    const place = layout.placeOf[number]!
    const kin = forest.parent[number]! < 0 ? forest.tops : forest.children[forest.parent[number]!]!
    return (
      <div
        key={forest.ids[number]}
        ref={number === at ? focused : null}
        role="treeitem"
        tabIndex={number === at ? 0 : -1}
        aria-level={forest.depth[number]! + 1}
        aria-posinset={kin.indexOf(number) + 1}
        aria-setsize={kin.length}
        aria-expanded={forest.children[number]!.length > 0 ? isOpen(number) : undefined}
        aria-selected={number === chosen}
        aria-label={spokenOf(number)}
        onFocus={() => onFocus(number)}
        className={`absolute cursor-pointer rounded-lg ${number === chosen ? 'border-2 border-primary' : 'hover:border hover:border-primary'}`}
        style={{
          left: layout.x[place],
          top: layout.y[place],
          width: layout.sizes.width,
          height: layout.sizes.height,
        }}
      />
    )
  })
})

const mostItems = 400

function inReach(layout: Layout, shown: Shown | null): Set<number> {
  const numbers = new Set<number>()
  if (!shown || shown.scale < titleFrom) return numbers
  eachBoxIn(layout, shown, (place) => {
    if (numbers.size < mostItems) numbers.add(layout.numbers[place]!)
  })
  return numbers
}
