import { useState } from 'react'
import Clock from 'lucide-react/icons/clock'
import { DateRange } from '#ui/DateRange'
import { Empty } from '#ui/Empty'
import { Await } from '#web/await'
import { useSearch } from '#web/links'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'
import { RecordedFacts } from './RecordedFacts.tsx'
import { RecordedUnitCard } from './RecordedUnitCard.tsx'

/** Recorded hours of each department against what it and others hold. */
export function RecordedTab() {
  const t = useWords('overlap')
  const [{ from, until }, setSearch] = useSearch({ from: '', until: '' })
  const [open, setOpen] = useState<{ unitId: string; responsibilityId: string } | null>(null)
  const days = from && until ? { from, until } : {}
  const recorded = useRead(routes.readRecorded, days, { keep: true })
  const shown = recorded.data && { from: recorded.data.from, until: recorded.data.until }
  return (
    <div className="flex flex-col gap-4">
      <DateRange
        label={t('recorded.days')}
        className="max-w-xs"
        value={shown ?? null}
        onChange={(span) => setSearch({ from: span?.from ?? '', until: span?.until ?? '' })}
      />
      <Await query={recorded} shape="cards">
        {({ units }) =>
          units.length === 0 ? (
            <Empty icon={Clock} title={t('recorded.none')} description={t('recorded.noneHint')} />
          ) : (
            <div className="grid gap-3 xl:grid-cols-2">
              {units.map((unit) => (
                <RecordedUnitCard
                  key={unit.unit.id}
                  recorded={unit}
                  onOpen={(responsibilityId) => setOpen({ unitId: unit.unit.id, responsibilityId })}
                />
              ))}
            </div>
          )
        }
      </Await>
      {open && shown && <RecordedFacts {...open} {...shown} onClose={() => setOpen(null)} />}
    </div>
  )
}
