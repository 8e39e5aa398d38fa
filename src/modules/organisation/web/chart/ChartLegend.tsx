import { useMemo } from 'react'
import type { LegendEntry } from '#core/chart'
import { useWords } from '#web/words'
import { legendOf } from '../../chart-picture.ts'
import type { ChartData } from '../../contract/chart.ts'

type ChartLegendProps = {
  data: ChartData
  legend: readonly LegendEntry[]
  /** Stands in the page instead of floating over the chart. */
  isStatic?: boolean
}

export function ChartLegend({ data, legend, isStatic }: ChartLegendProps) {
  const t = useWords('organisation')
  const entries = useMemo(() => legendOf(data, legend, t), [data, legend, t])
  if (entries.length === 0) return null
  return (
    <ul
      aria-label={t('screens.chart.legend')}
      className={`flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted ${isStatic ? '' : floating}`}
    >
      {entries.map(({ text, paint, look }) => (
        <li key={text} className="flex items-center gap-1.5">
          <span
            aria-hidden="true"
            className={look === 'spot' ? 'h-3 w-3.5 rounded-xs' : 'w-5 border-t-2 border-dashed'}
            style={look === 'spot' ? { background: `var(--color-${paint})` } : { borderColor: `var(--color-${paint})` }}
          />
          {text}
        </li>
      ))}
    </ul>
  )
}

const floating = 'absolute bottom-3 left-3 max-w-[calc(100%-6rem)] rounded-lg bg-raised px-3 py-2 shadow-popover'
