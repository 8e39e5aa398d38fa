import { isDay, type Day } from '#core/calendar'
import { useSearch } from '#web/links'
import { useSession } from '#web/session'
import { isShownKind, type ShownKind } from './periods.ts'

export type ShownPeriod = {
  kind: ShownKind
  day: Day
  today: Day
  set: (next: { kind?: ShownKind; day?: Day }) => void
  /** For the contract and for links to pages below; nothing while it is the period of today. */
  asked: { period: ShownKind; day?: Day }
}

/** The period a page shows, kept in its address. */
export function useShownPeriod(): ShownPeriod {
  const today = useSession().tenant?.today ?? ''
  const [search, setSearch] = useSearch({ period: 'month', day: '' })
  const kind = isShownKind(search.period) ? search.period : 'month'
  const day = isDay(search.day) ? search.day : today
  return {
    kind,
    day,
    today,
    set: (next) =>
      setSearch({
        period: next.kind ?? kind,
        ...(next.day === undefined ? {} : { day: next.day === today ? '' : next.day }),
      }),
    asked: { period: kind, ...(day === today ? {} : { day }) },
  }
}
