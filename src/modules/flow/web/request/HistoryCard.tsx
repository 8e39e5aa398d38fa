import { useState } from 'react'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Timeline } from '#ui/Timeline'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { RequestDetail } from '../../contract.ts'
import { EntryBody } from './EntryBody.tsx'
import { signOf } from './entry-signs.ts'
import { toldOf } from './sentences.ts'

/** Everything that happened to a request, the latest first, and why. */
export function HistoryCard({ request }: { request: RequestDetail }) {
  const t = useWords('flow')
  const f = useFormat()
  const [isWhole, setWhole] = useState(false)
  const told = toldOf(request.timeline, t).toReversed()
  const shown = isWhole ? told : told.slice(0, atFirst)
  if (told.length === 0) return null
  return (
    <Card title={t('request.history')}>
      <Timeline
        label={t('request.history')}
        entries={shown.map(({ entry, title, notes }) => ({
          id: String(entry.seq),
          title,
          time: f.dateTime(entry.at),
          dateTime: entry.at,
          ...signOf(entry),
          children: <EntryBody entry={entry} request={request} notes={notes} />,
        }))}
      />
      {told.length > shown.length && (
        <Button variant="quiet" isBlock onPress={() => setWhole(true)}>
          {t('request.wholeHistory', { count: told.length })}
        </Button>
      )}
    </Card>
  )
}

const atFirst = 12
