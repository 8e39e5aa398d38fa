import Warning from 'lucide-react/icons/triangle-alert'
import { Icon } from '#ui/Icon'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { Source } from '../contract.ts'

const shownGaps = 6

/** What is missing of a source, in sentences: since when it is silent, why reading fails, which days have a gap. */
export function Silence({ source }: { source: Source }) {
  const t = useWords('sources')
  const format = useFormat()
  const lines = [
    source.state === 'on' && source.freshness === 'silent' && source.lastDay
      ? `${t('list.silentSince', { day: format.day(source.lastDay) })} · ${t('list.missed', { count: source.missed })}`
      : null,
    source.state === 'on' && source.freshness === 'never' ? t('list.neverCame') : null,
    source.failingSince ? t('list.failing', { at: format.dateTime(source.failingSince) }) : null,
    source.trouble?.detail ?? null,
    source.gaps.length > 0
      ? t('list.gaps', {
          count: source.gaps.length,
          days: source.gaps
            .slice(-shownGaps)
            .map((day) => format.day(day))
            .join(', '),
        })
      : null,
  ].filter((line) => line !== null)
  if (lines.length === 0) return null
  return (
    <div className="flex gap-2 rounded-lg border border-amber-line bg-amber-soft px-3 py-2 text-sm text-amber-text">
      <span className="pt-0.5">
        <Icon as={Warning} size={16} />
      </span>
      <ul className="flex min-w-0 flex-col gap-1">
        {lines.map((line) => (
          <li key={line} className="break-words">
            {line}
          </li>
        ))}
      </ul>
    </div>
  )
}
