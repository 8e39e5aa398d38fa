import { Button } from '#ui/Button'
import { Tabs } from '#ui/Tabs'
import { Await } from '#web/await'
import { later } from '#web/later'
import { hrefTo, useSearch } from '#web/links'
import { Page } from '#web/page'
import { useCommand, useRead } from '#web/query'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { routes, type SourceDetail } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { Rejects } from './Rejects.tsx'
import { Runs } from './Runs.tsx'
import { Silence } from './Silence.tsx'
import { SourceStatus } from './SourceStatus.tsx'

const SetUp = later(async () => (await import('./SetUp.tsx')).SetUp)

/** One source: how it is connected, what it brought, what it could not bring. */
export default function SourceScreen({ sourceId }: { sourceId: string }) {
  const t = useWords('sources')
  const may = useMay()
  const source = useRead(routes.readSource, { sourceId })
  const data = source.data
  const [search, setSearch] = useSearch({ tab: '' })
  const mayEdit = may('sources.edit')
  return (
    <Page
      title={data?.name ?? t('menu.source')}
      backHref={hrefTo(manifest, 'sources')}
      marks={data && <SourceStatus source={data} />}
      mainAction={data && mayEdit && <Deeds source={data} />}
    >
      <Await query={source} shape="form">
        {(one) => (
          <div className="flex flex-col gap-4">
            <Silence source={one} />
            <Tabs
              label={t('tabs.label')}
              value={search.tab || (mayEdit && !one.isMapped ? 'setUp' : 'runs')}
              onChange={(tab) => setSearch({ tab })}
              items={[
                { id: 'runs', title: t('tabs.runs'), content: <Runs sourceId={sourceId} /> },
                ...(mayEdit
                  ? [
                      {
                        id: 'rejects',
                        title: t('tabs.rejects'),
                        count: one.rejects,
                        content: <Rejects sourceId={sourceId} />,
                      },
                      { id: 'setUp', title: t('tabs.setUp'), content: <SetUp source={one} key={one.version} /> },
                    ]
                  : []),
              ]}
            />
          </div>
        )}
      </Await>
    </Page>
  )
}

function Deeds({ source }: { source: SourceDetail }) {
  const t = useWords('sources')
  const state = useCommand(routes.setSourceState, {
    done: source.state === 'on' ? t('on.paused') : t('on.turnedOn'),
  })
  const run = useCommand(routes.runSource, { done: t('on.enqueued') })
  const { id: sourceId, version } = source
  const next = source.state === 'on' ? 'paused' : 'on'
  return (
    <span className="flex gap-2">
      {source.kind !== 'webhook' && source.isMapped && (
        <Button onPress={() => run.run({ sourceId })} isPending={run.isRunning || source.isRunning}>
          {t('on.runNow')}
        </Button>
      )}
      <Button
        variant={next === 'on' ? 'primary' : 'secondary'}
        isDisabled={next === 'on' && !source.isMapped}
        isPending={state.isRunning}
        onPress={() => state.run({ sourceId, version, state: next })}
      >
        {next === 'on' ? t('on.turnOn') : t('on.pause')}
      </Button>
    </span>
  )
}
