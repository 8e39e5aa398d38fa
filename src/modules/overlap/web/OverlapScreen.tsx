import RefreshCw from 'lucide-react/icons/refresh-cw'
import { Button } from '#ui/Button'
import { Tabs } from '#ui/Tabs'
import { useFormat } from '#web/format'
import { later } from '#web/later'
import { useSearch } from '#web/links'
import { Page } from '#web/page'
import { useCommand, useRead } from '#web/query'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'
import { GroupsTab } from './GroupsTab.tsx'
import { MatrixTab } from './MatrixTab.tsx'
import { PairsTab } from './PairsTab.tsx'
import { RecordedTab } from './RecordedTab.tsx'

const PairSheet = later(async () => (await import('./PairSheet.tsx')).PairSheet)

/** Where two units do the same work: by what they hold, and by what they record. */
export default function OverlapScreen() {
  const t = useWords('overlap')
  const may = useMay()
  const format = useFormat()
  const [{ tab, pair }, setSearch] = useSearch({ tab: 'matrix', pair: '' })
  const matrix = useRead(routes.readMatrix, {})
  const analyse = useCommand(routes.analyseOverlap, { done: t('analyse.asked') })
  const run = matrix.data
  return (
    <Page
      title={t('menu.overlap')}
      description={
        run?.analysedAt
          ? t('analyse.last', { count: run.statementCount, at: format.ago(run.analysedAt) })
          : t('analyse.never')
      }
      actions={
        may('overlap.decide') && (
          <Button icon={RefreshCw} onPress={() => analyse.run({})} isPending={analyse.isRunning}>
            {t('analyse.deed')}
          </Button>
        )
      }
    >
      <Tabs
        label={t('menu.overlap')}
        value={tab}
        onChange={(next) => setSearch({ tab: next })}
        items={[
          { id: 'matrix', title: t('tabs.matrix'), content: <MatrixTab /> },
          { id: 'pairs', title: t('tabs.pairs'), content: <PairsTab /> },
          { id: 'groups', title: t('tabs.groups'), content: <GroupsTab /> },
          { id: 'recorded', title: t('tabs.recorded'), content: <RecordedTab /> },
        ]}
      />
      {pair && <PairSheet pairId={pair} onClose={() => setSearch({ pair: '' })} />}
    </Page>
  )
}
