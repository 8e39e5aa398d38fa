import { Button } from '#ui/Button'
import { usePhone } from '#web/page'
import { useWords } from '#web/words'
import type { Pair } from '../contract.ts'
import { PairMarks } from './PairMarks.tsx'
import { PairTexts } from './PairTexts.tsx'

/** One pair in the list. */
export function PairCard({ pair, isStacked, onOpen }: { pair: Pair; isStacked: boolean; onOpen: () => void }) {
  const t = useWords('overlap')
  const isPhone = usePhone()
  return (
    <article className="flex flex-col gap-2.5 rounded-lg border border-line bg-surface p-3">
      <div className="flex items-center justify-between gap-2">
        <PairMarks pair={pair} />
        {!isPhone && (
          <Button size="sm" variant={pair.state === 'open' ? 'soft' : 'quiet'} onPress={onOpen}>
            {pair.state === 'open' ? t('decide.open') : t('decide.look')}
          </Button>
        )}
      </div>
      <PairTexts pair={pair} isStacked={isStacked || isPhone} />
      {isPhone && (
        <Button isBlock variant={pair.state === 'open' ? 'soft' : 'quiet'} onPress={onOpen}>
          {pair.state === 'open' ? t('decide.open') : t('decide.look')}
        </Button>
      )}
    </article>
  )
}
