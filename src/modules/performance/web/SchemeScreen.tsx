import { useState } from 'react'
import type { SchemeContent } from '#core/performance'
import { Button } from '#ui/Button'
import { Tabs } from '#ui/Tabs'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { FormProblem } from '#web/form'
import { hrefTo } from '#web/links'
import { Page } from '#web/page'
import { useCommand, useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type SchemeDetail } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { LevelsEditor } from './LevelsEditor.tsx'
import { LinesEditor } from './LinesEditor.tsx'
import { PartsEditor } from './PartsEditor.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { SchemePlaces } from './SchemePlaces.tsx'
import { SchemeVersions } from './SchemeVersions.tsx'
import { TryDraft } from './TryDraft.tsx'

/** One scheme: its lines, reviewers and levels, whom it judges, and what a change would have done. */
export default function SchemeScreen({ schemeId }: { schemeId: string }) {
  const t = useWords('performance')
  const local = useLocal()
  const scheme = useRead(routes.readScheme, { schemeId })
  return (
    <Page
      title={scheme.data ? local(scheme.data.name) : t('menu.scheme')}
      backHref={hrefTo(manifest, 'schemes')}
      marks={scheme.data && <Tag tone="gray">{t(`period.${scheme.data.period}`)}</Tag>}
    >
      <Await query={scheme} shape="form">
        {(found) => <Editor key={found.version} scheme={found} />}
      </Await>
    </Page>
  )
}

function Editor({ scheme }: { scheme: SchemeDetail }) {
  const t = useWords('performance')
  const kept = scheme.draft ?? scheme.versions[0]?.content
  const [content, setContent] = useState<SchemeContent | undefined>(kept)
  const [tab, setTab] = useState('lines')
  const [isPublishing, setPublishing] = useState(false)
  const save = useCommand(routes.saveScheme, { done: t('scheme.saved'), showsProblem: () => true })
  if (!content) return null
  const isChanged = content !== kept
  const change = (patch: Partial<SchemeContent>) => setContent({ ...content, ...patch })
  const tabs = [
    {
      id: 'lines',
      title: t('scheme.lines'),
      content: <LinesEditor content={content} names={scheme.indicatorNames} onChange={change} />,
    },
    { id: 'parts', title: t('scheme.parts'), content: <PartsEditor content={content} onChange={change} /> },
    { id: 'levels', title: t('scheme.levels'), content: <LevelsEditor content={content} onChange={change} /> },
    { id: 'places', title: t('scheme.places'), count: scheme.places.length, content: <SchemePlaces scheme={scheme} /> },
    { id: 'try', title: t('scheme.try'), content: <TryDraft scheme={scheme} isChanged={isChanged} /> },
    {
      id: 'versions',
      title: t('scheme.versions'),
      count: scheme.versions.length,
      content: <SchemeVersions versions={scheme.versions} />,
    },
  ]
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          variant={isChanged ? 'primary' : 'secondary'}
          isDisabled={!isChanged}
          isPending={save.isRunning}
          onPress={() => save.run({ schemeId: scheme.id, version: scheme.version, name: scheme.name, content })}
        >
          {t('scheme.save')}
        </Button>
        <Button
          variant={isChanged ? 'secondary' : 'primary'}
          isDisabled={isChanged || !scheme.draft}
          onPress={() => setPublishing(true)}
        >
          {t('scheme.publish')}
        </Button>
        <p className="text-muted">{scheme.draft ? t('scheme.isDraft') : t('scheme.isPublished')}</p>
      </div>
      <FormProblem problem={save.problem} />
      {scheme.faults.length > 0 && (
        <ul className="flex flex-col gap-1 text-amber-text">
          {scheme.faults.map((fault) => (
            <li key={fault.sentence}>{fault.sentence}</li>
          ))}
        </ul>
      )}
      <Tabs label={t('menu.scheme')} items={tabs} value={tab} onChange={setTab} />
      {isPublishing && <PublishDialog scheme={scheme} onClose={() => setPublishing(false)} />}
    </div>
  )
}
