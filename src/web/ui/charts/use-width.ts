import { useState } from 'react'

/** A ref to put on a box and the width it has now. */
export function useWidth(): [(box: HTMLElement | null) => (() => void) | undefined, number] {
  const [widthPx, setWidth] = useState(0)
  const [measure] = useState(() => (box: HTMLElement | null) => {
    if (!box) return undefined
    setWidth(box.clientWidth)
    const observer = new ResizeObserver(() => setWidth(box.clientWidth))
    observer.observe(box)
    return () => observer.disconnect()
  })
  return [measure, widthPx]
}
