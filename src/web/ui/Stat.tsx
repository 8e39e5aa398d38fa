import type { ReactNode } from 'react'
import { Link as RacLink } from 'react-aria-components/Link'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { cx } from './cx.ts'
import { Icon } from './Icon.tsx'

export type StatProps = {
  label: string
  value: ReactNode
  unit?: ReactNode
  /** Under the figure: change, Status, Progress. */
  note?: ReactNode
  tone?: 'plain' | 'red' | 'amber' | 'green'
  /** Where the figure comes from: every number opens its source. */
  href?: string
  onPress?: () => void
}

/** One figure of a board. */
export function Stat({ label, value, unit, note, tone = 'plain', href, onPress }: StatProps) {
  const body = (
    <>
      <span className="flex items-center justify-between gap-2 text-sm text-muted">
        {label}
        {(href ?? onPress) && (
          <Icon
            as={ChevronRight}
            size={14}
            className="text-faint opacity-0 transition-opacity group-data-hovered/stat:opacity-100 touch:opacity-100"
          />
        )}
      </span>
      <span className={cx('mt-1 flex items-baseline gap-1 text-2xl font-semibold tracking-tight', tones[tone])}>
        {value}
        {unit && <span className="text-sm font-normal tracking-normal text-muted">{unit}</span>}
      </span>
      {note && <span className="mt-1 block text-sm text-muted">{note}</span>}
    </>
  )
  const frame =
    'group/stat block min-w-0 rounded-lg border border-line bg-surface px-4 py-3 text-left shadow-card touch:rounded-xl'
  if (!href && !onPress) return <div className={frame}>{body}</div>
  return (
    <RacLink
      href={href}
      onPress={onPress}
      className={cx(
        frame,
        'text-text no-underline transition-colors data-hovered:border-primary-line data-pressed:bg-sunken',
      )}
    >
      {body}
    </RacLink>
  )
}

const tones = { plain: '', red: 'text-red-text', amber: 'text-amber-text', green: 'text-green-text' }
