import { PeriodBar, useShownPeriod } from '#screens/indicators'
import { Tabs, type TabItem } from '#ui/Tabs'
import { later } from '#web/later'
import { useSearch } from '#web/links'
import { Page } from '#web/page'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { MineTab } from './MineTab.tsx'

const UnitTab = later(async () => (await import('./UnitTab.tsx')).UnitTab)
const RankingTab = later(async () => (await import('./RankingTab.tsx')).RankingTab)
const WorkloadTab = later(async () => (await import('./WorkloadTab.tsx')).WorkloadTab)
const EffectsTab = later(async () => (await import('./EffectsTab.tsx')).EffectsTab)
const DashboardsTab = later(async () => (await import('./dashboard/DashboardsTab.tsx')).DashboardsTab)
const SentTab = later(async () => (await import('./sent/SentTab.tsx')).SentTab)

/** All reports under one entry of the menu: my own first, then those of whom I lead. */
export default function ReportsScreen() {
  const t = useWords('reports')
  const may = useMay()
  const shown = useShownPeriod()
  const [{ tab }, setSearch] = useSearch({ tab: 'mine' })
  const leads = may('indicators.read-team')
  const withPeriod = (content: TabItem['content']) => (
    <div className="flex max-w-6xl flex-col gap-4 pt-4">
      <PeriodBar shown={shown} />
      {content}
    </div>
  )
  const plain = (content: TabItem['content']) => <div className="max-w-6xl pt-4">{content}</div>
  const item = (id: string, content: TabItem['content']): TabItem => ({ id, title: t(`tabs.${id}`), content })
  const items = [
    item('mine', withPeriod(<MineTab shown={shown} />)),
    item('dashboards', plain(<DashboardsTab />)),
    ...(leads
      ? [
          item('unit', withPeriod(<UnitTab shown={shown} />)),
          item('ranking', withPeriod(<RankingTab shown={shown} />)),
          item('workload', plain(<WorkloadTab />)),
        ]
      : []),
    item('effects', plain(<EffectsTab />)),
    item('sent', plain(<SentTab />)),
  ]
  return (
    <Page title={t('menu.reports')}>
      <Tabs
        label={t('menu.reports')}
        items={items}
        value={items.some((one) => one.id === tab) ? tab : 'mine'}
        onChange={(next) => setSearch({ tab: next })}
      />
    </Page>
  )
}
