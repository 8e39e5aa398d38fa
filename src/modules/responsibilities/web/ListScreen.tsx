import { useMemo } from 'react'
import Library from 'lucide-react/icons/library'
import Plus from 'lucide-react/icons/plus'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { LinkButton } from '#ui/Button'
import { DataGrid, type GridColumn } from '#ui/DataGrid'
import { Empty } from '#ui/Empty'
import { FilterBar, type Filter } from '#ui/FilterBar'
import { Tag } from '#ui/Tag'
import { ProblemNote } from '#web/await'
import { hrefTo, Link, useFilters, useGo, useSearch } from '#web/links'
import { useFormat } from '#web/format'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useLocal, useWords, type Say } from '#web/words'
import {
  alarmKinds,
  routes,
  states,
  workKinds,
  type AlarmKind,
  type ResponsibilityRow,
  type State,
  type WorkKind,
} from '../contract.ts'
import { manifest } from '../manifest.ts'
import { AsOf } from './parts/AsOf.tsx'
import { AlarmTag, StateTag } from './parts/Tags.tsx'
import { ResponsibilityMark } from './ResponsibilityMark.tsx'
import { useUnitTree } from './use-places.ts'

const rowLimit = 500

/** All responsibilities of a day: whose they are, who answers for them, and where nobody does. */
export default function ListScreen() {
  const t = useWords('responsibilities')
  const may = useMay()
  const go = useGo()
  const [{ day }, setSearch] = useSearch({ day: '' })
  const nodes = useUnitTree(day)
  const filters = useMemo(() => filtersOf(t, nodes), [t, nodes])
  const [state, setState] = useFilters(filters)
  const read = useRead(
    routes.listResponsibilities,
    {
      limit: rowLimit,
      ...(day ? { day } : {}),
      ...(state.search ? { text: state.search } : {}),
      ...idsOf(state.values['unit'], (unitId) => ({ unitId })),
      ...idsOf(state.values['state'], (wanted) => ({ state: wanted as State[] })),
      ...idsOf(state.values['kind'], (kinds) => ({ kind: kinds as WorkKind[] })),
      ...idsOf(state.values['alarm'], ([alarm]) => ({ alarm: alarm as AlarmKind })),
    },
    { keep: true },
  )
  const columns = useColumns()
  const rows = read.data?.items ?? []
  const total = read.data?.total ?? 0
  const isFiltered = state.search !== '' || Object.keys(state.values).length > 0
  const alarmed = rows.filter((row) => row.alarms.length > 0).length
  return (
    <Page
      title={t('menu.responsibilities')}
      isFlush
      marks={<AsOf day={day} onChange={(next) => setSearch({ day: next })} />}
      actions={
        <>
          <LinkButton href={hrefTo(manifest, 'library')} icon={Library}>
            {t('list.fromLibrary')}
          </LinkButton>
          {may('responsibilities.edit') && (
            <LinkButton href={hrefTo(manifest, 'create')} icon={Plus} variant="primary">
              {t('list.new')}
            </LinkButton>
          )}
        </>
      }
    >
      <div className="flex h-full min-h-0 flex-col gap-3 px-5 pb-4">
        <FilterBar
          id="responsibilities"
          filters={filters}
          state={state}
          onChange={setState}
          searchLabel={t('list.search')}
          count={
            <span className="flex flex-wrap items-center gap-2">
              {t('list.count', { count: total })}
              {alarmed > 0 && (
                <Tag tone="amber" icon={TriangleAlert}>
                  {t('list.alarmCount', { count: alarmed })}
                </Tag>
              )}
            </span>
          }
        />
        <div className="min-h-0 flex-1">
          <DataGrid
            id="responsibilities"
            label={t('menu.responsibilities')}
            rows={rows}
            rowId={(row) => row.id}
            columns={columns}
            totalRows={total}
            isLoading={read.isLoading}
            error={read.error ? <ProblemNote problem={read.error} onAgain={() => void read.refetch()} /> : undefined}
            onOpen={(row) => go(hrefTo(manifest, 'responsibility', { responsibilityId: row.id }, day ? { day } : {}))}
            empty={
              isFiltered ? (
                <Empty title={t('list.noHit')} />
              ) : (
                <Empty title={t('list.empty')} description={t('list.emptyHint')} />
              )
            }
          />
        </div>
        {total > rows.length && rows.length > 0 && (
          <p className="text-sm text-muted">{t('list.more', { shown: rows.length, total })}</p>
        )}
      </div>
    </Page>
  )
}

function filtersOf(t: Say, nodes: ReturnType<typeof useUnitTree>): Filter[] {
  return [
    { id: 'unit', label: t('fields.unit'), kind: 'tree', nodes, isMany: true },
    {
      id: 'state',
      label: t('fields.state'),
      kind: 'choices',
      options: states.map((id) => ({ id, label: t(`state.${id}`) })),
    },
    {
      id: 'kind',
      label: t('fields.kind'),
      kind: 'choices',
      options: workKinds.map((id) => ({ id, label: t(`workKind.${id}`) })),
    },
    {
      id: 'alarm',
      label: t('fields.alarms'),
      kind: 'choice',
      options: alarmKinds.map((kind) => ({ id: kind, label: t(`alarms.${kind}`) })),
    },
  ]
}

function idsOf<T>(value: unknown, use: (ids: string[]) => T): T | Record<never, never> {
  return Array.isArray(value) && value.length > 0 ? use(value as string[]) : {}
}

function useColumns(): GridColumn<ResponsibilityRow>[] {
  const t = useWords('responsibilities')
  const local = useLocal()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('fields.name'),
        widthPx: 300,
        pin: 'start',
        locked: true,
        sortBy: (row) => local(row.name),
        cell: (row) => (
          <span className="inline-flex min-w-0 items-center gap-2">
            <ResponsibilityMark id={row.id} name={row.name} size="sm" />
            <Link href={hrefTo(manifest, 'responsibility', { responsibilityId: row.id })} isQuiet>
              {local(row.name)}
            </Link>
            {row.state !== 'in-force' && <StateTag state={row.state} />}
          </span>
        ),
      },
      {
        id: 'kind',
        title: t('fields.kind'),
        widthPx: 120,
        sortBy: (row) => row.kind,
        cell: (row) => t(`workKind.${row.kind}`),
      },
      {
        id: 'code',
        title: t('fields.code'),
        widthPx: 130,
        hidden: true,
        sortBy: (row) => row.code,
        cell: (row) => row.code,
      },
      {
        id: 'unit',
        title: t('fields.unit'),
        widthPx: 160,
        sortBy: (row) => local(row.unitName),
        cell: (row) => (row.unitName ? local(row.unitName) : t('fields.wholeFirm')),
      },
      {
        id: 'accountable',
        title: t('fields.accountable'),
        widthPx: 240,
        sortBy: (row) => local(row.accountable?.positionTitle),
        cell: (row) =>
          row.alarms[0] === 'nobody-accountable' ? <AlarmTag kind="nobody-accountable" /> : <Accountable row={row} />,
      },
      {
        id: 'alarms',
        title: t('fields.alarms'),
        widthPx: 240,
        sortBy: (row) => row.alarms[0],
        cell: (row) =>
          row.alarms.filter((kind) => kind !== 'nobody-accountable').map((kind) => <AlarmTag key={kind} kind={kind} />),
      },
      {
        id: 'holders',
        title: t('fields.holders'),
        widthPx: 110,
        align: 'end',
        sortBy: (row) => row.holderCount,
        cell: (row) => row.holderCount,
      },
      {
        id: 'indicators',
        title: t('fields.indicators'),
        widthPx: 90,
        align: 'end',
        sortBy: (row) => row.indicatorCount,
        cell: (row) => row.indicatorCount,
      },
      {
        id: 'duties',
        title: t('fields.duties'),
        widthPx: 100,
        align: 'end',
        sortBy: (row) => row.dutyCount,
        cell: (row) => row.dutyCount,
      },
      {
        id: 'version',
        title: t('fields.version'),
        widthPx: 200,
        sortBy: (row) => row.validFrom,
        cell: (row) => (
          <span className="inline-flex items-center gap-1.5">
            v{row.number}
            {row.nextFrom && <Tag tone="sky">{t('list.next', { day: format.shortDay(row.nextFrom) })}</Tag>}
          </span>
        ),
      },
    ],
    [t, local, format],
  )
}

function Accountable({ row }: { row: ResponsibilityRow }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const people = row.accountable?.people.map((person) => person.name).join(', ')
  return (
    <span className="truncate">
      {local(row.accountable?.positionTitle)}
      <span className="text-muted"> · {people || t('page.vacant')}</span>
    </span>
  )
}
