import { Stat } from '#ui/Stat'
import { useWords } from '#web/words'
import type { BandFigures as Figures } from '../contract.ts'
import { percentOf } from './bands.ts'

type Props = { bands: readonly Figures[]; onChoose: (band: Figures['band']) => void }

/** How many pairs each band has, and how many of those decided about were the same work: how far to trust it. */
export function BandFigures({ bands, onChoose }: Props) {
  const t = useWords('overlap')
  return (
    <div className="grid grid-cols-3 gap-2 sm:gap-3">
      {bands.map((one, at) => {
        const above = bands[at - 1]
        const decided = one.same + one.different
        const range = above
          ? `${percentOf(one.fromPermille)} – ${percentOf(above.fromPermille)}`
          : `≥ ${percentOf(one.fromPermille)}`
        const share = { same: one.same, decided, share: percentOf(decided > 0 ? (1000 * one.same) / decided : 0) }
        return (
          <Stat
            key={one.band}
            label={t(`bands.${one.band}`)}
            value={one.found}
            unit={t('pairs.unit', { count: one.found })}
            note={
              <span className="text-xs text-muted">
                {range}
                <span className="max-sm:hidden">
                  {' · '}
                  {decided === 0 ? t('bands.noneDecided') : t('bands.confirmed', share)}
                </span>
              </span>
            }
            onPress={() => onChoose(one.band)}
          />
        )
      })}
    </div>
  )
}
