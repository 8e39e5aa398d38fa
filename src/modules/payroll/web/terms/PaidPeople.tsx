import { usePersonName } from '#screens/organisation'
import { SimpleTable } from '#ui/SimpleTable'
import { Tag } from '#ui/Tag'
import { useFormat } from '#web/format'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type PaidPerson } from '../../contract.ts'
import { RowButton } from '../RowButton.tsx'

type Props = { rows: readonly PaidPerson[]; onOpen: (personId: string) => void }

export function PaidPeople({ rows, onOpen }: Props) {
  const t = useWords('payroll')
  const local = useLocal()
  const f = useFormat()
  const called = usePersonName()
  const groups = useRead(routes.listGroups, {}).data ?? []
  return (
    <SimpleTable
      caption={t('menu.terms')}
      rows={rows}
      rowKey={(row) => row.personId}
      empty={t('terms.none')}
      columns={[
        { title: t('terms.number'), cell: (row) => row.number },
        {
          title: t('terms.name'),
          isRowHeader: true,
          cell: (row) => <RowButton onPress={() => onOpen(row.personId)}>{called(row)}</RowButton>,
        },
        {
          title: t('terms.seat'),
          cell: (row) => [local(row.unitName), local(row.positionTitle)].filter(Boolean).join(' · ') || '—',
        },
        {
          title: t('setup.group'),
          cell: (row) => local(groups.find(({ id }) => id === row.groupId)?.name) || '—',
        },
        { title: t('terms.city'), cell: (row) => row.city ?? '—' },
        {
          title: t('terms.wage'),
          align: 'end',
          cell: (row) => (row.wageFen === null ? '—' : f.money(row.wageFen)),
        },
        {
          title: t('terms.since'),
          cell: (row) => (
            <span className="flex flex-wrap items-center gap-1.5">
              {row.from ?? '—'}
              {row.nextFrom && <Tag tone="sky">{t('terms.next', { from: row.nextFrom })}</Tag>}
            </span>
          ),
        },
      ]}
    />
  )
}
