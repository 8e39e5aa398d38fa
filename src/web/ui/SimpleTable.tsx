import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { useKitWords } from './kit-words.tsx'

export type SimpleColumn<Row> = {
  title: string
  cell: (row: Row) => ReactNode
  align?: 'start' | 'center' | 'end'
  widthPx?: number
  /** Names the row for screen readers: the person, the duty. */
  isRowHeader?: boolean
}

export type SimpleTableProps<Row> = {
  /** Read out before the table; drawn above it with `showCaption`. */
  caption: string
  showCaption?: boolean
  rows: readonly Row[]
  columns: readonly SimpleColumn<Row>[]
  rowKey?: (row: Row) => string
  empty?: ReactNode
  /** Sums under the columns, in their order. */
  footer?: readonly ReactNode[]
  /** No frame of its own, for cards and sheets. */
  isFlush?: boolean
}

/** Up to some hundred rows without selection or sorting. Above that take DataGrid. */
export function SimpleTable<Row>(props: SimpleTableProps<Row>) {
  const { caption, showCaption, rows, columns, rowKey, empty, footer, isFlush } = props
  const words = useKitWords()
  return (
    // Focusable, so that a table wider than its place can be scrolled by keyboard.
    <div
      role="group"
      aria-label={caption}
      tabIndex={0}
      className={cx('min-w-0 overflow-x-auto', !isFlush && 'rounded-lg border border-line bg-surface')}
    >
      <table className="w-full border-separate border-spacing-0 text-base">
        <caption className={showCaption ? 'px-3 py-2 text-left text-base font-semibold' : 'sr-only'}>{caption}</caption>
        <thead className="text-sm text-muted">
          <tr>
            {columns.map((column) => (
              <th
                key={column.title}
                scope="col"
                style={{ width: column.widthPx }}
                className={cx(
                  'border-b border-line bg-sunken px-3 py-2 font-medium whitespace-nowrap',
                  aligns[column.align ?? 'start'],
                )}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey?.(row) ?? index} className="group/row hover:bg-sunken">
              {columns.map((column) => {
                const Cell = column.isRowHeader ? 'th' : 'td'
                return (
                  <Cell
                    key={column.title}
                    scope={column.isRowHeader ? 'row' : undefined}
                    className={cx(
                      'border-b border-line px-3 py-2.5 font-normal group-last/row:border-b-0',
                      aligns[column.align ?? 'start'],
                    )}
                  >
                    {column.cell(row)}
                  </Cell>
                )
              })}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length} className="px-3 py-8 text-center text-muted">
                {empty ?? words('grid.empty')}
              </td>
            </tr>
          )}
        </tbody>
        {footer && (
          <tfoot>
            <tr>
              {columns.map((column, at) => (
                <td
                  key={column.title}
                  className={cx(
                    'border-t border-line-strong bg-sunken px-3 py-2.5 font-semibold',
                    aligns[column.align ?? 'start'],
                  )}
                >
                  {footer[at]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

const aligns = { start: 'text-left', center: 'text-center', end: 'text-right' }
