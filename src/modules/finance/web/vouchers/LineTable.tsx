import { SimpleTable } from '#ui/SimpleTable'
import { Button } from '#ui/Button'
import { useFormat } from '#web/format'
import { useLocal, useWords } from '#web/words'
import type { Line } from '../../contract.ts'

type LineTableProps = { caption: string; lines: readonly Line[]; onOpen?: (line: Line) => void }

/** Debit and credit, with their sums. */
export function LineTable({ caption, lines, onOpen }: LineTableProps) {
  const t = useWords('finance')
  const local = useLocal()
  const format = useFormat()
  const amount = (fen: number) => (
    <span className={fen < 0 ? 'text-red-text tabular-nums' : 'tabular-nums'}>
      {fen === 0 ? '' : format.money(fen)}
    </span>
  )
  const sum = (key: 'debitFen' | 'creditFen') => format.money(lines.reduce((total, line) => total + line[key], 0))
  return (
    <SimpleTable
      caption={caption}
      rows={lines}
      rowKey={(line) => String(line.number)}
      columns={[
        {
          title: t('columns.account'),
          isRowHeader: true,
          cell: (line) => (
            <span className="flex flex-col">
              <span>{local(line.accountName)}</span>
              <span className="text-sm text-muted tabular-nums">{line.account}</span>
            </span>
          ),
        },
        {
          title: t('columns.costCentre'),
          cell: (line) => [line.costCentre, local(line.costCentreName)].filter(Boolean).join(' '),
        },
        { title: t('columns.debit'), align: 'end', cell: (line) => amount(line.debitFen) },
        { title: t('columns.credit'), align: 'end', cell: (line) => amount(line.creditFen) },
        ...(onOpen
          ? [
              {
                title: '',
                align: 'end' as const,
                cell: (line: Line) => (
                  <Button size="sm" variant="quiet" onPress={() => onOpen(line)}>
                    {t('vouchers.behind', { count: line.parts })}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
      footer={[t('vouchers.sum'), '', sum('debitFen'), sum('creditFen'), ...(onOpen ? [''] : [])]}
    />
  )
}
