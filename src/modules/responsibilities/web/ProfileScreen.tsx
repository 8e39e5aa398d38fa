import { useState } from 'react'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { CheckboxGroup } from '#ui/Checkbox'
import { Progress } from '#ui/Progress'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { hrefTo } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { routes, type Profile } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { Attribution } from './parts/Attribution.tsx'
import { TakePanel } from './parts/TakePanel.tsx'

/** A job profile: its tasks to choose from, and the skills it asks for. */
export default function ProfileScreen({ profileCode }: { profileCode: string }) {
  const t = useWords('responsibilities')
  const read = useRead(routes.readProfile, { profileCode })
  return (
    <Page
      title={read.data?.title ?? t('menu.profile')}
      description={read.data?.description}
      backHref={hrefTo(manifest, 'library')}
    >
      <Await query={read} shape="form">
        {(profile) => <Chooser key={profile.code} profile={profile} />}
      </Await>
    </Page>
  )
}

function Chooser({ profile }: { profile: Profile }) {
  const t = useWords('responsibilities')
  const may = useMay()
  const format = useFormat()
  const core = profile.tasks.filter((task) => task.isCore)
  const [chosen, setChosen] = useState(() => core.map((task) => task.taskId).slice(0, 60))
  const groups = [
    { title: t('library.core'), tasks: core },
    { title: t('library.more'), tasks: profile.tasks.filter((task) => !task.isCore) },
  ].filter((group) => group.tasks.length > 0)
  return (
    <div className="grid items-start gap-4 lg:grid-cols-3">
      <div className="flex min-w-0 flex-col gap-4 lg:col-span-2">
        {groups.map(({ title, tasks }) => {
          const ids = tasks.map((task) => task.taskId)
          const here = chosen.filter((id) => ids.includes(id))
          const others = chosen.filter((id) => !ids.includes(id))
          return (
            <Card
              key={title}
              title={`${title} (${here.length}/${tasks.length})`}
              actions={
                <>
                  <Button variant="quiet" size="sm" onPress={() => setChosen([...others, ...ids])}>
                    {t('library.all')}
                  </Button>
                  <Button variant="quiet" size="sm" onPress={() => setChosen(others)}>
                    {t('library.none')}
                  </Button>
                </>
              }
            >
              <CheckboxGroup
                label={title}
                hideLabel
                options={tasks.map((task) => ({ id: task.taskId, label: task.task }))}
                value={here}
                onChange={(next) => setChosen([...others, ...next])}
              />
            </Card>
          )
        })}
        <Attribution source={profile.source} />
      </div>
      <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-0">
        {may('responsibilities.edit') && <TakePanel profile={profile} chosen={chosen} />}
        {profile.skills.length > 0 && (
          <Card title={t('library.skills')}>
            <ul className="flex flex-col gap-2">
              {profile.skills.slice(0, 12).map((skill) => (
                <li key={skill.skill}>
                  <Progress
                    label={skill.skill}
                    value={skill.importance}
                    max={5}
                    showLabel
                    figure={format.number(skill.importance, 1)}
                  />
                </li>
              ))}
            </ul>
          </Card>
        )}
        {profile.titles.length > 0 && (
          <Card title={t('library.otherTitles')}>
            <p className="text-sm text-muted">{profile.titles.slice(0, 30).join(', ')}</p>
          </Card>
        )}
      </div>
    </div>
  )
}
