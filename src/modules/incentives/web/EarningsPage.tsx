import Gift from 'lucide-react/icons/gift'
import { Empty } from '#ui/Empty'
import { Select } from '#ui/Select'
import { Stat } from '#ui/Stat'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { useSearch } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'
import { EarningCard } from './EarningCard.tsx'

type Props = { personId: string; title: (name: string | undefined) => string; backHref?: string }

/** A month of one person's incentives: settled, or as it stands while the month runs. */
export function EarningsPage({ personId, title, backHref }: Props) {
  const t = useWords('incentives')
  const format = useFormat()
  const now = (useSession().tenant?.today ?? '').slice(0, 7)
  const [{ period }, setSearch] = useSearch({ period: '' })
  const read = useRead(routes.readEarnings, { personId, ...(period ? { period } : {}) }, { keep: true })
  return (
    <Page title={title(read.data?.name)} {...(backHref ? { backHref } : {})}>
      <Await query={read} shape="cards">
        {(found) => {
          const known = new Set([now, found.period, ...found.months.map((one) => one.period)])
          const months = [...known].sort((a, b) => (a < b ? 1 : -1))
          const amounts = new Map(found.months.map((one) => [one.period, one.fen]))
          return (
            <div className="flex max-w-4xl flex-col gap-4">
              <Select
                label={t('settlement.month')}
                className="w-full sm:w-60"
                value={found.period}
                onChange={(next) => setSearch({ period: next === now ? '' : (next ?? '') })}
                options={months.map((id) => ({
                  id,
                  label: id,
                  note: amounts.has(id) ? format.money(amounts.get(id) ?? 0) : t('states.running'),
                }))}
              />
              <Stat
                label={t(`mine.total.${found.state}`)}
                value={format.money(found.totalFen)}
                note={
                  found.settledAt
                    ? t('mine.settledOn', { day: format.day(found.settledAt) })
                    : t('mine.runningNote', { period: found.period })
                }
              />
              {found.earnings.length === 0 && (
                <Empty icon={Gift} title={t('mine.empty')} description={t('mine.emptyHint')} />
              )}
              {found.earnings.map((earning) => (
                <EarningCard
                  key={`${earning.planId}:${earning.origin}`}
                  earning={earning}
                  period={found.period}
                  kinds={found.kinds}
                />
              ))}
            </div>
          )
        }}
      </Await>
    </Page>
  )
}
