import { useMemo, type ReactNode } from 'react'
import { Blocked } from '#ui/Blocked'
import { Tabs } from '#ui/Tabs'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { hrefTo, useSearch } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useLanguage, useLocal, useWords } from '#web/words'
import { routes, type FlowDetail } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { DesignTab } from './DesignTab.tsx'
import { FlowDeeds } from './FlowDeeds.tsx'
import { FlowState } from './FlowsScreen.tsx'
import { FormTab } from './FormTab.tsx'
import { RunningTab } from './running/RunningTab.tsx'
import { SettingsTab } from './SettingsTab.tsx'
import { localized } from './say/localized.ts'
import { SimulationTab } from './simulate/SimulationTab.tsx'
import { useChecked } from './use-checked.ts'
import { useEditor } from './use-editor.ts'
import { useNames } from './use-names.ts'
import { VersionsTab } from './versions/VersionsTab.tsx'
import { readWork, type Work } from './work.ts'

/** One flow: drawn, proved, tried, published, and what runs on it. */
export default function FlowScreen({ flowId }: { flowId: string }) {
  const t = useWords('flow')
  const flow = useRead(routes.readFlow, { flowId })
  if (!flow.data)
    return (
      <Page title={t('menu.flow')} backHref={hrefTo(manifest, 'flows')}>
        <Await query={flow} shape="form">
          {() => null}
        </Await>
      </Page>
    )
  return <Opened key={flowId} flow={flow.data} />
}

function Opened({ flow }: { flow: FlowDetail }) {
  const t = useWords('flow')
  const local = useLocal()
  const read = useMemo(() => readWork(flow.draft), [flow.draft])
  if ('work' in read) return <Workshop flow={flow} first={read.work} />
  return (
    <Page title={local(flow.name)} backHref={hrefTo(manifest, 'flows')}>
      <Blocked
        title={t('designer.misread.title')}
        rule={read.misread.map((one) => `${one.path}: ${one.message}`).join('; ')}
        person={t('designer.misread.who')}
        deadline={t('designer.misread.when')}
      />
    </Page>
  )
}

function Workshop({ flow, first }: { flow: FlowDetail; first: Work }) {
  const t = useWords('flow')
  const local = useLocal()
  const may = useMay()
  const editor = useEditor(flow, first)
  const { definition } = editor.work
  const { proved, isOld } = useChecked(definition)
  const names = useNames(editor.work, flow.names)
  const language = useLanguage()
  const steps = useMemo(() => localized(definition, language), [definition, language])
  const [search, setSearch] = useSearch({ tab: 'design' })
  const tab = (id: string, content: () => ReactNode, count?: number) => ({
    id,
    title: t(`designer.tabs.${id}`),
    content: search.tab === id ? content() : null,
    ...(count === undefined ? {} : { count }),
  })
  return (
    <Page
      title={local(flow.name)}
      backHref={hrefTo(manifest, 'flows')}
      marks={
        <>
          <FlowState flow={flow} />
          {flow.currentVersion !== null && <Tag>{t('designer.list.v', { number: flow.currentVersion })}</Tag>}
        </>
      }
      actions={<FlowDeeds flow={flow} editor={editor} steps={steps} proved={proved} names={names} />}
    >
      <Tabs
        label={local(flow.name)}
        value={search.tab}
        onChange={(id) => setSearch({ tab: id })}
        items={[
          tab('design', () => (
            <DesignTab flow={flow} editor={editor} steps={steps} proved={proved} isOld={isOld} names={names} />
          )),
          tab('form', () => <FormTab flow={flow} editor={editor} />, editor.work.form.fields.length),
          tab('simulation', () => <SimulationTab flow={flow} editor={editor} steps={steps} names={names} />),
          tab('versions', () => <VersionsTab flow={flow} work={editor.work} names={names} />, flow.versions.length),
          ...(may('flow.manage') ? [tab('running', () => <RunningTab flow={flow} />, flow.running)] : []),
          tab('settings', () => <SettingsTab flow={flow} editor={editor} names={names} />),
        ]}
      />
    </Page>
  )
}
