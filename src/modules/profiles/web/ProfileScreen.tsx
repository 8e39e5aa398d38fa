import { useState } from 'react'
import PencilLine from 'lucide-react/icons/pencil-line'
import Undo2 from 'lucide-react/icons/undo-2'
import { routes as organisation } from '#contract/organisation'
import { DayChip } from '#screens/organisation'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Facts } from '#ui/Facts'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { later } from '#web/later'
import { hrefTo, Link, useSearch } from '#web/links'
import { Page } from '#web/page'
import { useCommand, useRead } from '#web/query'
import { useSession } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type ProfileDetail } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { RequirementList } from './RequirementList.tsx'

const ChangeProfile = later(async () => (await import('./ProfileSheet.tsx')).ChangeProfile)

/** What a kind of job asks for, its versions, and the positions that follow it. */
export default function ProfileScreen({ profileId }: { profileId: string }) {
  const t = useWords('profiles')
  const local = useLocal()
  const [search, setSearch] = useSearch({ on: '' })
  const [isChanging, setChanging] = useState(false)
  const profile = useRead(routes.readProfile, { profileId, ...(search.on ? { day: search.on } : {}) }, { keep: true })
  const { data } = profile
  return (
    <Page
      title={data ? local(data.version.name) : t('menu.profile')}
      marks={data && <Tag>{t('profiles.version', { number: data.version.number })}</Tag>}
      backHref={hrefTo(manifest, 'system', {}, { tab: 'profiles' })}
      actions={<DayChip on={search.on} onChange={(on) => setSearch({ on })} />}
      mainAction={
        data?.mayEdit && (
          <Button variant="primary" icon={PencilLine} onPress={() => setChanging(true)}>
            {t('editor.change')}
          </Button>
        )
      }
    >
      <Await query={profile} shape="cards">
        {(detail) => <Body profile={detail} />}
      </Await>
      {isChanging && data && <ChangeProfile profile={data} onClose={() => setChanging(false)} />}
    </Page>
  )
}

function Body({ profile }: { profile: ProfileDetail }) {
  const t = useWords('profiles')
  const local = useLocal()
  const { version } = profile
  const listed = useRead(organisation.listGrades, {}).data
  const family = listed?.families.find((one) => one.id === version.jobFamilyId)
  const grade = listed?.grades.find((one) => one.id === version.gradeId)
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col gap-4">
        <Card>
          {local(version.summary) && <p className="mb-4">{local(version.summary)}</p>}
          <Facts
            columns={3}
            items={[
              { label: t('editor.code'), value: profile.code },
              { label: t('editor.family'), value: family ? local(family.name) : '—' },
              { label: t('editor.grade'), value: grade ? local(grade.name) : '—' },
            ]}
          />
        </Card>
        <Card title={t('editor.requirements')}>
          <RequirementList requirements={version.requirements} />
        </Card>
        {version.attribution && (
          <p lang="en" className="max-w-prose text-xs text-muted">
            {version.attribution}
          </p>
        )}
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <Card title={t('profiles.positions')}>
          {profile.positions.length === 0 && <p className="text-muted">{t('profiles.noPositions')}</p>}
          <ul className="flex flex-col gap-1.5">
            {profile.positions.map((one) => (
              <li key={one.positionId}>
                <Link href={hrefTo(manifest, 'description', { positionId: one.positionId })}>{local(one.title)}</Link>
                <span className="ml-2 text-sm text-muted">{local(one.unitName)}</span>
              </li>
            ))}
          </ul>
        </Card>
        <Versions profile={profile} />
      </div>
    </div>
  )
}

function Versions({ profile }: { profile: ProfileDetail }) {
  const t = useWords('profiles')
  const today = useSession().tenant?.today ?? ''
  const withdraw = useCommand(routes.withdrawProfile, { done: t('editor.withdrawn') })
  return (
    <Card title={t('profiles.versions')}>
      <ul className="flex flex-col gap-2">
        {profile.versions.map((one, at) => (
          <li key={one.id} className="text-sm">
            <span className="flex flex-wrap items-center gap-x-2">
              <span className={one.id === profile.version.id ? 'font-semibold' : ''}>
                {t('profiles.version', { number: one.number })}
              </span>
              <span className="text-muted">{t('profiles.since', { day: one.validFrom })}</span>
              {one.createdBy && <span className="text-muted">{one.createdBy}</span>}
              {at === 0 && one.validFrom > today && profile.mayEdit && profile.versions.length > 1 && (
                <Button
                  size="sm"
                  variant="quiet"
                  icon={Undo2}
                  isPending={withdraw.isRunning}
                  onPress={() => withdraw.run({ profileId: profile.id, versionId: one.id })}
                >
                  {t('editor.withdraw')}
                </Button>
              )}
            </span>
            {one.changeNote && <span className="block text-muted">{one.changeNote}</span>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
