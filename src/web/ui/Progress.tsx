import type { ReactNode } from 'react'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import { cx } from './cx.ts'
import { solidTone, type Tone } from './tones.ts'

export type ProgressProps = {
  /** Read out; drawn above the bar when `showLabel`. */
  label: string
  /** 0 to `max`; without it the bar runs to and fro. */
  value?: number
  max?: number
  tone?: Tone
  showLabel?: boolean
  /** Words at the end: `3/5`, `63 %`. The percentage unless given; `null` draws none. */
  figure?: ReactNode
  look?: 'bar' | 'ring'
}

export function Progress({ label, value, max = 100, tone = 'blue', showLabel, figure, look = 'bar' }: ProgressProps) {
  return (
    <ProgressBar
      aria-label={label}
      value={value ?? 0}
      maxValue={max}
      isIndeterminate={value === undefined}
      className="min-w-0"
    >
      {({ percentage = 0, valueText }) =>
        look === 'ring' ? (
          <Ring share={percentage} tone={tone} figure={figure === undefined ? valueText : figure} />
        ) : (
          <span className="flex flex-col gap-1.5">
            {showLabel && <span className="text-sm text-muted">{label}</span>}
            <span className="flex items-center gap-2.5">
              <span className="h-1.5 min-w-10 flex-1 overflow-hidden rounded-full bg-pressed">
                <span
                  className={cx(
                    'block h-full rounded-full',
                    solidTone[tone],
                    value === undefined && 'kit-indeterminate',
                  )}
                  style={{ width: value === undefined ? '33%' : `${percentage}%` }}
                />
              </span>
              {figure !== null && value !== undefined && (
                <span className="text-sm text-muted">{figure ?? valueText}</span>
              )}
            </span>
          </span>
        )
      }
    </ProgressBar>
  )
}

function Ring({ share, tone, figure }: { share: number; tone: Tone; figure: ReactNode }) {
  const around = 2 * Math.PI * 20
  return (
    <span className="relative inline-flex size-14 items-center justify-center">
      <svg viewBox="0 0 48 48" className="absolute inset-0 [transform:rotate(-90deg)]" fill="none" aria-hidden="true">
        <circle cx="24" cy="24" r="20" strokeWidth="4.5" className="stroke-pressed" />
        {share > 0 && (
          <circle
            cx="24"
            cy="24"
            r="20"
            strokeWidth="4.5"
            strokeLinecap="round"
            strokeDasharray={`${(around * share) / 100} ${around}`}
            className={strokes[tone]}
          />
        )}
      </svg>
      <span className="text-xs font-semibold">{figure}</span>
    </span>
  )
}

const strokes: Record<Tone, string> = {
  gray: 'stroke-gray',
  blue: 'stroke-primary',
  green: 'stroke-green',
  amber: 'stroke-amber',
  red: 'stroke-red',
  sky: 'stroke-sky',
  violet: 'stroke-violet',
  teal: 'stroke-teal',
}
