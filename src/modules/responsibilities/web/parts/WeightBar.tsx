import { useFormat } from '#web/format'
import { useLocal, useWords } from '#web/words'
import type { Indicator } from '../../contract.ts'

/** Weights drawn to scale. */
export function WeightBar({
  indicators,
  label,
}: {
  /** What the weights are of; the indicators of a version unless told. */
  label?: string
  indicators: readonly (Pick<Indicator, 'name' | 'weightPermille'> & { key?: string | undefined })[]
}) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const format = useFormat()
  const told = indicators.map((one) => `${local(one.name)} ${format.percent(one.weightPermille)}`).join(', ')
  return (
    <div
      role="img"
      aria-label={`${label ?? t('page.weights')}: ${told}`}
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
