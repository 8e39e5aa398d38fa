import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import Flag from 'lucide-react/icons/flag'
import Play from 'lucide-react/icons/play'
import type { Step } from '#core/flow'
import { cx } from '../look.ts'
import { useWords } from '#web/words'
import type { Place } from '../edit/tree.ts'
import { Connector } from './Connector.tsx'
import { Item } from './Item.tsx'
import { stopAfter, stopsOf } from './keys.ts'
import { DeedsContext, markStore, type TreeDeeds, type TreeMarks } from './marks.ts'
import { StepCard } from './StepCard.tsx'
import { Steps } from './Steps.tsx'

export type FlowTreeProps = Omit<TreeDeeds, 'store' | 'drag'> & {
  label: string
  steps: readonly Step[]
  startSummary: string
  marks: Omit<TreeMarks, 'dragged' | 'current'>
  /** Keys that change: taken by the editor, absent where nothing may be changed. */
  onRemove?: ((id: string) => void) | undefined
  onNudge?: ((id: string, by: -1 | 1) => void) | undefined
  onDuplicate?: ((id: string) => void) | undefined
}

/** A flow from top to bottom: read by everybody, changed by pressing a step, the signs between, keys, or dragging. */
export function FlowTree(props: FlowTreeProps) {
  const { label, steps, startSummary, marks, onRemove, onNudge, onDuplicate } = props
  const { names, isPhone, isReadOnly, choose, insertAt, addArm, drop } = props
  const t = useWords('flow')
  const tree = useRef<HTMLDivElement>(null)
  const stops = useMemo(() => stopsOf(steps), [steps])
  const store = useMemo(() => markStore(), [])
  const latest = useRef({ choose, insertAt, addArm, drop })
  useLayoutEffect(() => {
    latest.current = { choose, insertAt, addArm, drop }
  })
  // which one the keys act on concerns the tree alone, so that walking does not draw the panel beside it again
  const [walked, setCurrent] = useState('start')
  const current = stops.some((stop) => stop.id === walked) ? walked : 'start'
  const { chosen } = marks
  const [chosenBefore, setChosenBefore] = useState(chosen)
  if (chosenBefore !== chosen) {
    setChosenBefore(chosen)
    if (chosen !== null) setCurrent(chosen)
  }
  useLayoutEffect(() => store.set({ ...marks, current, dragged: store.now().dragged }), [store, marks, current])
  // one object for the whole life of the names, so that no step draws again because a function is new
  const deeds = useMemo(
    (): TreeDeeds => ({
      names,
      isPhone,
      isReadOnly,
      store,
      choose: (id) => latest.current.choose(id),
      insertAt: (place: Place) => latest.current.insertAt(place),
      addArm: (id) => latest.current.addArm(id),
      drop: (id, place) => latest.current.drop(id, place),
      drag: (id) => store.set({ ...store.now(), dragged: id }),
    }),
    [names, isPhone, isReadOnly, store],
  )
  const focusOn = (id: string) => {
    setCurrent(id)
    const item = tree.current?.querySelector<HTMLElement>(`[data-stop="${CSS.escape(id)}"]`)
    item?.focus({ preventScroll: true })
    item?.firstElementChild?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const press = (event: KeyboardEvent) => {
    const id = (event.target as HTMLElement).dataset['stop']
    if (id === undefined) return
    const stop = stops.find((one) => one.id === id)
    if (!stop) return
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      onNudge?.(id, event.key === 'ArrowUp' ? -1 : 1)
      requestAnimationFrame(() => focusOn(id))
    } else if (event.key === 'Enter' || event.key === ' ') choose(id)
    else if (event.key === '+' || event.key === 'Insert') insertAt(stop.insert)
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      const next = stopAfter(stops, id, 'ArrowUp')
      onRemove?.(id)
      if (onRemove && next) requestAnimationFrame(() => focusOn(next))
    } else if (event.key.toLowerCase() === 'd' && (event.ctrlKey || event.metaKey)) onDuplicate?.(id)
    else if (event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End') {
      const next = stopAfter(stops, id, event.key)
      if (next) focusOn(next)
    } else return
    event.preventDefault()
  }
  const size = steps.length + 2
  return (
    <DeedsContext value={deeds}>
      <div
        ref={tree}
        role="tree"
        aria-label={label}
        onKeyDown={press}
        onFocus={(event) => {
          const id = event.target.dataset['stop']
          if (id !== undefined && id !== current) setCurrent(id)
        }}
        className={cx('flow-tree flex flex-col', isPhone ? 'items-stretch' : 'w-max min-w-full items-center px-6 py-5')}
      >
        <Item
          id="start"
          level={1}
          place={[1, size]}
          label={`${t('designer.kinds.start')} ${startSummary}`}
          card={
            <StepCard id="start" icon={Play} tone="green" title={t('designer.kinds.start')} summary={startSummary} />
          }
        >
          <Connector place={{ row: '', index: 0 }} after="start" />
        </Item>
        <Steps steps={steps} row="" level={1} />
        <Item
          id="end"
          level={1}
          place={[size, size]}
          label={`${t('designer.kinds.end')} ${t('designer.sum.end')}`}
          card={
            <StepCard
              id="end"
              icon={Flag}
              tone="gray"
              title={t('designer.kinds.end')}
              summary={t('designer.sum.end')}
              isSmall
            />
          }
        />
      </div>
    </DeedsContext>
  )
}
