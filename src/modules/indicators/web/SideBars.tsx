import { ChartFrame } from '#ui/charts/ChartFrame'

export type SideBar = {
  name: string
  count: number
  mean: number
  interval: { from: number; to: number } | null
  isWorse: boolean
}
type Props = {
  title: string
  description: string
  bars: readonly SideBar[]
  target: number | null
  format: (value: number) => string
  /** Titles of the table: group, facts, what is reached, interval. */
  columns: readonly [string, string, string, string]
}

const [rowPx, namePx, rightPx] = [44, 132, 64]

/** Groups beside each other as bars, each with the interval its true value lies in, and the target as a line. */
export function SideBars({ title, description, bars, target, format, columns }: Props) {
  const most = Math.max(target ?? 0, ...bars.map(({ mean, interval }) => interval?.to ?? mean)) || 1
  const text = (interval: SideBar['interval']) => (interval ? `${format(interval.from)} – ${format(interval.to)}` : '–')
  const heightPx = bars.length * rowPx + 8
  return (
    <ChartFrame
      title={title}
      description={description}
      table={{
        columns,
        rows: bars.map(({ name, count, mean, interval }) => [name, count, format(mean), text(interval)]),
      }}
      heightPx={heightPx}
    >
      {({ widthPx, titleId, descriptionId }) => {
        const width = Math.max(40, widthPx - namePx - rightPx)
        const x = (value: number) => namePx + (Math.max(0, value) / most) * width
        return (
          <svg width={widthPx} height={heightPx} role="img" aria-labelledby={titleId} aria-describedby={descriptionId}>
            <title id={titleId}>{title}</title>
            <desc id={descriptionId}>{description}</desc>
            {bars.map(({ name, mean, interval, isWorse }, at) => {
              const middle = at * rowPx + rowPx / 2
              const fill = isWorse ? 'var(--color-chart-2)' : 'var(--color-chart-1)'
              return (
                <g key={name}>
                  <text x={namePx - 10} y={middle} dy="0.33em" textAnchor="end" fontSize={12} fill="var(--color-text)">
                    {name.length > 14 ? `${name.slice(0, 13)}…` : name}
                  </text>
                  <rect
                    x={namePx}
                    y={middle - 9}
                    width={Math.max(1, x(mean) - namePx)}
                    height={18}
                    rx={3}
                    fill={fill}
                  />
                  {interval && (
                    <g stroke="var(--color-text)" strokeWidth={1.5}>
                      <line x1={x(interval.from)} x2={x(interval.to)} y1={middle} y2={middle} />
                      <line x1={x(interval.from)} x2={x(interval.from)} y1={middle - 5} y2={middle + 5} />
                      <line x1={x(interval.to)} x2={x(interval.to)} y1={middle - 5} y2={middle + 5} />
                    </g>
                  )}
                  <text
                    x={x(interval?.to ?? mean) + 6}
                    y={middle}
                    dy="0.33em"
                    fontSize={12}
                    fontWeight={600}
                    fill="var(--color-text)"
                  >
                    {format(mean)}
                  </text>
                </g>
              )
            })}
            {target !== null && (
              <line
                x1={x(target)}
                x2={x(target)}
                y1={0}
                y2={heightPx}
                stroke="var(--color-text)"
                strokeDasharray="4 3"
              />
            )}
          </svg>
        )
      }}
    </ChartFrame>
  )
}
