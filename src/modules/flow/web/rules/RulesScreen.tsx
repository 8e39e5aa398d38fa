import { Tabs } from '#ui/Tabs'
import { useSearch } from '#web/links'
import { Page } from '#web/page'
import { useWords } from '#web/words'
import { AssignTab } from './assign/AssignTab.tsx'
import { LimitsTab } from './limits/LimitsTab.tsx'
import { LinksTab } from './links/LinksTab.tsx'

/** What holds between flows and beside them: which begins which, who gets what, and which numbers are watched. */
export default function RulesScreen() {
  const t = useWords('flow')
  const [{ tab }, setSearch] = useSearch({ tab: 'links' })
  return (
    <Page title={t('menu.rules')} description={t('rules.note')}>
      <Tabs
        label={t('menu.rules')}
        value={tab}
        onChange={(id) => setSearch({ tab: id })}
        items={[
          { id: 'links', title: t('rules.tabs.links'), content: <LinksTab /> },
          { id: 'assign', title: t('rules.tabs.assign'), content: <AssignTab /> },
          { id: 'limits', title: t('rules.tabs.limits'), content: <LimitsTab /> },
        ]}
      />
    </Page>
  )
}
