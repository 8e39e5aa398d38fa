import { useRef, useState, type KeyboardEvent } from 'react'
import { hrefTo, Link } from '#web/links'
import { useLocal, useWords } from '#web/words'
import type { Raci, RoleChart, RoleColumn, RoleRow } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { AlarmTag } from '../parts/Tags.tsx'
import { moved, roleOfKey, toggled } from './letters.ts'
import { RoleLetters } from './RoleLetters.tsx'

export type RoleTarget = {
  readonly row: RoleRow
  readonly column: RoleColumn
  readonly racis: readonly Raci[]
  /** Roles of positions in the unit. */
  readonly through: readonly Raci[]
}
export type RoleGridProps = {
  chart: RoleChart
  mayEdit: boolean
  onSet: (target: RoleTarget, racis: Raci[]) => void
  onOpen: (target: RoleTarget) => void
}

const edge = 'border-r border-b border-line'

/**
 * Responsibilities against positions or units. One stop of the tab key; arrows walk, A R C I set and take away a role,
 * Delete clears, Enter opens the choice.
 */
export function RoleGrid({ chart, mayEdit, onSet, onOpen }: RoleGridProps) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState({ row: 0, column: 0 })
  const { rows, columns } = chart
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = moved(at, event.key, rows.length, columns.length)
    if (next) {
      event.preventDefault()
      setAt(next)
      table.current?.querySelector<HTMLElement>(`[data-at="${next.row}-${next.column}"]`)?.focus()
      return
    }
    const target = targetAt(chart, at)
    const raci = roleOfKey(event.key)
    const isClearing = event.key === 'Delete' || event.key === 'Backspace'
    if (!target || !mayEdit || !target.row.mayAssign || (!raci && !isClearing)) return
    event.preventDefault()
    onSet(target, raci ? toggled(target.racis, raci) : [])
  }
  return (
    <div className="min-h-0 min-w-0 overflow-auto rounded-lg border border-line bg-surface">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table whose cells are walked by arrows is a grid */}
      <table
        ref={table}
        role="grid"
        aria-label={t('roles.caption')}
        onKeyDown={onKeyDown}
        className="border-separate border-spacing-0 text-sm"
      >
        <thead>
          <tr>
            <th
              scope="col"
              className={`${edge} sticky top-0 left-0 z-20 min-w-64 bg-sunken px-3 py-2 text-left align-bottom font-medium text-muted`}
            >
              {t('fields.name')}
            </th>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={`${edge} sticky top-0 z-10 w-24 max-w-28 min-w-24 bg-sunken px-2 py-2 text-left align-bottom font-medium`}
              >
                <span className="line-clamp-3">{local(column.title)}</span>
                <span className="block truncate text-xs font-normal text-muted">
                  {column.kind === 'position' ? local(column.unitName) : ''}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowAt) => (
            <tr key={row.responsibilityId}>
              <th
                scope="row"
                className={`${edge} sticky left-0 z-10 min-w-64 bg-surface px-3 py-1.5 text-left font-normal`}
              >
                <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  <Link href={hrefTo(manifest, 'responsibility', { responsibilityId: row.responsibilityId })} isQuiet>
                    {local(row.name)}
                  </Link>
                  {row.alarms.map((kind) => (
                    <AlarmTag key={kind} kind={kind} />
                  ))}
                </span>
                {row.accountableElsewhere && (
                  <span className="block text-xs text-muted">
                    {t('roles.elsewhere', { name: local(row.accountableElsewhere) })}
                  </span>
                )}
              </th>
              {columns.map((column, columnAt) => (
                <Cell
                  key={column.id}
                  target={targetOf(row, column)}
                  isAlarming={row.alarms.length > 0}
                  isOpen={mayEdit && row.mayAssign}
                  place={`${rowAt}-${columnAt}`}
                  isStop={at.row === rowAt && at.column === columnAt}
                  onFocus={() => setAt({ row: rowAt, column: columnAt })}
                  onOpen={onOpen}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type CellProps = {
  target: RoleTarget
  isAlarming: boolean
  isOpen: boolean
  place: string
  isStop: boolean
  onFocus: () => void
  onOpen: (target: RoleTarget) => void
}

function Cell({ target, isAlarming, isOpen, place, isStop, onFocus, onOpen }: CellProps) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const { row, column, racis, through } = target
  const names = (some: readonly Raci[]) => some.map((raci) => t(`raci.${raci}`)).join(', ')
  const said = [
    racis.length > 0 ? names(racis) : t('roles.none'),
    through.length > 0 && t('roles.through', { roles: names(through) }),
  ]
    .filter(Boolean)
    .join('; ')
  return (
    <td role="gridcell" className={`${edge} p-0 ${isAlarming ? 'bg-amber-soft' : ''}`}>
      <button
        type="button"
        data-at={place}
        tabIndex={isStop ? 0 : -1}
        aria-disabled={!isOpen}
        aria-label={`${local(row.name)}, ${local(column.title)}: ${said}`}
        onFocus={onFocus}
        onClick={() => isOpen && onOpen(target)}
        className={`flex h-10 w-full min-w-24 items-center justify-center -outline-offset-2 ${isOpen ? 'cursor-pointer hover:bg-hover' : 'cursor-default'}`}
      >
        {racis.length + through.length > 0 ? (
          <span className="inline-flex gap-0.5">
            <RoleLetters racis={racis} />
            <RoleLetters racis={through} isThrough />
          </span>
        ) : (
          <span aria-hidden="true" className="size-1 rounded-full bg-line-strong" />
        )}
      </button>
    </td>
  )
}

function targetAt({ rows, columns }: RoleChart, at: { row: number; column: number }): RoleTarget | undefined {
  const [row, column] = [rows[at.row], columns[at.column]]
  if (!row || !column) return undefined
  return targetOf(row, column)
}

export function targetOf(row: RoleRow, column: RoleColumn): RoleTarget {
  const cell = row.cells.find((one) => one.columnId === column.id)
  return { row, column, racis: cell?.racis ?? [], through: cell?.through ?? [] }
}
