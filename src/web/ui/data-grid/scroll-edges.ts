import { useEffect } from 'react'
import type { RefObject } from 'react'

/** Marks the scroller when columns hide under the pinned ones, so that an edge shade can be drawn there. */
export function useScrollEdges(scroller: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const mark = () => {
      const hidden = Math.abs(element.scrollLeft)
      element.toggleAttribute('data-scrolled-start', hidden > 1)
      element.toggleAttribute('data-scrolled-end', element.scrollWidth - element.clientWidth - hidden > 1)
    }
    mark()
    element.addEventListener('scroll', mark, { passive: true })
    const observer = new ResizeObserver(mark)
    observer.observe(element)
    if (element.firstElementChild) observer.observe(element.firstElementChild)
    return () => {
      element.removeEventListener('scroll', mark)
      observer.disconnect()
    }
  }, [scroller])
}
