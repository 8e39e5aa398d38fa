import { useMemo, useState } from 'react'
import { Button } from '#ui/Button'
import { DataGrid, type GridColumn } from '#ui/DataGrid'
import { Empty } from '#ui/Empty'
import { ProblemNote } from '#web/await'
import { useFormat } from '#web/format'
import { useLocal, useWords } from '#web/words'
import type { Subject } from '../contract.ts'
import type { SubjectListProps } from './SubjectCards.tsx'
import { SubjectMark } from './SubjectMark.tsx'

type Props = SubjectListProps & {
  total: number | undefined
  onOpen: (subject: Subject) => void
  onHandOver: ((ids: readonly string[]) => void) | undefined
}

/** The register on the desk; several can be handed over at once. */
export default function SubjectGrid({ list, rows, total, onOpen, onHandOver }: Props) {
  const t = useWords('subjects')
  const columns = useColumns()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const bulkActions = (ids: ReadonlySet<string>) => (
    <Button
      size="sm"
      onPress={() => {
        onHandOver?.([...ids])
        setChosen(new Set())
      }}
    >
      {t('form.handOver')}
    </Button>
  )
  return (
    <DataGrid
      id="subjects"
      label={t('menu.subjects')}
      rows={rows}
      rowId={(subject) => subject.id}
      rowName={(subject) => `${subject.name} ${subject.key}`}
      columns={columns}
      onOpen={onOpen}
      onEnd={list.more}
      isLoading={list.isReading}
      sort={null}
      {...(total === undefined ? {} : { totalRows: total })}
      {...(onHandOver ? { selected: chosen, onSelect: setChosen, bulkActions } : {})}
      error={list.problem && !list.pages ? <ProblemNote problem={list.problem} onAgain={list.readAgain} /> : undefined}
      empty={<Empty title={t('list.empty')} description={t('list.emptyNote')} />}
    />
  )
}

function useColumns(): readonly GridColumn<Subject>[] {
  const t = useWords('subjects')
  const f = useFormat()
  const local = useLocal()
  return useMemo(
    () => [
      { id: 'name', title: t('field.name'), widthPx: 260, locked: true, cell: (subject) => subject.name },
      { id: 'type', title: t('field.type'), widthPx: 120, cell: (subject) => <SubjectMark type={subject.type} /> },
      { id: 'key', title: t('field.key'), widthPx: 150, cell: (subject) => subject.key },
      { id: 'owner', title: t('field.owner'), widthPx: 130, cell: (subject) => subject.ownerName ?? t('field.nobody') },
      { id: 'unit', title: t('field.unit'), widthPx: 170, cell: (subject) => local(subject.unitName) },
      { id: 'state', title: t('field.state'), widthPx: 100, cell: (subject) => t(`state.${subject.state}`) },
      { id: 'since', title: t('field.since'), widthPx: 150, cell: (subject) => f.dateTime(subject.createdAt) },
    ],
    [t, f, local],
  )
}
