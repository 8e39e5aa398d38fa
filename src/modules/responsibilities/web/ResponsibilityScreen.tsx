import { useState, type ReactNode } from 'react'
import PencilLine from 'lucide-react/icons/pencil-line'
import { LinkButton } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { hrefTo, useSearch } from '#web/links'
import { Page, usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type ResponsibilityDetail, type Version } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { AsOf } from './parts/AsOf.tsx'
import { DiffSheet } from './parts/DiffSheet.tsx'
import { Duties } from './parts/Duties.tsx'
import { Holders } from './parts/Holders.tsx'
import { Indicators } from './parts/Indicators.tsx'
import { KnowledgeList } from './parts/KnowledgeList.tsx'
import { Lines } from './parts/Lines.tsx'
import { LocalTargets, Parts } from './parts/Parts.tsx'
import { Rights } from './parts/Rights.tsx'
import { StateActions } from './parts/StateActions.tsx'
import { StateTag } from './parts/Tags.tsx'
import { Uses } from './parts/Uses.tsx'
import { Versions } from './parts/Versions.tsx'
import { ResponsibilityMark } from './ResponsibilityMark.tsx'

/** One responsibility as of a day: what it says, who holds it, and how it came to say so. */
export default function ResponsibilityScreen({ responsibilityId }: { responsibilityId: string }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const isPhone = usePhone()
  const [{ day }, setSearch] = useSearch({ day: '' })
  const [compared, setCompared] = useState<[string, string] | null>(null)
  const read = useRead(routes.readResponsibility, { responsibilityId, ...(day ? { day } : {}) }, { keep: true })
  const { data } = read
  const name = data?.version?.name ?? data?.versions[0]?.name
  return (
    <Page
      title={local(name) || t('menu.responsibility')}
      backHref={hrefTo(manifest, isPhone ? 'mine' : 'responsibilities')}
      marks={
        data && (
          <span className="flex flex-wrap items-center gap-2">
            {name && <ResponsibilityMark id={data.id} name={name} />}
            <StateTag state={data.state} retiredFrom={data.retiredFrom} />
            {data.version && <Tag>v{data.version.number}</Tag>}
            {!isPhone && <Tag isOutlined>{t(`workKind.${data.kind}`)}</Tag>}
            {!isPhone && <Tag isOutlined>{data.code}</Tag>}
            <span className="text-sm text-muted">{local(data.unitName) || t('fields.wholeFirm')}</span>
            {!isPhone && <AsOf day={day} onChange={(next) => setSearch({ day: next })} />}
          </span>
        )
      }
      actions={
        data?.may.edit &&
        !isPhone && (
          <>
            <StateActions detail={data} />
            {data.retiredFrom === null && (
              <LinkButton
                {...(data.state === 'draft' ? {} : { variant: 'primary' })}
                icon={PencilLine}
                href={hrefTo(manifest, 'edit', { responsibilityId })}
              >
                {t(data.version?.validFrom === null ? 'page.editDraft' : 'page.edit')}
              </LinkButton>
            )}
          </>
        )
      }
    >
      <Await query={read} shape="form">
        {(detail) => (
          <div className="grid items-start gap-4 lg:grid-cols-3">
            <div className="flex min-w-0 flex-col gap-4 lg:col-span-2">
              {detail.version && detail.whole ? (
                <Said version={detail.version} whole={detail.whole} />
              ) : (
                <NotYet detail={detail} />
              )}
            </div>
            <div className="flex min-w-0 flex-col gap-4">
              <Holders detail={detail} />
              <Uses responsibilityId={responsibilityId} day={day} />
              <Versions detail={detail} onCompare={setCompared} />
            </div>
          </div>
        )}
      </Await>
      {compared && <DiffSheet responsibilityId={responsibilityId} ids={compared} onClose={() => setCompared(null)} />}
    </Page>
  )
}

/** What the version says; figures and duties are those of the whole, with what its parts bring. */
function Said({ version, whole }: { version: Version; whole: Version }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const lists = ['inputs', 'outputs', 'capabilities', 'processRules'] as const
  const told = lists.filter((list) => version[list].length > 0)
  return (
    <>
      <Card
        title={t('fields.purpose')}
        footer={version.attribution && `${t('fields.attribution')}: ${version.attribution}`}
      >
        <p className="whitespace-pre-wrap">{local(version.purpose) || '—'}</p>
        <Sub title={t('fields.activities')}>
          <Lines lines={version.activities} />
        </Sub>
        {told.length > 0 && (
          <div className="grid gap-x-6 sm:grid-cols-2">
            {told.map((list) => (
              <Sub key={list} title={t(`fields.${list}`)}>
                <Lines lines={version[list]} />
              </Sub>
            ))}
          </div>
        )}
      </Card>
      <Card title={t('fields.indicators')}>
        <Indicators indicators={whole.indicators} />
        <LocalTargets version={version} />
      </Card>
      <Card title={t('fields.duties')}>
        <Duties duties={whole.duties} />
      </Card>
      {version.parts.length > 0 && <Parts version={version} whole={whole} />}
      {version.rights.length > 0 && (
        <Card title={t('fields.rights')}>
          <Rights rights={version.rights} />
        </Card>
      )}
      {version.knowledge.length > 0 && (
        <Card title={t('fields.knowledge')}>
          <KnowledgeList knowledge={version.knowledge} />
        </Card>
      )}
    </>
  )
}

function Sub({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mt-4">
      <h3 className="mb-1 text-sm font-semibold text-muted">{title}</h3>
      {children}
    </div>
  )
}

function NotYet({ detail }: { detail: ResponsibilityDetail }) {
  const t = useWords('responsibilities')
  const format = useFormat()
  return (
    <Card>
      <Empty title={t('page.notYet', { day: format.day(detail.day) })} description={t('page.notYetHint')} />
    </Card>
  )
}
