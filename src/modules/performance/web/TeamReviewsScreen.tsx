import ClipboardCheck from 'lucide-react/icons/clipboard-check'
import { Empty } from '#ui/Empty'
import { Select } from '#ui/Select'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { useSearch } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../contract.ts'
import { Distribution } from './Distribution.tsx'
import { ReviewList } from './ReviewList.tsx'

/** The people I lead in a round: who waits for my review stands first. */
export default function TeamReviewsScreen() {
  const t = useWords('performance')
  const local = useLocal()
  const f = useFormat()
  const [search, setSearch] = useSearch({ round: '' })
  const team = useRead(
    routes.listTeamReviews,
    { limit: 500, ...(search.round ? { roundId: search.round } : {}) },
    { keep: true },
  )
  return (
    <Page title={t('menu.teamReviews')}>
      <Await query={team} shape="cards">
        {(found) => {
          const round = found.rounds.find((one) => one.id === found.roundId)
          if (!round) return <Empty icon={ClipboardCheck} title={t('team.empty')} description={t('team.emptyHint')} />
          return (
            <div className="flex flex-col gap-4">
              <div className="flex flex-wrap items-end justify-between gap-3">
                <Select
                  label={t('team.round')}
                  className="w-72"
                  value={round.id}
                  onChange={(id) => setSearch({ round: id ?? '' })}
                  options={found.rounds.map((one) => ({
                    id: one.id,
                    label: local(one.name),
                    note: t(`states.${one.state}`),
                  }))}
                />
                <p className="text-muted">
                  {found.waiting > 0
                    ? t('team.waiting', { count: found.waiting, due: f.day(round.dueOn) })
                    : t('team.noneWaiting', { count: found.total })}
                </p>
              </div>
              <ReviewList rows={found.rows} caption={t('menu.teamReviews')} />
              {found.total >= 3 && <Distribution roundId={round.id} />}
            </div>
          )
        }}
      </Await>
    </Page>
  )
}
