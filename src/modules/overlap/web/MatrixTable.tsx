import ChevronRight from 'lucide-react/icons/chevron-right'
import { Button } from '#ui/Button'
import { Icon } from '#ui/Icon'
import { SimpleTable } from '#ui/SimpleTable'
import { usePhone } from '#web/page'
import { useWords } from '#web/words'
import type { MatrixCell } from '../contract.ts'
import { percentOf } from './bands.ts'
import type { Chosen } from './matrix.ts'
import { useNames, type Listed } from './use-names.ts'

type Props = {
  units: readonly Listed[]
  cells: readonly MatrixCell[]
  onChoose: (chosen: Chosen) => void
}

/** The matrix as rows, most open pairs first: for the phone, for screen readers and for copying. */
export function MatrixTable({ units, cells, onChoose }: Props) {
  const t = useWords('overlap')
  const isPhone = usePhone()
  const names = useNames(units)
  const rows = cells.toSorted((a, b) => b.open - a.open || b.bestPermille - a.bestPermille)
  if (isPhone) return <Rows rows={rows} names={names} onChoose={onChoose} />
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

type RowsProps = { rows: readonly MatrixCell[]; names: ReadonlyMap<string, string>; onChoose: (chosen: Chosen) => void }

function Rows({ rows, names, onChoose }: RowsProps) {
  const t = useWords('overlap')
  return (
    <ul className="flex flex-col divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
      {rows.map((cell) => (
        <li key={`${cell.rowId} ${cell.columnId}`}>
          <button
            type="button"
            className="flex min-h-14 w-full items-center gap-3 px-4 py-2 text-left"
            onClick={() => onChoose({ row: cell.rowId, column: cell.columnId })}
          >
            <span className="min-w-0 flex-1">
              <span className="block font-medium">
                {names.get(cell.rowId)} × {names.get(cell.columnId)}
              </span>
              <span className="block text-xs text-muted">
                {t('matrix.cell', { open: cell.open, found: cell.found, best: percentOf(cell.bestPermille) })}
              </span>
            </span>
            <span className="text-lg font-semibold tabular-nums">{cell.open}</span>
            <Icon as={ChevronRight} size={16} className="text-faint" />
          </button>
        </li>
      ))}
    </ul>
  )
}
