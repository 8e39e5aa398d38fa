import type { Measure } from '#core/chart'

/** How wide texts come out in the font of the page. */
export function measureIn(fontFamily: string): Measure {
  const context = document.createElement('canvas').getContext('2d')
  const widths = new Map<string, number>()
  return (text, size, isBold) => {
    if (!context) return text.length * size
    const key = `${isBold ? 'b' : 'n'}${text}`
    const known = widths.get(key)
    if (known !== undefined) return (known * size) / measuredAt
    context.font = fontOf(fontFamily, measuredAt, isBold)
    const width = context.measureText(text).width
    if (widths.size > mostKnown) widths.clear()
    widths.set(key, width)
    return (width * size) / measuredAt
  }
}

export function fontOf(fontFamily: string, size: number, isBold: boolean): string {
  return `${isBold ? '650 ' : ''}${size}px ${fontFamily}`
}

const measuredAt = 20
const mostKnown = 50_000
