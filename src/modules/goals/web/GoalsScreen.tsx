import { useState } from 'react'
import Plus from 'lucide-react/icons/plus'
import type { Output } from '#core/contract'
import { DayChip } from '#screens/organisation'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Stat } from '#ui/Stat'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { later } from '#web/later'
import { useSearch } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { routes, type Goal, type Share } from '../contract.ts'
import { sharePermille } from '../rules.ts'
import { Cascade, type Deeds } from './Cascade.tsx'
import { Orphans } from './Orphans.tsx'

const GoalSheet = later(async () => (await import('./GoalSheet.tsx')).GoalSheet)
const ServeSheet = later(async () => (await import('./ServeSheet.tsx')).ServeSheet)

type Opened = { kind: 'new'; parent: Goal | null } | { kind: 'change' | 'serve'; goal: Goal } | null

/** The firm's goals down to units, what serves them, and what stands alone on either side. */
export default function GoalsScreen() {
  const t = useWords('goals')
  const may = useMay()
  const [search, setSearch] = useSearch({ on: '' })
  const [opened, setOpened] = useState<Opened>(null)
  const goals = useRead(routes.readGoals, search.on ? { day: search.on } : {}, { keep: true })
  const close = () => setOpened(null)
  const deeds: Deeds = {
    addBelow: (parent) => setOpened({ kind: 'new', parent }),
    change: (goal) => setOpened({ kind: 'change', goal }),
    serve: (goal) => setOpened({ kind: 'serve', goal }),
  }
  return (
    <Page
      title={t('menu.goals')}
      description={t('page.lead')}
      actions={<DayChip on={search.on} onChange={(on) => setSearch({ on })} />}
      mainAction={
        may('goals.edit') && (
          <Button variant="primary" icon={Plus} onPress={() => setOpened({ kind: 'new', parent: null })}>
            {t('page.add')}
          </Button>
        )
      }
    >
      <Await query={goals} shape="cards">
        {(data) => <Body data={data} deeds={deeds} />}
      </Await>
      {opened?.kind === 'new' && <GoalSheet parent={opened.parent} goals={goals.data?.goals ?? []} onClose={close} />}
      {opened?.kind === 'change' && (
        <GoalSheet goal={opened.goal} parent={null} goals={goals.data?.goals ?? []} onClose={close} />
      )}
      {opened?.kind === 'serve' && <ServeSheet goal={opened.goal} onClose={close} />}
    </Page>
  )
}

function Body({ data, deeds }: { data: Output<typeof routes.readGoals>; deeds: Deeds }) {
  const t = useWords('goals')
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col gap-4">
        <div className="grid grid-cols-2 gap-3">
          <Coverage label={t('page.coverGoals')} share={data.coverage.goals} />
          <Coverage label={t('page.coverResponsibilities')} share={data.coverage.responsibilities} />
        </div>
        <Card title={t('page.cascade')}>
          {data.goals.length === 0 ? (
            <Empty title={t('page.empty')} description={t('page.emptyHint')} isSmall />
          ) : (
            <Cascade goals={data.goals} deeds={deeds} />
          )}
        </Card>
      </div>
      <Orphans data={data} />
    </div>
  )
}

function Coverage({ label, share }: { label: string; share: Share }) {
  const t = useWords('goals')
  const format = useFormat()
  const permille = sharePermille(share)
  return (
    <Stat
      label={label}
      value={permille === null ? t('page.none') : format.percent(permille)}
      note={t('page.of', share)}
      {...(permille !== null && permille < 1000 ? { tone: 'amber' as const } : {})}
    />
  )
}
