import { Progress } from '#ui/Progress'
import { Tabs } from '#ui/Tabs'
import { Await } from '#web/await'
import { hrefTo, useSearch } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type PayRun } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { RunDeeds, RunMenu } from './RunDeeds.tsx'
import { RunFindings } from './RunFindings.tsx'
import { RunSlips } from './RunSlips.tsx'
import { RunState } from './RunState.tsx'
import { RunSteps } from './RunSteps.tsx'
import { RunSums } from './RunSums.tsx'

/** One run from gathering to payment: where it stands, what it comes to, who is in it and what is odd. */
export default function RunScreen({ runId }: { runId: string }) {
  const t = useWords('payroll')
  const local = useLocal()
  const run = useRead(routes.readRun, { runId }, { keep: true })
  const title = run.data ? `${run.data.period} · ${local(run.data.groupName)}` : t('menu.run')
  return (
    <Page
      title={title}
      backHref={hrefTo(manifest, 'runs', {})}
      marks={run.data && <RunState run={run.data} />}
      actions={run.data && <RunMenu run={run.data} />}
      {...(run.data && needsDeed(run.data) ? { mainAction: <RunDeeds run={run.data} /> } : {})}
    >
      <Await query={run} shape="cards">
        {(found) => <RunBody run={found} />}
      </Await>
    </Page>
  )
}

/** What is paid or given up needs no button. */
function needsDeed({ state, isLocked }: PayRun): boolean {
  return (
    state === 'calculating' || state === 'submitted' || ((state === 'draft' || state === 'calculated') && !isLocked)
  )
}

function RunBody({ run }: { run: PayRun }) {
  const t = useWords('payroll')
  const [search, setSearch] = useSearch({ tab: 'slips' })
  const { progress } = run
  return (
    <div className="flex flex-col gap-5">
      <RunSteps run={run} />
      {progress && (
        <Progress
          label={t('runs.progressLabel')}
          showLabel
          {...(progress.total > 0 ? { value: progress.done, max: progress.total } : {})}
          figure={t('runs.progress', { done: progress.done, total: progress.total })}
        />
      )}
      <RunSums run={run} />
      <Tabs
        label={t('menu.run')}
        value={search.tab === 'findings' ? 'findings' : 'slips'}
        onChange={(tab) => setSearch({ tab })}
        items={[
          {
            id: 'slips',
            title: t('runs.slips'),
            content: search.tab !== 'findings' && <RunSlips run={run} />,
          },
          {
            id: 'findings',
            title: t('runs.findings'),
            count: run.blocking + run.openWarnings,
            content: search.tab === 'findings' && <RunFindings run={run} />,
          },
        ]}
      />
    </div>
  )
}
