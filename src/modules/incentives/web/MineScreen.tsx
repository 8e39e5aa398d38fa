import Gift from 'lucide-react/icons/gift'
import { Empty } from '#ui/Empty'
import { Page } from '#web/page'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { EarningsPage } from './EarningsPage.tsx'

/** My incentives: how this month stands and what was settled. */
export default function MineScreen() {
  const t = useWords('incentives')
  const personId = useSession().account?.personId
  if (personId) return <EarningsPage personId={personId} title={() => t('menu.mine')} />
  return (
    <Page title={t('menu.mine')}>
      <Empty icon={Gift} title={t('mine.noPerson')} />
    </Page>
  )
}
