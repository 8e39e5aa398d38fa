import { useMemo } from 'react'
import { Button } from '#ui/Button'
import { SimpleTable } from '#ui/SimpleTable'
import { useLocal, useWords } from '#web/words'
import type { MatrixCell, Named } from '../contract.ts'
import { percentOf } from './bands.ts'
import type { Chosen } from './matrix.ts'

type Props = {
  units: readonly Named[]
  cells: readonly MatrixCell[]
  onChoose: (chosen: Chosen) => void
}

/** The matrix as rows, most open pairs first: for the phone, for screen readers and for copying. */
export function MatrixTable({ units, cells, onChoose }: Props) {
  const t = useWords('overlap')
  const local = useLocal()
  const names = useMemo(() => new Map(units.map((unit) => [unit.id, local(unit.name)])), [units, local])
  const rows = cells.toSorted((a, b) => b.open - a.open || b.bestPermille - a.bestPermille)
  const figure = (key: 'found' | 'open' | 'same' | 'different') => ({
    title: t(`matrix.${key}`),
    align: 'end' as const,
    cell: (cell: MatrixCell) => cell[key],
  })
  return (
    <SimpleTable
      caption={t('matrix.caption')}
      rows={rows}
      rowKey={(cell) => `${cell.rowId} ${cell.columnId}`}
      columns={[
        {
          title: t('matrix.between'),
          isRowHeader: true,
          cell: (cell) => (
            <Button size="sm" variant="quiet" onPress={() => onChoose({ row: cell.rowId, column: cell.columnId })}>
              {names.get(cell.rowId)} × {names.get(cell.columnId)}
            </Button>
          ),
        },
        figure('open'),
        figure('found'),
        figure('same'),
        figure('different'),
        { title: t('matrix.best'), align: 'end', cell: (cell) => percentOf(cell.bestPermille) },
      ]}
    />
  )
}
