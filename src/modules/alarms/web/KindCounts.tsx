import { ToggleButton } from 'react-aria-components/ToggleButton'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { Icon } from '#ui/Icon'
import { useWords } from '#web/words'
import type { AlarmKind } from '../contract.ts'
import { toneOf } from './alarm-words.ts'

export type KindCountsProps = {
  counts: readonly { kind: AlarmKind; count: number }[]
  chosen: readonly string[]
  onChoose: (kind: string) => void
}

/** How many there are of each kind; a press shows only those. */
export function KindCounts({ counts, chosen, onChoose }: KindCountsProps) {
  const t = useWords('alarms')
  if (counts.length === 0) return null
  return (
    <div role="group" aria-label={t('list.kind')} className="flex flex-wrap gap-2">
      {counts.map(({ kind, count }) => (
        <ToggleButton
          key={kind}
          isSelected={chosen.includes(kind)}
          onChange={() => onChoose(kind)}
          className="flex min-h-control items-center gap-2 rounded-md border border-line bg-surface px-3 text-sm transition-colors data-hovered:bg-hover data-selected:border-primary data-selected:bg-selected"
        >
          <Icon as={TriangleAlert} className={toneOf(kind) === 'red' ? 'text-red-text' : 'text-amber-text'} />
          {t(`kind.${kind}`)}
          <span className="font-semibold tabular-nums">{count}</span>
        </ToggleButton>
      ))}
    </div>
  )
}
