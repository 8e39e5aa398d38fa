import { Button } from '#ui/Button'
import { Popover } from '#ui/Popover'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import { useSourceName } from './use-source-name.ts'

/** Where facts come from, and how fresh each source is. */
export function Sources({ sources }: { sources: readonly { source: string; lastReceivedAt: string }[] }) {
  const t = useWords('indicators')
  const format = useFormat()
  const sourceName = useSourceName()
  if (sources.length === 0) return null
  return (
    <Popover
      label={t('sources.title')}
      trigger={
        <Button size="sm" variant="quiet">
          {t('sources.count', { count: sources.length })}
        </Button>
      }
    >
      <ul className="flex min-w-64 flex-col gap-2">
        {sources.map(({ source, lastReceivedAt }) => (
          <li key={source} className="flex justify-between gap-6">
            <span>{sourceName(source)}</span>
            <span className="text-muted" title={format.dateTime(lastReceivedAt)}>
              {format.ago(lastReceivedAt)}
            </span>
          </li>
        ))}
      </ul>
    </Popover>
  )
}
