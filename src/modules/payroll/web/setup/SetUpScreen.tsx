import { Tabs } from '#ui/Tabs'
import { useSearch } from '#web/links'
import { Page } from '#web/page'
import { useWords } from '#web/words'
import { GroupsTab } from './GroupsTab.tsx'
import { ItemsTab } from './ItemsTab.tsx'

/** How people are paid: the items their slips are made of, and who is paid together. */
export default function SetUpScreen() {
  const t = useWords('payroll')
  const [search, setSearch] = useSearch({ tab: 'items', group: '', on: '' })
  return (
    <Page title={t('menu.setUp')} description={t('setup.about')}>
      <Tabs
        label={t('menu.setUp')}
        value={search.tab === 'groups' ? 'groups' : 'items'}
        onChange={(tab) => setSearch({ tab })}
        items={[
          {
            id: 'items',
            title: t('setup.items'),
            content: <ItemsTab groupId={search.group} on={search.on} onChoose={setSearch} />,
          },
          { id: 'groups', title: t('setup.groups'), content: <GroupsTab /> },
        ]}
      />
    </Page>
  )
}
