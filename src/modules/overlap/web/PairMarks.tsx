import Check from 'lucide-react/icons/check'
import Target from 'lucide-react/icons/target'
import X from 'lucide-react/icons/x'
import { Tag } from '#ui/Tag'
import { useLocal, useWords } from '#web/words'
import type { Pair } from '../contract.ts'
import { bandTone, percentOf } from './bands.ts'

/** How alike, what else they share, and what was decided. */
export function PairMarks({ pair }: { pair: Pair }) {
  const t = useWords('overlap')
  const local = useLocal()
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      <Tag tone={bandTone[pair.band]}>
        {t(`bands.${pair.band}`)} · {percentOf(pair.scorePermille)}
      </Tag>
      {pair.indicators.length > 0 && (
        <Tag tone="violet" icon={Target}>
          {t('sameIndicator', { count: pair.indicators.length })}
        </Tag>
      )}
      {pair.state === 'same' && (
        <Tag tone="green" icon={Check}>
          {t('ledBy', { unit: local(pair.decision?.lead?.name) })}
        </Tag>
      )}
      {pair.state === 'different' && (
        <Tag tone="gray" icon={X}>
          {t('states.different')}
        </Tag>
      )}
    </span>
  )
}
