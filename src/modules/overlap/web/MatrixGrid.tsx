import { useRef, useState, type KeyboardEvent } from 'react'
import Check from 'lucide-react/icons/check'
import { Icon } from '#ui/Icon'
import { usePhone } from '#web/page'
import { useWords } from '#web/words'
import type { MatrixCell } from '../contract.ts'
import { percentOf } from './bands.ts'
import { cellFinder, moved, strengthOf, type Chosen } from './matrix.ts'
import { useNames, type Listed } from './use-names.ts'

type Props = {
  units: readonly Listed[]
  cells: readonly MatrixCell[]
  /** From how alike two statements count as the same work, in permille. */
  sameFrom: number
  chosen: Chosen | null
  onChoose: (chosen: Chosen | null) => void
}

/**
 * Departments by departments. One stop of the tab key; arrows walk, Enter or Space chooses. The number of open pairs
 * stands in each cell, so colour is never needed.
 */
export function MatrixGrid({ units, cells, sameFrom, chosen, onChoose }: Props) {
  const t = useWords('overlap')
  const names = useNames(units)
  const nameOf = (unit: Listed) => names.get(unit.id) ?? ''
  const isPhone = usePhone()
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState({ row: 0, column: Math.min(1, units.length - 1) })
  const [under, setUnder] = useState<Chosen | null>(null)
  const cellOf = cellFinder(cells)
  const most = Math.max(1, ...cells.map((cell) => cell.open))
  const lit = under ?? chosen
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moved(at, event.key, units.length)
    if (!next) return
    event.preventDefault()
    setAt(next)
    table.current?.querySelector<HTMLElement>(`[data-at="${next.row}-${next.column}"]`)?.focus()
  }
  return (
    <div className="min-w-0 overflow-auto rounded-lg border border-line bg-surface p-3">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table whose cells are walked by arrows is a grid */}
      <table
        ref={table}
        role="grid"
        aria-label={t('matrix.caption')}
        onKeyDown={onKeyDown}
        onPointerLeave={() => setUnder(null)}
        className="border-separate border-spacing-0.5 text-sm"
      >
        <thead>
          <tr>
            <th className="sticky left-0 z-10 bg-surface" aria-label={t('matrix.unit')} />
            {units.map((unit) => (
              <th
                key={unit.id}
                scope="col"
                className={`pb-2 align-bottom font-medium ${lit?.column === unit.id ? 'text-primary-text' : 'text-muted'}`}
              >
                <Upright name={nameOf(unit)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((row, rowAt) => (
            <tr key={row.id}>
              <th
                scope="row"
                className={`sticky left-0 z-10 max-w-44 truncate bg-surface pr-2 text-right font-medium ${isPhone ? 'max-w-24' : ''} ${
                  lit?.row === row.id ? 'text-primary-text' : 'text-text'
                }`}
              >
                {nameOf(row)}
              </th>
              {units.map((column, columnAt) => (
                <Cell
                  key={column.id}
                  cell={cellOf(row.id, column.id)}
                  strengthMost={most}
                  sameFrom={sameFrom}
                  place={`${rowAt}-${columnAt}`}
                  names={[nameOf(row), nameOf(column)]}
                  isStop={at.row === rowAt && at.column === columnAt}
                  isOwn={row.id === column.id}
                  isChosen={chosen?.row === row.id && chosen.column === column.id}
                  onFocus={() => setAt({ row: rowAt, column: columnAt })}
                  onPointer={() => setUnder({ row: row.id, column: column.id })}
                  onChoose={() => {
                    const same = chosen?.row === row.id && chosen.column === column.id
                    onChoose(same ? null : { row: row.id, column: column.id })
                  }}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Chinese stands sign below sign, set across: upright writing is measured short and loses its last sign. Other writing lies on its side. */
function Upright({ name }: { name: string }) {
  const look = /\p{sc=Han}/u.test(name)
    ? 'max-h-60 w-[1.1em] break-all text-center'
    : 'max-h-44 max-w-9 text-left [writing-mode:vertical-rl]'
  return (
    <span title={name} className={`mx-auto block overflow-hidden leading-tight ${look}`}>
      {name}
    </span>
  )
}

type CellProps = {
  cell: MatrixCell | undefined
  strengthMost: number
  /** From how alike a cell has its dot. */
  sameFrom: number
  place: string
  names: readonly [string, string]
  isStop: boolean
  isOwn: boolean
  isChosen: boolean
  onFocus: () => void
  onPointer: () => void
  onChoose: () => void
}

function Cell(props: CellProps) {
  const { cell, strengthMost, sameFrom, place, names, isStop, isOwn, isChosen, onFocus, onPointer, onChoose } = props
  const t = useWords('overlap')
  const strength = cell ? strengthOf(cell.open, strengthMost) : 0
  const isHot = cell && cell.open > 0 && cell.bestPermille >= sameFrom
  const said = cell
    ? t('matrix.cell', { open: cell.open, found: cell.found, best: percentOf(cell.bestPermille) })
    : t('matrix.nothing')
  return (
    <td role="gridcell" aria-selected={isChosen} className="p-0">
      <button
        type="button"
        data-at={place}
        tabIndex={isStop ? 0 : -1}
        aria-disabled={!cell}
        aria-label={`${names[0]}, ${names[1]}: ${said}`}
        title={cell ? `${names[0]} × ${names[1]}: ${said}` : undefined}
        onFocus={onFocus}
        onPointerEnter={onPointer}
        onClick={() => cell && onChoose()}
        className={`relative flex size-9 items-center justify-center rounded-md tabular-nums touch:size-11 ${groundOf({ cell, isOwn, strength, isChosen })}`}
      >
        <span
          aria-hidden="true"
          className="absolute inset-0 rounded-md bg-primary"
          style={{ opacity: strengths[strength] }}
        />
        {cell && cell.open > 0 && <span className="relative">{cell.open}</span>}
        {isHot && <span aria-hidden="true" className="absolute top-0.5 right-0.5 size-1.5 rounded-full bg-amber" />}
        {cell && cell.open === 0 && <Icon as={Check} size={14} className="relative text-green-text" />}
        {!cell && <span className="size-1 rounded-full bg-line-strong" aria-hidden="true" />}
      </button>
    </td>
  )
}

function groundOf({
  cell,
  isOwn,
  strength,
  isChosen,
}: Pick<CellProps, 'cell' | 'isOwn' | 'isChosen'> & { strength: number }) {
  return [
    cell ? 'cursor-pointer' : 'cursor-default',
    isOwn ? 'bg-sunken' : '',
    strength === 4 ? 'font-semibold text-on-primary' : 'text-text',
    isChosen ? 'ring-2 ring-primary ring-offset-1 ring-offset-surface' : '',
  ].join(' ')
}

export const strengths = [0, 0.12, 0.24, 0.4, 1] as const
