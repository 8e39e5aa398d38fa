import { AxisBottom, AxisLeft } from '@visx/axis'
import type { scaleBand, scaleLinear, scalePoint } from '@visx/scale'

export type ValueScale = ReturnType<typeof scaleLinear<number>>
export type BandScale = ReturnType<typeof scaleBand<string>>
export type PointScale = ReturnType<typeof scalePoint<string>>

export const fontPx = 12
const label = { fill: 'var(--color-muted)', fontSize: fontPx, fontFamily: 'inherit' } as const

/** Fine lines at the ticks of the values, the zero line a little stronger. */
export function GridLines({
  scale,
  lengthPx,
  isVertical,
}: {
  scale: ValueScale
  lengthPx: number
  isVertical?: boolean
}) {
  return (
    <g>
      {scale.ticks(ticks).map((tick) => {
        const at = Math.round(scale(tick)) + 0.5
        const line = isVertical ? { x1: at, x2: at, y1: 0, y2: lengthPx } : { x1: 0, x2: lengthPx, y1: at, y2: at }
        return <line key={tick} {...line} stroke={tick === 0 ? 'var(--color-line-strong)' : 'var(--color-line)'} />
      })}
    </g>
  )
}

const ticks = 5
const plain = { hideAxisLine: true, hideTicks: true, tickLength: 6 } as const

export function ValueAxis({ scale, format }: { scale: ValueScale; format: (value: number) => string }) {
  return (
    <AxisLeft
      {...plain}
      scale={scale}
      numTicks={ticks}
      tickFormat={(value) => format(Number(value))}
      tickLabelProps={{ ...label, textAnchor: 'end', dy: '0.33em' }}
    />
  )
}

export function ValueAxisBelow({
  scale,
  topPx,
  format,
}: {
  scale: ValueScale
  topPx: number
  format: (value: number) => string
}) {
  return (
    <AxisBottom
      {...plain}
      scale={scale}
      top={topPx}
      numTicks={ticks}
      tickFormat={(value) => format(Number(value))}
      tickLabelProps={{ ...label, textAnchor: 'middle' }}
    />
  )
}

export function NameAxis({ scale, topPx, every }: { scale: BandScale | PointScale; topPx: number; every: number }) {
  const names = scale.domain().filter((_name, at) => at % every === 0)
  return (
    <AxisBottom
      {...plain}
      scale={scale}
      top={topPx}
      tickValues={names}
      tickLabelProps={{ ...label, textAnchor: 'middle' }}
    />
  )
}

export function NameAxisLeft({ scale }: { scale: BandScale }) {
  return (
    <AxisLeft
      {...plain}
      scale={scale}
      tickLabelProps={{ ...label, fill: 'var(--color-text)', textAnchor: 'end', dy: '0.33em' }}
    />
  )
}
