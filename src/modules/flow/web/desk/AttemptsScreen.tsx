import { useMemo } from 'react'
import ShieldCheck from 'lucide-react/icons/shield-check'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { FilterBar, isDaySpan, type Filter, type FilterState } from '#ui/FilterBar'
import { Skeleton } from '#ui/Skeleton'
import { addDays } from '#core/calendar'
import type { Asked } from '#core/contract'
import { ProblemNote } from '#web/await'
import { useFilters } from '#web/links'
import { Page } from '#web/page'
import { usePages } from '#web/pages'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes, type AttemptWay } from '../../contract.ts'
import { offsetAfter } from '../inbox/offset-after.ts'
import { AttemptLine } from './AttemptLine.tsx'
import { Counted } from './Counted.tsx'
import { instantOf } from './delegation-form.ts'

const ways = ['jump', 'relocate', 'import', 'api', 'auto-pass', 'batch', 'command', 'migrate', 'publish'] as const

/** Every refused try to get around a step that cannot be skipped: when, who, where, how and why. */
export default function AttemptsScreen() {
  const t = useWords('flow')
  const timeZone = useSession().tenant?.timeZone ?? 'Asia/Shanghai'
  const filters = useMemo<Filter[]>(
    () => [
      {
        id: 'way',
        kind: 'choices',
        label: t('desk.attempts.ways'),
        options: ways.map((id) => ({ id, label: t(`desk.attempts.way.${id}`) })),
      },
      { id: 'gate', kind: 'choice', label: t('desk.attempts.gate'), options: [] },
      { id: 'days', kind: 'days', label: t('desk.attempts.days') },
    ],
    [t],
  )
  const [state, setState] = useFilters(filters)
  const list = usePages(routes.listAttempts, { ...askedWith(state, timeZone), limit: 50 }, offsetAfter)
  const [first] = list.pages ?? []
  const rows = list.pages?.flatMap((page) => page.rows) ?? []
  const only = (id: 'way' | 'gate', value: string) => setState({ ...state, values: { ...state.values, [id]: [value] } })
  return (
    <Page title={t('menu.attempts')} description={t('desk.attempts.note')}>
      <div className="flex flex-col gap-4">
        {first && (
          <div className="grid gap-4 lg:grid-cols-2">
            <Counted
              title={t('desk.attempts.ways')}
              counts={first.byWay}
              nameOf={(way) => t(`desk.attempts.way.${way}`)}
              onShow={(way) => only('way', way)}
            />
            <Counted
              title={t('desk.attempts.byGate')}
              counts={first.byGate}
              nameOf={(gate) => gate}
              onShow={(gate) => only('gate', gate)}
            />
          </div>
        )}
        <FilterBar
          id="attempts"
          filters={filters.map((filter) => (filter.id === 'gate' ? withGates(filter, first?.byGate ?? {}) : filter))}
          state={state}
          onChange={setState}
          count={first && t('desk.attempts.count', { count: first.total })}
          views="none"
        />
        {!list.pages ? (
          list.problem ? (
            <ProblemNote problem={list.problem} onAgain={list.readAgain} />
          ) : (
            <Skeleton shape="table" />
          )
        ) : rows.length === 0 ? (
          <Empty
            icon={ShieldCheck}
            title={t(Object.keys(state.values).length > 0 ? 'desk.attempts.noHit' : 'desk.attempts.empty')}
            description={t('desk.attempts.emptyNote')}
          />
        ) : (
          <Card isFlush>
            <ul aria-label={t('menu.attempts')} className="divide-y divide-line">
              {rows.map((one) => (
                <AttemptLine key={one.id} attempt={one} />
              ))}
            </ul>
            {list.hasMore && (
              <div className="border-t border-line p-3">
                <Button isBlock variant="quiet" onPress={list.more} isPending={list.isReading}>
                  {t('inbox.more')}
                </Button>
              </div>
            )}
          </Card>
        )}
      </div>
    </Page>
  )
}

function withGates(filter: Filter, byGate: Readonly<Record<string, number>>): Filter {
  return {
    id: filter.id,
    label: filter.label,
    kind: 'choice',
    options: Object.keys(byGate).map((id) => ({ id, label: id })),
  }
}

function askedWith({ values }: FilterState, timeZone: string): Asked<(typeof routes)['listAttempts']> {
  const { way, gate, days } = values
  const from = isDaySpan(days) ? instantOf(days.from, '00:00', timeZone) : undefined
  const until = isDaySpan(days) ? instantOf(addDays(days.until, 1), '00:00', timeZone) : undefined
  return {
    ...(way && !isDaySpan(way) ? { way: [...way] as AttemptWay[] } : {}),
    ...(gate && !isDaySpan(gate) && gate[0] ? { gate: gate[0] } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
  }
}
