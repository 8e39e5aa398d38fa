import { useMemo, type ReactNode } from 'react'
import type { Output } from '#core/contract'
import { DataGrid, type GridColumn } from '#ui/DataGrid'
import { useFormat } from '#web/format'
import { hrefTo, Link, useGo } from '#web/links'
import type { Pages } from '#web/pages'
import { useLocal, useWords } from '#web/words'
import type { RequestRow, routes } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { RequestState, stateOf } from '../request/RequestState.tsx'
import { stepCalled } from '../request/sentences.ts'

type Props = {
  list: Pages<Output<(typeof routes)['listRequests']>>
  rows: readonly RequestRow[]
  total: number
  failing: ReactNode
  empty: ReactNode
}

/** Requests on a desk. */
export default function RequestGrid({ list, rows, total, failing, empty }: Props) {
  const t = useWords('flow')
  const go = useGo()
  const columns = useColumns()
  return (
    <div className="min-h-0 flex-1">
      <DataGrid
        id="requests"
        label={t('menu.requests')}
        rows={rows}
        rowId={(row) => row.id}
        rowName={(row) => row.title}
        columns={columns}
        totalRows={total}
        isLoading={!list.pages && list.isReading}
        error={failing || undefined}
        onEnd={list.more}
        onOpen={(row) => go(hrefTo(manifest, 'request', { requestId: row.id }))}
        empty={empty}
      />
    </div>
  )
}

function useColumns(): GridColumn<RequestRow>[] {
  const t = useWords('flow')
  const f = useFormat()
  const local = useLocal()
  return useMemo(
    () => [
      {
        id: 'title',
        title: t('desk.requests.title'),
        widthPx: 260,
        pin: 'start',
        locked: true,
        cell: (row) => <Link href={hrefTo(manifest, 'request', { requestId: row.id })}>{row.title}</Link>,
      },
      { id: 'number', title: t('desk.requests.number'), widthPx: 160, cell: (row) => row.number ?? '—' },
      { id: 'flow', title: t('desk.requests.flow'), widthPx: 130, cell: (row) => local(row.flow.name) },
      { id: 'initiator', title: t('desk.requests.initiator'), widthPx: 120, cell: (row) => row.initiator.name },
      {
        id: 'status',
        title: t('desk.requests.status'),
        widthPx: 110,
        sortBy: (row) => t(`request.state.${stateOf(row)}`),
        cell: (row) => <RequestState request={row} look="plain" />,
      },
      {
        id: 'at',
        title: t('desk.requests.at'),
        widthPx: 240,
        cell: (row) =>
          row.at
            .map(({ step, stepName, people }) =>
              people.length > 0
                ? t('inbox.waitsFor', {
                    step: stepCalled(step, stepName, t),
                    names: people.map(({ name }) => name).join(t('inbox.comma')),
                  })
                : stepCalled(step, stepName, t),
            )
            .join(' / ') || '—',
      },
      { id: 'unit', title: t('desk.requests.unit'), widthPx: 150, cell: (row) => local(row.unit?.name) || '—' },
      {
        id: 'submitted',
        title: t('desk.requests.submitted'),
        widthPx: 150,
        sortBy: (row) => row.submittedAt ?? '',
        cell: (row) => (row.submittedAt ? f.dateTime(row.submittedAt) : '—'),
      },
      {
        id: 'ended',
        title: t('desk.requests.ended'),
        widthPx: 150,
        hidden: true,
        cell: (row) => (row.endedAt ? f.dateTime(row.endedAt) : '—'),
      },
    ],
    [t, f, local],
  )
}
