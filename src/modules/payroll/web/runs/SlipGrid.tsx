import { useMemo } from 'react'
import { DataGrid, type GridColumn } from '#ui/DataGrid'
import { Empty } from '#ui/Empty'
import { ProblemNote } from '#web/await'
import { useLocal, useWords } from '#web/words'
import type { SlipRow } from '../../contract.ts'
import type { SlipListProps } from './SlipCards.tsx'
import { SlipMark } from './SlipMark.tsx'
import { useMoney } from './use-money.ts'

/** The run's people on the desk. */
export default function SlipGrid({ list, rows, total, currency, onOpen }: SlipListProps) {
  const t = useWords('payroll')
  const columns = useColumns(currency)
  return (
    <DataGrid
      id="pay-run-slips"
      label={t('runs.slips')}
      rows={rows}
      rowId={(row) => row.id}
      rowName={(row) => `${row.personName} ${row.personNumber}`}
      columns={columns}
      onOpen={(row) => onOpen(row.id)}
      onEnd={list.more}
      isLoading={list.isReading}
      sort={null}
      {...(total === undefined ? {} : { totalRows: total })}
      error={list.problem && !list.pages ? <ProblemNote problem={list.problem} onAgain={list.readAgain} /> : undefined}
      empty={<Empty title={t('runs.slipsNone')} description={t('runs.slipsNoneWhy')} />}
    />
  )
}

function useColumns(currency: string): readonly GridColumn<SlipRow>[] {
  const t = useWords('payroll')
  const local = useLocal()
  const money = useMoney()
  return useMemo(() => {
    const amount = (id: string, title: string, of: (row: SlipRow) => number | null): GridColumn<SlipRow> => ({
      id,
      title,
      align: 'end',
      widthPx: 120,
      cell: (row) => {
        const fen = of(row)
        return row.state === 'failed' || fen === null ? '—' : money(fen, currency)
      },
    })
    const signed = (fen: number) => `${fen > 0 ? '+' : ''}${money(fen, currency)}`
    return [
      {
        id: 'person',
        title: t('runs.person'),
        widthPx: 170,
        locked: true,
        pin: 'start' as const,
        cell: (row) => (
          <>
            {row.personName} <span className="text-muted">{row.personNumber}</span>
          </>
        ),
      },
      { id: 'state', title: t('runs.inputState'), widthPx: 130, cell: (row) => <SlipMark row={row} /> },
      { id: 'unit', title: t('runs.unit'), widthPx: 130, cell: (row) => local(row.unitName) },
      amount('last', t('runs.last'), (row) => row.lastNetFen),
      amount('now', t('runs.now'), (row) => row.netFen),
      {
        id: 'diff',
        title: t('runs.diff'),
        align: 'end',
        widthPx: 130,
        cell: (row) => (row.state === 'failed' ? '—' : row.diffFen === null ? t('runs.noLast') : signed(row.diffFen)),
      },
      {
        id: 'why',
        title: t('runs.why'),
        widthPx: 320,
        cell: (row) => row.sentence ?? row.reasons.map(({ name, fen }) => `${name} ${signed(fen)}`).join(' · '),
      },
      amount('gross', t('runs.gross'), (row) => row.grossFen),
      amount('insurance', t('runs.insurance'), (row) => row.insuranceFen),
      amount('tax', t('runs.tax'), (row) => row.taxFen),
    ]
  }, [t, local, money, currency])
}
