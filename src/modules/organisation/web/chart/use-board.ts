import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { areaOf, fitted, revealed, zoomedAt, type Area, type Layout, type View } from '#core/chart'
import { paintScene, type Scene } from './paint.ts'
import { clamped } from './use-gestures.ts'

/** What the window shows, grown by half its size so that small moves need no new items. */
export type Shown = Area & { readonly scale: number }

/** Keeps a chart drawn in its window: pans and zooms without React, and tells it when other boxes come into reach. */
export function useBoard(scene: Scene) {
  const frameRef = useRef<HTMLDivElement>(null)
  const canvasRef = useRef<HTMLCanvasElement>(null)
  const layerRef = useRef<HTMLDivElement>(null)
  const view = useRef<View | null>(null)
  const size = useRef({ width: 0, height: 0 })
  const drawn = useRef(scene)
  const frame = useRef(0)
  const anchors = useRef<readonly Anchor[]>([])
  const reach = useRef<Shown | null>(null)
  const [shown, setShown] = useState<Shown | null>(null)

  const draw = useCallback(() => {
    frame.current = 0
    const canvas = canvasRef.current?.getContext('2d')
    if (!canvas || !view.current || size.current.width === 0) return
    paintScene(canvas, drawn.current, view.current, size.current, devicePixelRatio)
    const { left, top, scale } = view.current
    if (layerRef.current) layerRef.current.style.transform = `translate(${left}px, ${top}px) scale(${scale})`
    const next = inReach(view.current, size.current, reach.current)
    if (next !== reach.current) {
      reach.current = next
      setShown(next)
    }
  }, [])

  const setView = useCallback(
    (next: View) => {
      view.current = next
      if (frame.current === 0) frame.current = requestAnimationFrame(draw)
    },
    [draw],
  )

  const { layout } = scene
  useLayoutEffect(() => {
    const frameElement = frameRef.current
    const canvas = canvasRef.current
    if (!frameElement || !canvas) return undefined
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = frameElement
      if (width === 0 || height === 0) return
      size.current = { width, height }
      canvas.width = Math.round(width * devicePixelRatio)
      canvas.height = Math.round(height * devicePixelRatio)
      view.current ??= startView(drawn.current.layout, size.current)
      draw()
    })
    observer.observe(frameElement)
    return () => observer.disconnect()
  }, [draw])

  useLayoutEffect(() => {
    const before = drawn.current.layout
    drawn.current = scene
    if (view.current && before !== layout) {
      const kept = anchors.current.find(({ number }) => layout.placeOf[number]! >= 0)
      if (kept) view.current = keptAt(kept, view.current.scale, layout)
      else if (before.arrangement !== layout.arrangement) view.current = startView(layout, size.current)
      anchors.current = []
      reach.current = null
    }
    draw()
  }, [scene, layout, draw])

  useEffect(() => () => cancelAnimationFrame(frame.current), [])

  return {
    frameRef,
    canvasRef,
    layerRef,
    shown,
    view: () => view.current ?? { left: 0, top: 0, scale: 1 },
    setView,
    zoomBy: (factor: number) => {
      const { width, height } = size.current
      const now = view.current
      if (now) setView(zoomedAt(now, clamped(now.scale * factor), width / 2, height / 2))
    },
    fit: () => setView(fitted(layout, size.current.width, size.current.height)),
    /** Moves a box into the window, and near enough to be read. */
    show: (number: number, of: Layout = layout) => {
      const place = of.placeOf[number]!
      if (place < 0 || !view.current) return
      const now = view.current.scale < readable ? { ...view.current, scale: 1 } : view.current
      setView(revealed(now, of, place, size.current))
    },
    /** Keeps the first of these boxes that the next layout has where it is on the screen now. */
    hold: (numbers: readonly number[]) => {
      const now = view.current
      if (!now) return
      anchors.current = numbers.flatMap((number) => {
        const place = layout.placeOf[number]!
        if (place < 0) return []
        return [{ number, x: now.left + layout.x[place]! * now.scale, y: now.top + layout.y[place]! * now.scale }]
      })
    },
    /** The box nearest to the middle of the window, -1 without any. */
    middle: (): number => {
      const { left, top, scale } = view.current ?? { left: 0, top: 0, scale: 1 }
      const { width, height } = size.current
      return nearestBox(layout, (width / 2 - left) / scale, (height / 2 - top) / scale)
    },
  }
}

/** A box and where its upper left corner was in the window. */
type Anchor = { readonly number: number; readonly x: number; readonly y: number }

function keptAt({ number, x, y }: Anchor, scale: number, layout: Layout): View {
  const place = layout.placeOf[number]!
  return { scale, left: x - layout.x[place]! * scale, top: y - layout.y[place]! * scale }
}

function nearestBox(layout: Layout, x: number, y: number): number {
  let nearest = -1
  let least = Infinity
  layout.numbers.forEach((number, place) => {
    const distance = Math.hypot(
      layout.x[place]! + layout.sizes.width / 2 - x,
      layout.y[place]! + layout.sizes.height / 2 - y,
    )
    if (distance < least) [nearest, least] = [number, distance]
  })
  return nearest
}

const readable = 0.5
const startMargin = 40

function startView(layout: Layout, { width, height }: { width: number; height: number }): View {
  const whole = fitted(layout, width, height, 1, startMargin)
  if (whole.scale >= 0.55)
    return layout.arrangement === 'right'
      ? { ...whole, left: startMargin }
      : { ...whole, top: startMargin, ...(layout.arrangement === 'list' ? { left: startMargin } : {}) }
  const scale = 0.75
  const { sizes } = layout
  const middle = {
    x: ((layout.x[0] ?? 0) + sizes.width / 2) * scale,
    y: ((layout.y[0] ?? 0) + sizes.height / 2) * scale,
  }
  if (layout.arrangement === 'right') return { scale, left: startMargin, top: height / 2 - middle.y }
  if (layout.arrangement === 'list') return { scale: 1, left: startMargin, top: startMargin }
  return { scale, left: width / 2 - middle.x, top: startMargin }
}

function inReach(view: View, size: { width: number; height: number }, before: Shown | null): Shown {
  const area = areaOf(view, size.width, size.height)
  const isInside =
    before !== null &&
    area.x >= before.x &&
    area.y >= before.y &&
    area.x + area.width <= before.x + before.width &&
    area.y + area.height <= before.y + before.height
  if (isInside && view.scale < before.scale * 1.5 && view.scale > before.scale / 1.5) return before
  return {
    x: area.x - area.width / 4,
    y: area.y - area.height / 4,
    width: area.width * 1.5,
    height: area.height * 1.5,
    scale: view.scale,
  }
}
