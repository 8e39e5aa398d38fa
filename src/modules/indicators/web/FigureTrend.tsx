import { LineChart } from '#ui/charts/LineChart'
import { Card } from '#ui/Card'
import { Status } from '#ui/Status'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { FigureDetail } from '../contract.ts'
import { periodText } from './periods.ts'
import { useFigureText } from './use-figure-text.ts'

const colours = { green: 'green', amber: 'amber', red: 'red', none: 'gray' } as const

/** The course of a figure over twelve periods against its target, with the light of each and whether it is closed. */
export function FigureTrend({ detail, onPeriod }: { detail: FigureDetail; onPeriod: (day: string) => void }) {
  const t = useWords('indicators')
  const format = useFormat()
  const text = useFigureText()
  const { trend, indicator, period } = detail
  const names = trend.map(({ from }) => periodText(period.kind, from, t, format))
  return (
    <Card>
      <LineChart
        title={t('figure.trend')}
        nameTitle={t(`period.${period.kind}`)}
        names={names}
        heightPx={200}
        format={(value) => text(value, indicator.unit)}
        series={[
          { name: t('figure.value'), values: trend.map(({ standing }) => standing?.value ?? null) },
          { name: t('figure.target'), values: trend.map(({ standing }) => standing?.target ?? null) },
        ]}
      />
      <ol className="mt-2 flex flex-wrap gap-x-3 gap-y-1">
        {trend.map(({ from, standing, isClosed }, at) => (
          <li key={from}>
            <button
              type="button"
              className="flex min-h-item items-center gap-1 rounded px-1 text-sm data-hovered:bg-hover hover:bg-hover"
              onClick={() => onPeriod(from)}
            >
              <Status color={colours[standing?.light ?? 'none']}>
                {`${names[at] ?? ''}${isClosed ? ` · ${t('closing.isClosed')}` : ''}`}
              </Status>
            </button>
          </li>
        ))}
      </ol>
    </Card>
  )
}
