import { useMemo, useState } from 'react'
import { Link as RacLink } from 'react-aria-components/Link'
import Plus from 'lucide-react/icons/plus'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import Workflow from 'lucide-react/icons/workflow'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { FilterBar, type Filter } from '#ui/FilterBar'
import { SimpleTable, type SimpleColumn } from '#ui/SimpleTable'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { later } from '#web/later'
import { hrefTo, Link, useFilters, useGo } from '#web/links'
import { Page, usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { hasWord, useLocal, useWords, type Say } from '#web/words'
import { routes, type FlowRow } from '../../contract.ts'
import { manifest } from '../../manifest.ts'

const CreateSheet = later(async () => (await import('./create/CreateSheet.tsx')).CreateSheet)

/** All flows of the company: which is in use, which has changes nobody published yet, how much runs on each. */
export default function FlowsScreen() {
  const t = useWords('flow')
  const may = useMay()
  const go = useGo()
  const isPhone = usePhone()
  const [isMaking, setMaking] = useState(false)
  const filters = useMemo(
    (): Filter[] => [
      {
        kind: 'choice',
        id: 'state',
        label: t('designer.list.state'),
        options: ['unpublished', 'changed', 'retired'].map((id) => ({ id, label: t(`designer.states.${id}`) })),
      },
    ],
    [t],
  )
  const [filter, setFilter] = useFilters(filters)
  const [state] = (filter.values['state'] as string[] | undefined) ?? []
  const flows = useRead(
    routes.listFlows,
    { ...(filter.search ? { text: filter.search } : {}), ...(state === 'retired' ? { retired: 'true' as never } : {}) },
    { keep: true },
  )
  const add = may('flow.design') && (
    <Button icon={Plus} variant="primary" onPress={() => setMaking(true)}>
      {t('designer.list.add')}
    </Button>
  )
  const isFiltered = Boolean(filter.search) || state !== undefined
  return (
    <Page title={t('menu.flows')} description={t('designer.list.note')} mainAction={add}>
      <div className="flex flex-col gap-3">
        <FilterBar
          id="flows"
          filters={filters}
          state={filter}
          onChange={setFilter}
          searchLabel={t('designer.list.search')}
        />
        <Await query={flows} shape={isPhone ? 'cards' : 'table'}>
          {({ rows }) => {
            const shown = rows.filter((row) => state === undefined || stateOf(row) === state)
            if (shown.length === 0)
              return (
                <Empty
                  icon={Workflow}
                  title={t(isFiltered ? 'designer.list.noneFound' : 'designer.list.none')}
                  description={t(isFiltered ? 'designer.list.noneFoundNote' : 'designer.list.noneNote')}
                />
              )
            return isPhone ? <FlowCards rows={shown} /> : <FlowTable rows={shown} />
          }}
        </Await>
      </div>
      {isMaking && (
        <CreateSheet onClose={() => setMaking(false)} onMade={(flowId) => go(hrefTo(manifest, 'flow', { flowId }))} />
      )}
    </Page>
  )
}

function FlowTable({ rows }: { rows: readonly FlowRow[] }) {
  const t = useWords('flow')
  const f = useFormat()
  const local = useLocal()
  const columns: SimpleColumn<FlowRow>[] = [
    {
      title: t('designer.list.name'),
      isRowHeader: true,
      cell: (row) => (
        <span className="flex flex-col">
          <Link href={hrefTo(manifest, 'flow', { flowId: row.id })}>{local(row.name)}</Link>
          <span className="line-clamp-1 max-w-100 text-sm font-normal text-muted">{local(row.description)}</span>
        </span>
      ),
    },
    { title: t('designer.list.category'), cell: (row) => <Category id={row.category} /> },
    { title: t('designer.list.state'), cell: (row) => <StateAndProblems flow={row} /> },
    {
      title: t('designer.list.version'),
      align: 'end',
      cell: (row) => (row.currentVersion === null ? '–' : t('designer.list.v', { number: row.currentVersion })),
    },
    {
      title: t('designer.list.running'),
      align: 'end',
      cell: (row) =>
        row.running > 0 ? (
          <Link href={hrefTo(manifest, 'flow', { flowId: row.id }, { tab: 'running' })}>{f.number(row.running)}</Link>
        ) : (
          '0'
        ),
    },
    {
      title: t('designer.list.changed'),
      cell: (row) => (
        <span className="text-muted">
          {f.ago(row.changedAt)} · {row.changedByName}
        </span>
      ),
    },
  ]
  return <SimpleTable caption={t('menu.flows')} rows={rows} rowKey={(row) => row.id} columns={columns} />
}

function FlowCards({ rows }: { rows: readonly FlowRow[] }) {
  const t = useWords('flow')
  const f = useFormat()
  const local = useLocal()
  return (
    <ul className="flex flex-col gap-3">
      {rows.map((row) => (
        <li key={row.id}>
          <Card>
            <div className="flex flex-col gap-1">
              <div className="flex items-center justify-between gap-2">
                <RacLink
                  href={hrefTo(manifest, 'flow', { flowId: row.id })}
                  className="flex min-h-11 min-w-11 items-center font-medium text-primary-text"
                >
                  {local(row.name)}
                </RacLink>
                <StateAndProblems flow={row} />
              </div>
              <p className="line-clamp-2 text-sm text-muted">{local(row.description)}</p>
              <p className="text-sm text-muted">
                {[
                  categoryName(row.category, t),
                  row.currentVersion === null ? '' : t('designer.list.v', { number: row.currentVersion }),
                  t('designer.list.runningCount', { count: row.running }),
                  f.ago(row.changedAt),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
          </Card>
        </li>
      ))}
    </ul>
  )
}

function Category({ id }: { id: string }) {
  return <>{categoryName(id, useWords('flow')) || '–'}</>
}

/** The usual categories have names of their own; others are called as they were written. */
export function categoryName(id: string, t: Say): string {
  return hasWord('flow', `designer.categories.${id}`) ? t(`designer.categories.${id}`) : id
}

function stateOf(row: FlowRow): 'retired' | 'unpublished' | 'changed' | 'in-use' {
  if (row.isRetired) return 'retired'
  if (row.currentVersion === null) return 'unpublished'
  return row.isChanged ? 'changed' : 'in-use'
}

const tones = { retired: 'gray', unpublished: 'amber', changed: 'blue', 'in-use': 'green' } as const

export function FlowState({ flow }: { flow: FlowRow }) {
  const t = useWords('flow')
  const state = stateOf(flow)
  return <Tag tone={tones[state]}>{t(`designer.states.${state}`)}</Tag>
}

/** With how many problems keep its draft from being published. */
function StateAndProblems({ flow }: { flow: FlowRow }) {
  const t = useWords('flow')
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <FlowState flow={flow} />
      {flow.problems > 0 && (
        <Tag tone="red" icon={TriangleAlert}>
          {t('designer.list.problems', { count: flow.problems })}
        </Tag>
      )}
    </span>
  )
}
