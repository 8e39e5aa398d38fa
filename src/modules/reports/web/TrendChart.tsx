import { periodText } from '#screens/indicators'
import { LineChart } from '#ui/charts/LineChart'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { Period, Point } from '../contract.ts'

type Props = { title: string; points: readonly Point[]; kind: Period['kind']; heightPx?: number }

/** Fulfilment over time; where there was none the line has a gap. */
export function TrendChart({ title, points, kind, heightPx = 220 }: Props) {
  const t = useWords('reports')
  const words = useWords('indicators')
  const format = useFormat()
  return (
    <LineChart
      title={title}
      nameTitle={t('columns.period')}
      names={points.map((point) => periodText(kind, point.from, words, format))}
      series={[{ name: t('columns.fulfilment'), values: points.map((point) => point.fulfilmentPermille) }]}
      format={format.percent}
      heightPx={heightPx}
    />
  )
}
