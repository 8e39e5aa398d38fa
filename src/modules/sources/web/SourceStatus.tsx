import { Status } from '#ui/Status'
import { useWords } from '#web/words'
import type { Source } from '../contract.ts'

/** How a source stands, the worst first: failing, silent, waiting for its first facts, fresh, paused. */
export function SourceStatus({ source }: { source: Source }) {
  const t = useWords('sources')
  const [color, state] = standing(source)
  return (
    <Status color={color} look="soft">
      {t(`states.${state}`)}
    </Status>
  )
}

function standing(source: Source): ['green' | 'amber' | 'red' | 'gray', string] {
  if (source.state === 'paused') return ['gray', 'paused']
  if (source.failingSince) return ['red', 'failing']
  if (source.freshness === 'silent') return ['red', 'silent']
  if (source.freshness === 'never') return ['amber', 'never']
  return ['green', source.freshness]
}
