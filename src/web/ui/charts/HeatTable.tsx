import type { ReactNode } from 'react'
import { scaleQuantize } from '@visx/scale'
import { Button } from 'react-aria-components/Button'
import { cx } from '../cx.ts'

export type HeatCell = { value: number; text: string; /** Read out behind the figure: 动词和对象相同. */ note?: string }
export type HeatAxis = { id: string; title: string }

export type HeatTableProps = {
  caption: string
  showCaption?: boolean
  /** What the rows are, in the corner. */
  corner: string
  rows: readonly HeatAxis[]
  columns: readonly HeatAxis[]
  cell: (rowId: string, columnId: string) => HeatCell | null
  /** Lowest and highest value of the colours. */
  domain: readonly [number, number]
  onOpen?: (rowId: string, columnId: string) => void
  legend?: ReactNode
}

/** A matrix whose colour grows with the value. The figure always stands in the cell, so colour is never needed. */
export function HeatTable(props: HeatTableProps) {
  const { caption, showCaption, corner, rows, columns, cell, domain, onOpen, legend } = props
  const level = scaleQuantize<number>({ domain: [...domain], range: strengths })
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div
        role="group"
        aria-label={caption}
        tabIndex={0}
        className="min-w-0 overflow-auto rounded-lg border border-line bg-surface"
      >
        <table className="w-full border-separate border-spacing-0 text-sm">
          <caption className={showCaption ? 'px-3 py-2 text-left text-base font-semibold' : 'sr-only'}>
            {caption}
          </caption>
          <thead>
            <tr>
              <th
                scope="col"
                className="sticky left-0 z-10 border-r border-b border-line bg-sunken px-3 py-2 text-left font-medium text-muted"
              >
                {corner}
              </th>
              {columns.map((column) => (
                <th
                  key={column.id}
                  scope="col"
                  className="min-w-20 border-b border-line bg-sunken px-2 py-2 text-center font-medium text-muted"
                >
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th
                  scope="row"
                  className="sticky left-0 z-10 border-r border-b border-line bg-surface px-3 text-left font-medium whitespace-nowrap"
                >
                  {row.title}
                </th>
                {columns.map((column) => {
                  const found = cell(row.id, column.id)
                  return (
                    <td key={column.id} className="relative h-control border-b border-line p-0 text-center">
                      {found && (
                        <>
                          <span
                            aria-hidden="true"
                            className="absolute inset-0.5 rounded-sm bg-primary"
                            style={{ opacity: level(found.value) }}
                          />
                          <Figure
                            cell={found}
                            label={`${row.title}, ${column.title}: ${found.text}${found.note ? `, ${found.note}` : ''}`}
                            onOpen={onOpen && (() => onOpen(row.id, column.id))}
                          />
                        </>
                      )}
                      {!found && <span className="text-faint">–</span>}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {legend ?? <Scale domain={domain} />}
    </div>
  )
}

const strengths = [0, 0.1, 0.2, 0.32, 0.45]

function Figure({ cell, label, onOpen }: { cell: HeatCell; label: string; onOpen?: () => void }) {
  if (!onOpen) return <span className="relative">{cell.text}</span>
  return (
    <Button
      aria-label={label}
      onPress={onOpen}
      className={cx(
        'relative flex h-control w-full items-center justify-center rounded-sm px-2 underline-offset-2 data-hovered:underline',
      )}
    >
      {cell.text}
    </Button>
  )
}

function Scale({ domain }: { domain: readonly [number, number] }) {
  return (
    <p aria-hidden="true" className="flex items-center gap-2 text-xs text-muted">
      {domain[0]}
      <span className="flex overflow-hidden rounded-sm border border-line">
        {strengths.map((strength) => (
          <span key={strength} className="h-3 w-6 bg-surface">
            <span className="block h-full bg-primary" style={{ opacity: strength }} />
          </span>
        ))}
      </span>
      {domain[1]}
    </p>
  )
}
