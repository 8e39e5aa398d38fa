import { useMemo } from 'react'
import { useUnitNodes } from '#screens/organisation'
import { FilterBar, type Filter } from '#ui/FilterBar'
import { useFilters } from '#web/links'
import { usePhone } from '#web/page'
import { useWords } from '#web/words'
import type { Band, State } from '../contract.ts'
import { bandNames, stateNames } from './bands.ts'
import { PairList } from './PairList.tsx'

/** All pairs, with filters. */
export function PairsTab() {
  const t = useWords('overlap')
  const isPhone = usePhone()
  const nodes = useUnitNodes()
  const filters = useMemo<Filter[]>(
    () => [
      { id: 'unit', kind: 'tree', label: t('filters.unit'), nodes },
      {
        id: 'band',
        kind: 'choice',
        label: t('filters.band'),
        options: bandNames.map((id) => ({ id, label: t(`bands.${id}`) })),
      },
      {
        id: 'state',
        kind: 'choice',
        label: t('filters.state'),
        options: stateNames.map((id) => ({ id, label: t(`states.${id}`) })),
      },
    ],
    [t, nodes],
  )
  const [state, setState] = useFilters(filters)
  const [unitId] = ids(state.values['unit'])
  const band = bandNames.find((one) => one === ids(state.values['band'])[0])
  const decided = stateNames.find((one) => one === ids(state.values['state'])[0])
  const asked = {
    ...(unitId ? { unitId } : {}),
    ...chosen(band, decided),
    ...(state.search ? { text: state.search } : {}),
  }
  return (
    <div className="flex flex-col gap-3">
      <FilterBar
        id="overlap-pairs"
        filters={filters}
        state={state}
        onChange={setState}
        searchLabel={t('filters.search')}
        {...(isPhone ? { views: 'none' as const } : {})}
      />
      <PairList asked={asked} isStacked={false} />
    </div>
  )
}

function chosen(band: Band | undefined, state: State | undefined) {
  return { ...(band ? { band } : {}), ...(state ? { state } : {}) }
}

function ids(value: unknown): string[] {
  return Array.isArray(value) ? (value as string[]) : []
}
