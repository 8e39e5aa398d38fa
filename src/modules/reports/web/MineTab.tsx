import UserRound from 'lucide-react/icons/user-round'
import type { ShownPeriod } from '#screens/indicators'
import { Empty } from '#ui/Empty'
import { Await } from '#web/await'
import { useRead } from '#web/query'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'
import { PersonReportView } from './PersonReportView.tsx'

/** My own report, before anybody above sees it. */
export function MineTab({ shown }: { shown: ShownPeriod }) {
  const t = useWords('reports')
  const isPerson = useSession().account?.personId != null
  const report = useRead(routes.readPersonReport, { personId: 'me', ...shown.asked }, { keep: true, when: isPerson })
  if (!isPerson || report.error?.status === 404) return <Empty icon={UserRound} title={t('mine.noPerson')} />
  return (
    <Await query={report} shape="cards">
      {(found) => <PersonReportView report={found} isMine />}
    </Await>
  )
}
