import { SimpleTable } from '#ui/SimpleTable'
import { Status } from '#ui/Status'
import { Tag } from '#ui/Tag'
import { useWords } from '#web/words'
import type { Parameter } from '../../contract.ts'
import { RowButton } from '../RowButton.tsx'
import { useContentText } from './use-content-text.ts'

type Props = { rows: readonly Parameter[]; onOpen: (row: Parameter) => void }

export function ParameterTable({ rows, onOpen }: Props) {
  const t = useWords('payroll')
  const told = useContentText()
  return (
    <SimpleTable
      caption={t('menu.parameters')}
      rows={rows}
      rowKey={(row) => `${row.jurisdiction} ${row.city} ${row.kind}`}
      empty={t('parameters.none')}
      columns={[
        {
          title: t('parameters.place'),
          cell: (row) => row.city ?? t(`setup.jurisdictions.${row.jurisdiction}`),
        },
        {
          title: t('parameters.kind'),
          isRowHeader: true,
          cell: (row) => <RowButton onPress={() => onOpen(row)}>{t(`parameters.kinds.${row.kind}`)}</RowButton>,
        },
        { title: t('parameters.content'), cell: (row) => (row.held ? told(row.kind, row.held.content) : '—') },
        {
          title: t('parameters.state'),
          cell: (row) =>
            !row.held ? (
              <Status color="red">{t('parameters.notKnown')}</Status>
            ) : row.held.missing.length > 0 ? (
              <span className="flex flex-col gap-0.5">
                <Status color="amber">{t('parameters.incomplete')}</Status>
                <span className="text-sm text-muted">{row.held.missing.join('；')}</span>
              </span>
            ) : (
              <Status color="green">{t('parameters.holds')}</Status>
            ),
        },
        {
          title: t('parameters.since'),
          cell: (row) => row.held && (row.held.until ? `${row.held.from} – ${row.held.until}` : row.held.from),
        },
        {
          title: t('parameters.source'),
          cell: (row) => (
            <span className="flex flex-wrap items-center gap-1.5">
              {row.held?.source ?? '—'}
              {row.held?.id && <Tag tone="blue">{t('parameters.own')}</Tag>}
            </span>
          ),
        },
      ]}
    />
  )
}
