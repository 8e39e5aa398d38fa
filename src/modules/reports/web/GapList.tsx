import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { Gap } from '../contract.ts'
import { useReasons } from './use-reasons.ts'

/** What is missing in parts that add up, each with its reason; the bar is only a picture of the figure beside it. */
export function GapList({ gaps, showPeople }: { gaps: readonly Gap[]; showPeople?: boolean }) {
  const t = useWords('reports')
  const format = useFormat()
  const { reason } = useReasons()
  const most = Math.max(1, ...gaps.map((gap) => gap.missingPermille))
  if (gaps.length === 0) return <p className="text-muted">{t('mine.nothing')}</p>
  return (
    <ul className="flex flex-col gap-2.5">
      {gaps.map((gap) => (
        <li key={`${gap.reason.kind}${JSON.stringify(gap.reason.name)}${gap.reason.absence}`}>
          <div className="flex items-baseline justify-between gap-3">
            <span className="min-w-0">
              {reason(gap.reason)}
              {showPeople && gap.people > 0 && (
                <span className="ml-2 text-sm text-muted">
                  {gap.people < 5 ? t('unit.few') : t('unit.people', { count: gap.people })}
                </span>
              )}
            </span>
            <span className="font-medium tabular-nums">{format.percent(gap.missingPermille)}</span>
          </div>
          <div aria-hidden="true" className="mt-1 h-1.5 rounded-full bg-pressed">
            <span
              className="block h-full rounded-full bg-amber"
              style={{ width: `${(gap.missingPermille / most) * 100}%` }}
            />
          </div>
        </li>
      ))}
    </ul>
  )
}
