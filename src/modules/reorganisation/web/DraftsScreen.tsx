import { useMemo, useState } from 'react'
import Plus from 'lucide-react/icons/plus'
import Split from 'lucide-react/icons/split'
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
import { useWords } from '#web/words'
import { routes, type DraftRow, type DraftState } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { states, stateTones } from './states.ts'

const DraftForm = later(async () => (await import('./DraftForm.tsx')).NewDraft)

/** All drafts, those with something to do first. */
export default function DraftsScreen() {
  const t = useWords('reorganisation')
  const may = useMay()
  const go = useGo()
  const isPhone = usePhone()
  const [isMaking, setMaking] = useState(false)
  const filters = useMemo(
    (): Filter[] => [
      {
        kind: 'choice',
        id: 'state',
        label: t('list.state'),
        options: states.map((state) => ({ id: state, label: t(`states.${state}`) })),
      },
    ],
    [t],
  )
  const [filter, setFilter] = useFilters(filters)
  const [state] = (filter.values['state'] as string[] | undefined) ?? []
  const drafts = useRead(
    routes.listDrafts,
    { limit: 200, ...(state ? { state: state as DraftState } : {}), ...(filter.search ? { text: filter.search } : {}) },
    { keep: true },
  )
  const add = may('reorganisation.edit') && (
    <Button icon={Plus} variant="primary" onPress={() => setMaking(true)}>
      {t('list.add')}
    </Button>
  )
  const empty = <Empty icon={Split} title={t('list.none')} description={t('list.noneNote')} />
  return (
    <Page title={t('menu.drafts')} description={t('list.noteLine')} mainAction={add}>
      <div className="flex flex-col gap-3">
        <FilterBar
          id="reorganisations"
          filters={filters}
          state={filter}
          onChange={setFilter}
          searchLabel={t('list.search')}
        />
        <Await query={drafts} shape={isPhone ? 'cards' : 'table'}>
          {({ rows }) => {
            if (rows.length === 0) return empty
            return isPhone ? <DraftCards rows={rows} /> : <DraftTable rows={rows} />
          }}
        </Await>
      </div>
      {isMaking && (
        <DraftForm onClose={() => setMaking(false)} onMade={(draftId) => go(hrefTo(manifest, 'draft', { draftId }))} />
      )}
    </Page>
  )
}

function DraftTable({ rows }: { rows: readonly DraftRow[] }) {
  const t = useWords('reorganisation')
  const f = useFormat()
  const columns: SimpleColumn<DraftRow>[] = [
    {
      title: t('list.name'),
      isRowHeader: true,
      cell: (row) => <Link href={hrefTo(manifest, 'draft', { draftId: row.id })}>{row.name}</Link>,
    },
    { title: t('list.state'), cell: (row) => <StateTag draft={row} /> },
    { title: t('list.day'), cell: (row) => f.day(row.day) },
    { title: t('list.changes'), align: 'end', cell: (row) => f.number(row.changeCount) },
    { title: t('list.by'), cell: (row) => row.createdByName },
    { title: t('list.changed'), cell: (row) => f.ago(row.changedAt) },
  ]
  return <SimpleTable caption={t('menu.drafts')} rows={rows} rowKey={(row) => row.id} columns={columns} />
}

function DraftCards({ rows }: { rows: readonly DraftRow[] }) {
  const t = useWords('reorganisation')
  const f = useFormat()
  return (
    <ul className="flex flex-col gap-3">
      {rows.map((row) => (
        <li key={row.id}>
          <Card>
            <div className="flex flex-col gap-1">
              <div className="flex items-start justify-between gap-2">
                <Link href={hrefTo(manifest, 'draft', { draftId: row.id })}>{row.name}</Link>
                <StateTag draft={row} />
              </div>
              <p className="text-sm text-muted">
                {t('draft.takesEffect', { day: f.day(row.day) })} · {t('list.changesCount', { count: row.changeCount })}
              </p>
              <p className="text-sm text-muted">{t('draft.by', { name: row.createdByName })}</p>
            </div>
          </Card>
        </li>
      ))}
    </ul>
  )
}

export function StateTag({ draft }: { draft: Pick<DraftRow, 'state' | 'heldBack'> }) {
  const t = useWords('reorganisation')
  return (
    <Tag tone={draft.heldBack ? 'red' : stateTones[draft.state]}>
      {draft.heldBack ? t('steps.held-back') : t(`states.${draft.state}`)}
    </Tag>
  )
}
