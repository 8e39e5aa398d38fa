import Users from 'lucide-react/icons/users'
import { routes as indicatorRoutes } from '#contract/indicators'
import { BoardList } from '#screens/indicators'
import { Empty } from '#ui/Empty'
import { Await } from '#web/await'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { told, type Asked } from '../asked.ts'
import { PartCard } from '../PartCard.tsx'

const shownRows = 30

/** The team board: people by responsibilities, worst first. */
export function BoardPart({ asked, title }: { asked: Asked; title?: string | undefined }) {
  const t = useWords('reports')
  const leads = useMay()('indicators.read-team')
  const { unitId, responsibilityId, period, day } = asked
  const board = useRead(
    indicatorRoutes.readBoard,
    {
      ...told({ period, day }),
      ...(unitId ? { unitId: [unitId] } : {}),
      ...(responsibilityId ? { responsibilityId: [responsibilityId] } : {}),
      limit: shownRows,
    },
    { keep: true, when: leads },
  )
  const kind = period === 'week' || period === 'quarter' ? period : 'month'
  return (
    <PartCard title={title || t('parts.board')} ask={{ kind: 'board', ...asked }}>
      {leads ? (
        <Await query={board} shape="table">
          {(found) =>
            found.rows.length === 0 ? (
              <Empty icon={Users} title={t('workload.none')} description={t('workload.noneHint')} isSmall />
            ) : (
              <div className="flex flex-col gap-2">
                <BoardList board={found} asked={{ period: kind, ...(day ? { day } : {}) }} />
                {found.total > found.rows.length && (
                  <p className="text-sm text-muted">
                    {t('notes.first', { shown: found.rows.length, all: found.total })}
                  </p>
                )}
              </div>
            )
          }
        </Await>
      ) : (
        <Empty icon={Users} title={t('notes.noTeam')} isSmall />
      )}
    </PartCard>
  )
}
