import { useState } from 'react'
import BookCopy from 'lucide-react/icons/book-copy'
import Copy from 'lucide-react/icons/copy'
import Library from 'lucide-react/icons/library'
import Plus from 'lucide-react/icons/plus'
import { Menu } from '#ui/Menu'
import { Button } from '#ui/Button'
import { Tabs } from '#ui/Tabs'
import { DayChip, GradeLists } from '#screens/organisation'
import { later } from '#web/later'
import { useSearch } from '#web/links'
import { Page } from '#web/page'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { MatrixTab } from './MatrixTab.tsx'
import { ProfilesTab } from './ProfilesTab.tsx'

const NewProfile = later(async () => (await import('./ProfileSheet.tsx')).NewProfile)
const TakeSheet = later(async () => (await import('./TakeSheet.tsx')).TakeSheet)
const CopySheet = later(async () => (await import('./CopySheet.tsx')).CopySheet)

/** The firm's kinds of work: families, grades, the positions in them, and the profiles they follow. */
export default function SystemScreen() {
  const t = useWords('profiles')
  const may = useMay()
  const [search, setSearch] = useSearch({ tab: 'matrix', on: '', unit: '' })
  const [opened, setOpened] = useState<'new' | 'take' | 'copy' | null>(null)
  const close = () => setOpened(null)
  return (
    <Page
      title={t('menu.system')}
      description={t('system.lead')}
      actions={<DayChip on={search.on} onChange={(on) => setSearch({ on })} />}
      mainAction={
        may('profiles.edit') && (
          <Menu
            label={t('profiles.new')}
            placement="bottom end"
            groups={[
              {
                items: [
                  { id: 'new', title: t('profiles.new'), icon: Plus, onAction: () => setOpened('new') },
                  { id: 'take', title: t('profiles.fromLibrary'), icon: Library, onAction: () => setOpened('take') },
                  { id: 'copy', title: t('take.copy'), icon: Copy, onAction: () => setOpened('copy') },
                ],
              },
            ]}
          >
            <Button variant="primary" icon={BookCopy}>
              {t('profiles.new')}
            </Button>
          </Menu>
        )
      }
    >
      <Tabs
        label={t('menu.system')}
        value={search.tab}
        onChange={(tab) => setSearch({ tab })}
        items={[
          { id: 'matrix', title: t('system.matrix'), content: <MatrixTab on={search.on} /> },
          { id: 'grades', title: t('system.grades'), content: <GradeLists /> },
          { id: 'profiles', title: t('system.profiles'), content: <ProfilesTab on={search.on} /> },
        ]}
      />
      {opened === 'new' && <NewProfile onClose={close} />}
      {opened === 'take' && <TakeSheet onClose={close} />}
      {opened === 'copy' && <CopySheet onClose={close} />}
    </Page>
  )
}
