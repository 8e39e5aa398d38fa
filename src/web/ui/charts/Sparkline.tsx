import { scaleLinear } from '@visx/scale'
import { LinePath } from '@visx/shape'

export type SparklineProps = {
  /** Read out: 近 12 周履职 62 % → 82 %. */
  label: string
  values: readonly (number | null)[]
  target?: number
  widthPx?: number
  heightPx?: number
}

/** The course of a figure, as small as a word. It never stands without the figure itself beside it. */
export function Sparkline({ label, values, target, widthPx = 96, heightPx = 28 }: SparklineProps) {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return null
  const all = target === undefined ? known : [...known, target]
  const domain = [Math.min(...all), Math.max(...all)]
  const x = scaleLinear<number>({ domain: [0, Math.max(1, values.length - 1)], range: [3, widthPx - 5] })
  const y = scaleLinear<number>({
    domain: domain[0] === domain[1] ? [0, domain[1] || 1] : domain,
    range: [heightPx - 4, 4],
  })
  const last = values.findLastIndex((value) => value !== null)
  return (
    <svg width={widthPx} height={heightPx} role="img" aria-label={label} className="block shrink-0">
      {target !== undefined && (
        <line
          x1={0}
          x2={widthPx}
          y1={y(target)}
          y2={y(target)}
          stroke="var(--color-line-control)"
          strokeDasharray="3 3"
        />
      )}
      <LinePath
        data={values.map((_value, at) => at)}
        defined={(at) => typeof values[at] === 'number'}
        x={(at) => x(at)}
        y={(at) => y(values[at] ?? 0)}
        stroke="var(--color-chart-1)"
        strokeWidth={1.75}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx={x(last)} cy={y(values[last] ?? 0)} r={2.75} fill="var(--color-chart-1)" />
    </svg>
  )
}
