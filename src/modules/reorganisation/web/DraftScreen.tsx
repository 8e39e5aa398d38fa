import { useEffect, useRef, type ReactNode } from 'react'
import { Tabs } from '#ui/Tabs'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { moduleChanged } from '#web/cache'
import { useFormat } from '#web/format'
import { hrefTo, useSearch } from '#web/links'
import { Page, usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useLanguage, useWords } from '#web/words'
import { routes, type DraftDetail } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { AccessTab } from './AccessTab.tsx'
import { ChangeList } from './ChangeList.tsx'
import { ChartTab } from './ChartTab.tsx'
import { CourseTab } from './CourseTab.tsx'
import { DifferencesTab } from './DifferencesTab.tsx'
import { DraftDeeds } from './DraftDeeds.tsx'
import { StateTag } from './DraftsScreen.tsx'
import { EffectsTab } from './EffectsTab.tsx'
import { HeldBack } from './HeldBack.tsx'

/** One draft: what it changes, what is in the way, what it would do, and how far it has come. */
export default function DraftScreen({ draftId }: { draftId: string }) {
  const t = useWords('reorganisation')
  const f = useFormat()
  const draft = useRead(routes.readDraft, { draftId }, { keep: true })
  useSentencesAnew()
  const { data } = draft
  const isPhone = usePhone()
  return (
    <Page
      title={data?.name ?? t('menu.draft')}
      backHref={hrefTo(manifest, 'drafts')}
      marks={
        data && (
          <>
            <StateTag draft={data} />
            {!isPhone && <Tag>{t('draft.takesEffect', { day: f.day(data.day) })}</Tag>}
          </>
        )
      }
      {...(data?.note ? { description: data.note } : {})}
      actions={data && <DraftDeeds draft={data} />}
    >
      <Await query={draft} shape="table">
        {(value) => (
          <div className="flex flex-col gap-4">
            {isPhone && <p className="text-muted">{t('draft.takesEffect', { day: f.day(value.day) })}</p>}
            <HeldBack draft={value} />
            <Parts draft={value} />
          </div>
        )}
      </Await>
    </Page>
  )
}

function Parts({ draft }: { draft: DraftDetail }) {
  const t = useWords('reorganisation')
  const [search, setSearch] = useSearch({ tab: 'changes' })
  const tab = (id: string, content: ReactNode, count?: number) => ({
    id,
    title: t(`draft.tabs.${id}`),
    // a tab reads only while it is looked at
    content: search.tab === id ? content : null,
    ...(count === undefined ? {} : { count }),
  })
  return (
    <Tabs
      label={draft.name}
      value={search.tab}
      onChange={(id) => setSearch({ tab: id })}
      items={[
        tab('changes', <ChangeList draft={draft} />, draft.changes.length),
        tab('differences', <DifferencesTab draft={draft} />),
        tab('effects', <EffectsTab draft={draft} />),
        tab('chart', <ChartTab draft={draft} />),
        tab('access', <AccessTab draft={draft} />),
        tab('course', <CourseTab draft={draft} />, draft.course.length),
      ]}
    />
  )
}

/** The sentences come from the server: in another language they are asked for again. */
function useSentencesAnew(): void {
  const language = useLanguage()
  const first = useRef(language)
  useEffect(() => {
    if (first.current === language) return
    first.current = language
    void moduleChanged(manifest.name)
  }, [language])
}
