import { lazy, Suspense, useState } from 'react'
import { FilterBar } from '#ui/FilterBar'
import { Skeleton } from '#ui/Skeleton'
import { later } from '#web/later'
import { useFilters } from '#web/links'
import { Page, usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'
import { AlarmCards } from './AlarmCards.tsx'
import { askedWith, kindsOf, useAlarmFilters, withKind } from './alarm-filters.ts'
import { KindCounts } from './KindCounts.tsx'
import type { Deed } from './deeds.ts'

const AlarmGrid = lazy(() => import('./AlarmGrid.tsx'))
const DeedDialog = later(async () => (await import('./DeedDialog.tsx')).DeedDialog)

/** Everything wrong with who answers for what, since when, and who sees to it. */
export default function AlarmsScreen() {
  const t = useWords('alarms')
  const isPhone = usePhone()
  const filters = useAlarmFilters()
  const [state, setState] = useFilters(filters)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [deed, setDeed] = useState<Deed | null>(null)
  const read = useRead(routes.listAlarms, { ...askedWith(state), limit: 500 }, { keep: true })
  const items = read.data?.items ?? []
  const list = { read, items, isFiltered: state.search !== '' || Object.keys(state.values).length > 0 }
  return (
    <Page title={t('menu.alarms')} isFlush={!isPhone}>
      <div className={isPhone ? 'flex flex-col gap-4' : 'flex h-full min-h-0 flex-col gap-3 px-5 pb-4'}>
        <KindCounts
          counts={read.data?.counts ?? []}
          chosen={kindsOf(state)}
          onChoose={(kind) => setState(withKind(state, kind))}
        />
        <FilterBar
          id="alarms"
          filters={filters}
          state={state}
          onChange={setState}
          searchLabel={t('list.search')}
          count={read.data && t('list.count', { count: read.data.total })}
        />
        {isPhone ? (
          <AlarmCards {...list} onDeed={setDeed} />
        ) : (
          <Suspense fallback={<Skeleton shape="table" count={8} />}>
            <AlarmGrid {...list} chosen={chosen} onChoose={setChosen} onDeed={setDeed} />
          </Suspense>
        )}
      </div>
      {deed && (
        <DeedDialog
          deed={deed}
          onClose={(isDone) => {
            setDeed(null)
            if (isDone) setChosen(new Set())
          }}
        />
      )}
    </Page>
  )
}
