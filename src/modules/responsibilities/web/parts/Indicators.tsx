import { SimpleTable } from '#ui/SimpleTable'
import { useFormat } from '#web/format'
import { usePhone } from '#web/page'
import { useLocal, useWords } from '#web/words'
import type { Indicator } from '../../contract.ts'
import { measureText } from '../../measure-text.ts'
import { useFigure } from '../figures.ts'
import { Nothing } from './Nothing.tsx'
import { Targets } from './Targets.tsx'
import { Swatch, WeightBar } from './WeightBar.tsx'

/** The indicators of a version with their weights drawn to scale. */
export function Indicators({ indicators }: { indicators: readonly Indicator[] }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const format = useFormat()
  const figure = useFigure()
  const isPhone = usePhone()
  if (isPhone && indicators.length > 0) return <Targets indicators={indicators} />
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
