import { useMemo } from 'react'
import { Button } from '#ui/Button'
import { DataGrid, type GridColumn } from '#ui/DataGrid'
import { Empty } from '#ui/Empty'
import { ProblemNote } from '#web/await'
import { Link } from '#web/links'
import { useLocal, useWords } from '#web/words'
import type { Alarm } from '../contract.ts'
import { useAbout, useSentence } from './alarm-words.ts'
import { Course } from './Course.tsx'
import type { AlarmListProps, Deed } from './deeds.ts'
import { KindTag } from './KindTag.tsx'

export type AlarmGridProps = AlarmListProps & {
  chosen: ReadonlySet<string>
  onChoose: (ids: ReadonlySet<string>) => void
}

/** The alarms on a desk; several are chosen to be assigned or muted at once. */
export default function AlarmGrid({ read, items, isFiltered, chosen, onChoose, onDeed }: AlarmGridProps) {
  const t = useWords('alarms')
  const about = useAbout()
  const columns = useColumns()
  const deeds = (ids: ReadonlySet<string>) => {
    const alarms = items.filter((alarm) => ids.has(alarm.id) && alarm.mayDecide && !alarm.resolvedOn)
    if (alarms.length === 0) return null
    const deed = (kind: Deed['kind']) => () => onDeed({ kind, alarms })
    return (
      <>
        <Button size="sm" onPress={deed('assign')}>
          {t('act.assign')}
        </Button>
        <Button size="sm" onPress={deed('mute')}>
          {t('act.mute')}
        </Button>
        {alarms.some((alarm) => alarm.mutedUntil) && (
          <Button size="sm" onPress={deed('unmute')}>
            {t('act.unmute')}
          </Button>
        )}
      </>
    )
  }
  const mayDecide = items.some((alarm) => alarm.mayDecide)
  return (
    <div className="min-h-0 flex-1">
      <DataGrid
        id="alarms"
        label={t('menu.alarms')}
        rows={items}
        rowId={(row) => row.id}
        rowName={(row) => `${t(`kind.${row.kind}`)}, ${about(row).title}`}
        columns={columns}
        totalRows={read.data?.total ?? 0}
        isLoading={read.isLoading}
        error={read.error ? <ProblemNote problem={read.error} onAgain={() => void read.refetch()} /> : undefined}
        {...(mayDecide ? { selected: chosen, onSelect: onChoose, bulkActions: deeds } : {})}
        empty={
          isFiltered ? (
            <Empty title={t('list.noHit')} />
          ) : (
            <Empty title={t('list.empty')} description={t('list.emptyHint')} />
          )
        }
      />
    </div>
  )
}

function useColumns(): GridColumn<Alarm>[] {
  const t = useWords('alarms')
  const about = useAbout()
  const sentence = useSentence()
  const local = useLocal()
  return useMemo(
    () => [
      {
        id: 'kind',
        title: t('list.kind'),
        widthPx: 190,
        pin: 'start',
        sortBy: (row) => t(`kind.${row.kind}`),
        cell: (row) => <KindTag kind={row.kind} />,
      },
      {
        id: 'about',
        title: t('list.about'),
        widthPx: 230,
        locked: true,
        sortBy: (row) => about(row).title,
        cell: (row) => {
          const { title, href } = about(row)
          return href ? <Link href={href}>{title}</Link> : title
        },
      },
      { id: 'what', title: t('list.what'), widthPx: 380, cell: sentence },
      {
        id: 'place',
        title: t('list.place'),
        widthPx: 150,
        sortBy: (row) => local(row.place?.name),
        cell: (row) => local(row.place?.name) || '—',
      },
      {
        id: 'since',
        title: t('list.since'),
        widthPx: 210,
        sortBy: (row) => row.since,
        cell: (row) => <Course alarm={row} />,
      },
      {
        id: 'assignee',
        title: t('list.assignee'),
        widthPx: 130,
        sortBy: (row) => row.assignedTo?.name,
        cell: (row) => row.assignedTo?.name ?? <span className="text-faint">{t('list.nobody')}</span>,
      },
      {
        id: 'reason',
        title: t('act.reason'),
        widthPx: 220,
        hidden: true,
        cell: (row) => (row.muteReason ? t('list.by', { name: row.mutedBy ?? '', reason: row.muteReason }) : '—'),
      },
    ],
    [t, about, sentence, local],
  )
}
