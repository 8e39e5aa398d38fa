import { useEffect, useRef, type RefObject } from 'react'
import { zoomedAt, type View } from '#core/chart'

export const leastScale = 0.02
export const mostScale = 2.5

export type Gestures = {
  readonly view: () => View
  readonly setView: (view: View) => void
  /** A press that was no drag, in px of the window. */
  readonly onPress: (x: number, y: number) => void
}

/** Dragging pans, the wheel and two fingers zoom where they point. */
export function useGestures(window: RefObject<HTMLElement | null>, gestures: Gestures): void {
  const latest = useRef(gestures)
  useEffect(() => {
    latest.current = gestures
  })
  useEffect(() => {
    const element = window.current
    if (!element) return undefined
    const fingers = new Map<number, { x: number; y: number }>()
    let start: { x: number; y: number } | null = null
    let isDrag = false
    const at = (event: PointerEvent | WheelEvent) => {
      const box = element.getBoundingClientRect()
      return { x: event.clientX - box.left, y: event.clientY - box.top }
    }
    const down = (event: PointerEvent) => {
      if (event.button !== 0 || (event.target as Element).closest('button, input, a')) return
      fingers.set(event.pointerId, at(event))
      start = fingers.size === 1 ? at(event) : null
      isDrag = false
    }
    const move = (event: PointerEvent) => {
      const before = fingers.get(event.pointerId)
      if (!before) return
      const now = at(event)
      const { view, setView } = latest.current
      if (fingers.size === 2) {
        const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1] ?? before
        const grown = distance(now, other) / Math.max(1, distance(before, other))
        const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }
        setView(zoomedAt(view(), clamped(view().scale * grown), middle.x, middle.y))
        isDrag = true
      } else {
        if (!isDrag && start && distance(start, now) < dragFrom) return
        if (!isDrag) element.setPointerCapture(event.pointerId)
        isDrag = true
        const { left, top, scale } = view()
        setView({ scale, left: left + now.x - before.x, top: top + now.y - before.y })
      }
      fingers.set(event.pointerId, now)
    }
    const up = (event: PointerEvent) => {
      if (!fingers.delete(event.pointerId)) return
      if (event.type === 'pointerup' && start && !isDrag) latest.current.onPress(at(event).x, at(event).y)
      start = null
    }
    const wheel = (event: WheelEvent) => {
      event.preventDefault()
      const { view, setView } = latest.current
      const now = view()
      if (event.shiftKey) {
        setView({ ...now, left: now.left - (event.deltaY || event.deltaX) })
        return
      }
      const perStep = event.ctrlKey ? 0.01 : event.deltaMode === 0 ? 0.0015 : 0.05
      const { x, y } = at(event)
      setView(zoomedAt(now, clamped(now.scale * Math.exp(-event.deltaY * perStep)), x, y))
    }
    element.addEventListener('pointerdown', down)
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerup', up)
    element.addEventListener('pointercancel', up)
    element.addEventListener('wheel', wheel, { passive: false })
    return () => {
      element.removeEventListener('pointerdown', down)
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerup', up)
      element.removeEventListener('pointercancel', up)
      element.removeEventListener('wheel', wheel)
    }
  }, [window])
}

export function clamped(scale: number): number {
  return Math.min(mostScale, Math.max(leastScale, scale))
}

const dragFrom = 5

function distance(one: { x: number; y: number }, other: { x: number; y: number }): number {
  return Math.hypot(one.x - other.x, one.y - other.y)
}
