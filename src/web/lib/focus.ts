import { useEffect, useRef } from 'react'

/** After going to another page the reading position is its title, unless the page has put it somewhere itself. */
export function useFocusOnArrival(path: string): void {
  const before = useRef(arrivedAt)
  useEffect(() => {
    const isFirst = before.current === null
    before.current = path
    if (arrivedAt === path) return
    arrivedAt = path
    if (isFirst) return
    return whenClear(focusTitle)
  }, [path])
}

/** Kept beside the components: on the phone each page has a frame of its own. */
let arrivedAt: string | null = null

const patienceMs = 800

/** Waits for a closing dialog (the palette, a drawer): it puts the focus back where it came from. */
function whenClear(work: () => void): () => void {
  const until = performance.now() + patienceMs
  let frame = requestAnimationFrame(function look() {
    if (document.querySelector('[role=dialog]') && performance.now() < until) frame = requestAnimationFrame(look)
    else frame = requestAnimationFrame(work)
  })
  return () => cancelAnimationFrame(frame)
}

function focusTitle() {
  const active = document.activeElement
  if (active instanceof HTMLElement && active !== document.body && active.closest('#main')) return
  if (document.querySelector('[role=dialog]')) return
  const title = document.querySelector<HTMLElement>('h1')
  if (!title) return
  title.tabIndex = -1
  title.focus({ preventScroll: true })
}
