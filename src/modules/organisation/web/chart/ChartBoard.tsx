import { useCallback, useMemo, useState, type KeyboardEvent } from 'react'
import {
  boxAt,
  eachBoxIn,
  foldPoint,
  layOut,
  pathTo,
  stepFrom,
  type Arrangement,
  type Layout,
  type StepKey,
} from '#core/chart'
import { Empty } from '#ui/Empty'
import { later } from '#web/later'
import { useWords } from '#web/words'
import { BoardBar } from './BoardBar.tsx'
import { ChartItems } from './ChartItems.tsx'
import { ChartLegend } from './ChartLegend.tsx'
import type { OrgChartProps } from './OrgChart.tsx'
import { useDress } from './palette.ts'
import { useBoard } from './use-board.ts'
import { useChartCards } from './use-chart-cards.ts'
import { boardSizes, useFolding } from './use-folding.ts'
import { useGestures } from './use-gestures.ts'
import { useScene } from './use-scene.ts'
import { ZoomButtons } from './ZoomButtons.tsx'

const ChartDrawer = later(async () => (await import('./ChartDrawer.tsx')).ChartDrawer)

/** The chart on a desk: boxes to pan and zoom over, with a tree of items for the keyboard and for who cannot see them. */
export default function ChartBoard(props: OrgChartProps) {
  const { data, label, colours, hasCard = true, onOpen } = props
  const t = useWords('organisation')
  const [arrangement, setArrangement] = useState<Arrangement>('down')
  const [at, setAt] = useState<string | null>(null)
  const [focusCount, setFocusCount] = useState(0)
  const [chosenId, setChosen] = useState<string | null>(null)
  const folding = useFolding(data)
  const { forest, isOpen } = folding
  const layout = useMemo(() => layOut(forest, isOpen, arrangement, boardSizes), [forest, isOpen, arrangement])
  const cards = useChartCards(data, colours)
  const scene = useScene({ data, forest, layout, isOpen, cards, dress: useDress() })
  const { frameRef, canvasRef, layerRef, shown, ...board } = useBoard(scene)
  const atNumber = shownOrFirst(layout, at === null ? -1 : (forest.numberOf.get(at) ?? -1))
  const chosen = chosenId === null ? -1 : (forest.numberOf.get(chosenId) ?? -1)

  const goTo = (number: number, of: Layout = layout) => {
    setAt(forest.ids[number]!)
    setFocusCount((count) => count + 1)
    board.show(number, of)
  }
  const toggle = (number: number) => {
    if (forest.children[number]!.length === 0) return
    board.hold([number])
    folding.toggle(number)
  }
  const openTo = (level: number) => {
    const middle = board.middle()
    if (middle >= 0) board.hold([middle, ...pathTo(forest, middle).toReversed()])
    folding.openTo(level)
  }
  const open = (number: number) => {
    setAt(forest.ids[number]!)
    if (!onOpen || hasCard) setChosen(forest.ids[number]!)
    onOpen?.(forest.ids[number]!)
  }
  const find = (id: string) => {
    const number = forest.numberOf.get(id)
    if (number === undefined) return
    folding.reveal(number)
    const path = new Set(pathTo(forest, number))
    goTo(
      number,
      layOut(forest, (one) => isOpen(one) || path.has(one), arrangement, boardSizes),
    )
  }
  useGestures(frameRef, {
    view: board.view,
    setView: board.setView,
    onPress: (x, y) => {
      const { left, top, scale } = board.view()
      const point = { x: (x - left) / scale, y: (y - top) / scale }
      const folded = foldAt(layout, point, 14 / Math.min(1, scale))
      const number = folded >= 0 ? layout.numbers[folded]! : -1
      if (number >= 0 && forest.children[number]!.length > 0) return toggle(number)
      const place = boxAt(layout, point.x, point.y)
      if (place >= 0) open(layout.numbers[place]!)
    },
  })
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || atNumber < 0) return
    if (!deal(event.key)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const deal = (key: string): boolean => {
    if (key === 'Enter') open(atNumber)
    else if (key === ' ') toggle(atNumber)
    else if (key === '+' || key === '=') board.zoomBy(1.25)
    else if (key === '-') board.zoomBy(0.8)
    else if (key === '0') board.fit()
    else if (stepKeys.has(key)) {
      const step = stepFrom(forest, layout, isOpen, atNumber, key as StepKey)
      if (step && 'to' in step) goTo(step.to)
      else if (step) toggle(atNumber)
    } else return false
    return true
  }
  const spoken = cards.spoken
  const onFocus = useCallback((number: number) => setAt(forest.ids[number]!), [forest])
  if (data.nodes.length === 0) return <Empty title={t('screens.chart.none')} description={t('screens.chart.noneWhy')} />
  return (
    <div className={`flex h-full min-h-0 flex-col ${props.className ?? ''}`}>
      <BoardBar
        {...props}
        folding={folding}
        layout={layout}
        cards={cards}
        arrangement={arrangement}
        onArrangement={setArrangement}
        onLevel={openTo}
        onFind={find}
      />
      <div
        ref={frameRef}
        className="relative min-h-64 flex-1 cursor-grab touch-none overflow-hidden border-t border-line select-none active:cursor-grabbing"
        onScroll={(event) => event.currentTarget.scrollTo(0, 0)}
      >
        <canvas ref={canvasRef} aria-hidden="true" className="absolute inset-0 size-full" />
        <div
          ref={layerRef}
          role="tree"
          aria-label={label}
          aria-describedby="chart-keys"
          onKeyDown={press}
          className="absolute top-0 left-0 size-0 origin-top-left"
        >
          <ChartItems
            forest={forest}
            layout={layout}
            shown={shown}
            isOpen={isOpen}
            at={atNumber}
            focusCount={focusCount}
            chosen={chosen}
            spokenOf={spoken}
            onFocus={onFocus}
          />
        </div>
        <p id="chart-keys" className="sr-only">
          {t('screens.chart.keys')}
        </p>
        <ChartLegend data={data} legend={props.legend ?? []} />
        <ZoomButtons onZoom={board.zoomBy} onFit={board.fit} />
      </div>
      {chosen >= 0 && (
        <ChartDrawer
          key={data.nodes[chosen]!.id}
          node={data.nodes[chosen]!}
          on={props.on ?? ''}
          isPlain={!hasCard}
          onClose={() => {
            setChosen(null)
            setFocusCount((count) => count + 1)
          }}
        />
      )}
    </div>
  )
}

const stepKeys: ReadonlySet<string> = new Set([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
] satisfies StepKey[])

function shownOrFirst(layout: Layout, number: number): number {
  if (number >= 0 && layout.placeOf[number]! >= 0) return number
  return layout.numbers[0] ?? -1
}

/** The place of the box whose pill is pressed. */
function foldAt(layout: Layout, point: { x: number; y: number }, radius: number): number {
  let found = -1
  eachBoxIn(layout, { x: point.x - radius, y: point.y - radius, width: radius * 2, height: radius * 2 }, (place) => {
    const { middleX, middleY } = foldPoint(layout, place)
    if (Math.abs(point.x - middleX) <= radius + 6 && Math.abs(point.y - middleY) <= radius) found = place
  })
  return found
}
