import { SimpleTable } from '#ui/SimpleTable'
import { useFormat } from '#web/format'
import { useLocal, useWords } from '#web/words'
import type { Indicator } from '../../contract.ts'
import { measureText } from '../../measure-text.ts'
import { useFigure } from '../figures.ts'
import { Nothing } from './Nothing.tsx'

/** The indicators of a version with their weights drawn to scale. */
export function Indicators({ indicators }: { indicators: readonly Indicator[] }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const format = useFormat()
  const figure = useFigure()
  if (indicators.length === 0) return <Nothing>{t('page.noIndicators')}</Nothing>
  return (
    <div className="flex flex-col gap-3">
      <WeightBar indicators={indicators} />
      <SimpleTable
        caption={t('fields.indicators')}
        rows={indicators}
        rowKey={(row) => row.id}
        columns={[
          {
            title: t('fields.name'),
            isRowHeader: true,
            cell: (row) => (
              <span className="inline-flex items-center gap-2 font-medium">
                <Swatch at={indicators.indexOf(row)} />
                {local(row.name)}
              </span>
            ),
          },
          {
            title: t('fields.target'),
            align: 'end',
            cell: (row) => (
              <span className="whitespace-nowrap" title={t(`direction.${row.direction}`)}>
                {row.direction === 'up' ? '≥ ' : '≤ '}
                {figure(row.target, row.unit)}
              </span>
            ),
          },
          { title: t('fields.period'), cell: (row) => t(`period.${row.period}`) },
          { title: t('fields.weight'), align: 'end', cell: (row) => format.percent(row.weightPermille) },
          {
            title: t('fields.measure'),
            cell: (row) => <code className="font-mono text-xs text-muted">{measureText(row.measure)}</code>,
          },
        ]}
      />
    </div>
  )
}

export function WeightBar({
  indicators,
}: {
  indicators: readonly (Pick<Indicator, 'name' | 'weightPermille'> & { key?: string | undefined })[]
}) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const format = useFormat()
  const told = indicators.map((one) => `${local(one.name)} ${format.percent(one.weightPermille)}`).join(', ')
  return (
    <div
      role="img"
      aria-label={`${t('page.weights')}: ${told}`}
      className="flex h-2 gap-0.5 overflow-hidden rounded-full bg-pressed"
    >
      {indicators.map((one, at) => (
        <span
          key={one.key ?? local(one.name)}
          title={`${local(one.name)} ${format.percent(one.weightPermille)}`}
          className={fills[at % fills.length]}
          style={{ width: `${one.weightPermille / 10}%` }}
        />
      ))}
    </div>
  )
}

export function Swatch({ at }: { at: number }) {
  return <span aria-hidden="true" className={`size-2.5 shrink-0 rounded-xs ${fills[at % fills.length]}`} />
}

const fills = ['bg-chart-1', 'bg-chart-2', 'bg-chart-3', 'bg-chart-4', 'bg-chart-5', 'bg-chart-6']
