import { useWords } from '#web/words'
import { percentOf } from './bands.ts'
import { strengths } from './MatrixGrid.tsx'

/** What the colours mean: none, few, many open pairs; the tick; the dot. */
export function MatrixLegend({ most, sameFrom }: { most: number; sameFrom: number }) {
  const t = useWords('overlap')
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-muted">
      <span className="flex items-center gap-1.5">
        1
        <span className="flex overflow-hidden rounded-sm border border-line" aria-hidden="true">
          {strengths.slice(1).map((strength) => (
            <span key={strength} className="h-3 w-5 bg-surface">
              <span className="block h-full bg-primary" style={{ opacity: strength }} />
            </span>
          ))}
        </span>
        {t('matrix.legendOpen', { most })}
      </span>
      <span className="flex items-center gap-1.5">
        <span aria-hidden="true" className="size-1.5 rounded-full bg-amber" />
        {t('matrix.legendHot', { share: percentOf(sameFrom) })}
      </span>
      <span>{t('matrix.legendDone')}</span>
      <span>{t('matrix.legendNone')}</span>
    </p>
  )
}
