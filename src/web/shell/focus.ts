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
    const frame = requestAnimationFrame(focusTitle)
    return () => cancelAnimationFrame(frame)
  }, [path])
}

/** Kept beside the components: on the phone each page has a frame of its own. */
let arrivedAt: string | null = null

function focusTitle() {
  const active = document.activeElement
  if (active instanceof HTMLElement && active !== document.body && active.closest('#main')) return
  if (document.querySelector('[role=dialog]')) return
  const title = document.querySelector<HTMLElement>('h1')
  if (!title) return
  title.tabIndex = -1
  title.focus({ preventScroll: true })
}
