import { useLocale } from 'react-aria-components/I18nProvider'
import { useKitWords } from '../kit-words.tsx'
import { Status } from '../Status.tsx'

export type TargetProps = {
  label: string
  value: number
  target: number
  format?: (value: number) => string
  /** Less is better: complaints, days late. */
  isLowBetter?: boolean
}

/** A figure against its target, which has its own mark on the bar. */
export function TargetBar(props: TargetProps) {
  const { label, value, target } = props
  const words = useKitWords()
  const { text, isMet } = useTarget(props)
  const most = Math.max(value, target) * 1.1 || 1
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="min-w-0 truncate">{label}</span>
        <span className="flex items-baseline gap-2 text-sm">
          <span className="font-semibold">{text(value)}</span>
          <span className="text-muted">
            {words('chart.target')} {text(target)}
          </span>
          <Status color={isMet ? 'green' : 'red'}>{words(isMet ? 'chart.met' : 'chart.missed')}</Status>
        </span>
      </div>
      <div aria-hidden="true" className="relative h-2 rounded-full bg-pressed">
        <span
          className={`block h-full rounded-full ${isMet ? 'bg-green' : 'bg-red'}`}
          style={{ width: `${(Math.max(0, value) / most) * 100}%` }}
        />
        <span
          className="absolute -top-1 -bottom-1 -ml-px w-0.5 rounded-full bg-text"
          style={{ left: `${(target / most) * 100}%` }}
        />
      </div>
    </div>
  )
}

/** The same as a ring, for one important figure. */
export function TargetRing(props: TargetProps) {
  const { label, value, target } = props
  const words = useKitWords()
  const { text, isMet } = useTarget(props)
  const share = Math.max(0, Math.min(1, target === 0 ? 1 : value / target))
  const round = 2 * Math.PI * 42
  return (
    <div className="flex items-center gap-4">
      <svg
        viewBox="0 0 100 100"
        className="size-24 shrink-0 [transform:rotate(-90deg)]"
        role="img"
        aria-label={`${label}: ${words('chart.of-target', { value: text(value), target: text(target) })}`}
      >
        <circle cx="50" cy="50" r="42" fill="none" stroke="var(--color-pressed)" strokeWidth="10" />
        <circle
          cx="50"
          cy="50"
          r="42"
          fill="none"
          stroke={isMet ? 'var(--color-green)' : 'var(--color-primary)'}
          strokeWidth="10"
          strokeLinecap={share > 0 ? 'round' : 'butt'}
          strokeDasharray={`${share * round} ${round}`}
        />
        <text
          x="50"
          y="50"
          transform="rotate(90 50 50)"
          textAnchor="middle"
          dy="0.35em"
          fontSize="20"
          fontWeight="600"
          fill="var(--color-text)"
        >
          {Math.round((target === 0 ? 1 : value / target) * 100)}%
        </text>
      </svg>
      <div className="min-w-0">
        <p className="font-medium">{label}</p>
        <p className="text-sm text-muted">{words('chart.of-target', { value: text(value), target: text(target) })}</p>
        <p className="mt-1 text-sm">
          <Status color={isMet ? 'green' : 'amber'}>{words(isMet ? 'chart.met' : 'chart.missed')}</Status>
        </p>
      </div>
    </div>
  )
}

function useTarget({ value, target, format, isLowBetter }: TargetProps) {
  const { locale } = useLocale()
  return {
    text: format ?? ((figure: number) => figure.toLocaleString(locale)),
    isMet: isLowBetter ? value <= target : value >= target,
  }
}
