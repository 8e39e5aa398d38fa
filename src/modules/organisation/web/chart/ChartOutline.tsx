import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { layOut, pathTo, stepFrom, usualSizes, type StepKey } from '#core/chart'
import { Empty } from '#ui/Empty'
import { Icon } from '#ui/Icon'
import { later } from '#web/later'
import { useWords } from '#web/words'
import { ChartLegend } from './ChartLegend.tsx'
import { ChartSearch } from './ChartSearch.tsx'
import type { OrgChartProps } from './OrgChart.tsx'
import { OutlineCard } from './OutlineCard.tsx'
import { useChartCards } from './use-chart-cards.ts'
import { useFolding } from './use-folding.ts'

const ChartDrawer = later(async () => (await import('./ChartDrawer.tsx')).ChartDrawer)
const rowHeight = 76

/** The same chart in a narrow place: a tree from top to bottom. */
export default function ChartOutline(props: OrgChartProps) {
  const { data, label, colours, hasCard = true, onOpen } = props
  const t = useWords('organisation')
  const [at, setAt] = useState(-1)
  const [chosen, setChosen] = useState(-1)
  const folding = useFolding(data)
  const { forest, isOpen } = folding
  const layout = useMemo(() => layOut(forest, isOpen, 'list', usualSizes), [forest, isOpen])
  const cards = useChartCards(data, colours)
  const list = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- what it returns is used here alone
  const rows = useWindowVirtualizer({
    count: layout.numbers.length,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: list.current?.offsetTop ?? 0,
    getItemKey: (place) => forest.ids[layout.numbers[place]!]!,
  })
  const focusOn = (number: number) => {
    setAt(number)
    rows.scrollToIndex(layout.placeOf[number]!, { align: 'auto' })
    requestAnimationFrame(() => document.getElementById(`outline-${forest.ids[number]!}`)?.focus())
  }
  const open = (number: number) => {
    setAt(number)
    if (!onOpen || hasCard) setChosen(number)
    onOpen?.(forest.ids[number]!)
  }
  const find = (id: string) => {
    const number = forest.numberOf.get(id)
    if (number === undefined) return
    folding.reveal(number)
    setAt(number)
    const shown = new Set(pathTo(forest, number))
    const place = layOut(forest, (one) => isOpen(one) || shown.has(one), 'list').placeOf[number]!
    requestAnimationFrame(() => rows.scrollToIndex(place, { align: 'center' }))
    setTimeout(() => document.getElementById(`outline-${id}`)?.focus({ preventScroll: true }), 120)
  }
  const press = (event: KeyboardEvent, number: number) => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter') open(number)
    else if (event.key === ' ') folding.toggle(number)
    else if (stepKeys.has(event.key)) {
      const step = stepFrom(forest, layout, isOpen, number, event.key as StepKey)
      if (step && 'to' in step) focusOn(step.to)
      else if (step) folding.toggle(number)
    } else return
    event.preventDefault()
  }
  if (data.nodes.length === 0) return <Empty title={t('screens.chart.none')} description={t('screens.chart.noneWhy')} />
  const tabStop = at >= 0 && layout.placeOf[at]! >= 0 ? at : layout.numbers[0]
  return (
    <div className="flex flex-col gap-3">
      {props.tools}
      <ChartSearch data={data} onFind={find} isWide />
      <div ref={list} role="tree" aria-label={label} className="relative" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => {
          const number = layout.numbers[row.index]!
          const hasChildren = forest.children[number]!.length > 0
          const kin = forest.parent[number]! < 0 ? forest.tops : forest.children[forest.parent[number]!]!
          const depth = forest.depth[number]!
          return (
            <div
              key={row.key}
              id={`outline-${forest.ids[number]!}`}
              role="treeitem"
              tabIndex={number === tabStop ? 0 : -1}
              aria-level={depth + 1}
              aria-posinset={kin.indexOf(number) + 1}
              aria-setsize={kin.length}
              aria-expanded={hasChildren ? isOpen(number) : undefined}
              aria-selected={number === chosen}
              aria-label={cards.spoken(number)}
              onKeyDown={(event) => press(event, number)}
              onClick={() => open(number)}
              className="absolute right-0 left-0 flex items-stretch rounded-lg"
              style={{
                top: row.start - rows.options.scrollMargin,
                height: rowHeight,
                paddingLeft: `${Math.min(depth, deepestIndent) * 0.875}rem`,
              }}
            >
              <OutlineCard card={cards.card(number)} />
              <span
                aria-hidden="true"
                onClick={(event) => {
                  event.stopPropagation()
                  if (hasChildren) folding.toggle(number)
                  else open(number)
                }}
                className="flex w-14 shrink-0 items-center justify-center gap-0.5 self-center text-sm text-muted tabular-nums"
                style={{ minHeight: 44 }}
              >
                {hasChildren && (
                  <>
                    {forest.children[number]!.length}
                    <Icon as={ChevronRight} className={isOpen(number) ? '[transform:rotate(90deg)]' : ''} />
                  </>
                )}
              </span>
            </div>
          )
        })}
      </div>
      <ChartLegend data={data} legend={props.legend ?? []} isStatic />
      {chosen >= 0 && (
        <ChartDrawer
          key={forest.ids[chosen]}
          node={data.nodes[chosen]!}
          on={props.on ?? ''}
          isPlain={!hasCard}
          onClose={() => {
            setChosen(-1)
            document.getElementById(`outline-${forest.ids[chosen]!}`)?.focus({ preventScroll: true })
          }}
        />
      )}
    </div>
  )
}

/** Deeper than this nothing is moved in any more, or a narrow page has no room for words. */
const deepestIndent = 7
const stepKeys: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'])
