import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Icon } from './Icon.tsx'
import type { IconShape } from './Icon.tsx'
import { softTone } from './tones.ts'
import type { Tone } from './tones.ts'

export type TimelineEntry = {
  id: string
  /** Who did what: 李敏 同意. */
  title: ReactNode
  /** As it is to be read: 2026-11-21 14:02. */
  time?: string
  /** For machines, when `time` is worded: 2026-11-21T14:02. */
  dateTime?: string
  icon?: IconShape
  tone?: Tone
  /** Opinion, attachments, changes. */
  children?: ReactNode
  /** Still to come: drawn fainter, with a broken line. */
  isAhead?: boolean
}

/** What happened, in order, and what is still to come. */
export function Timeline({ label, entries }: { label: string; entries: readonly TimelineEntry[] }) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {entries.map((entry, at) => (
        <li key={entry.id} className="relative flex gap-3 pb-5 last:pb-0">
          {at < entries.length - 1 && (
            <span
              aria-hidden="true"
              className={cx(
                'absolute top-8 bottom-1 left-3.5 border-l',
                entries[at + 1]?.isAhead ? 'border-dashed border-line-strong' : 'border-line',
              )}
            />
          )}
          <span
            aria-hidden="true"
            className={cx(
              'flex size-7 shrink-0 items-center justify-center rounded-full',
              entry.isAhead ? 'border border-dashed border-line-strong text-faint' : softTone[entry.tone ?? 'gray'],
            )}
          >
            {entry.icon ? <Icon as={entry.icon} size={14} /> : <span className="size-1.5 rounded-full bg-current" />}
          </span>
          <div className="min-w-0 flex-1 pt-0.5">
            <div className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className={entry.isAhead ? 'text-muted' : ''}>{entry.title}</span>
              {entry.time && (
                <time dateTime={entry.dateTime} className="text-sm text-muted">
                  {entry.time}
                </time>
              )}
            </div>
            {entry.children && <div className="mt-1 text-muted">{entry.children}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
