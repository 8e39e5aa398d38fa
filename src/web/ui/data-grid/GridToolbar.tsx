import type { ReactNode } from 'react'
import Download from 'lucide-react/icons/download'
import Rows from 'lucide-react/icons/rows-3'
import Rows4 from 'lucide-react/icons/rows-4'
import X from 'lucide-react/icons/x'
import { Button } from '../Button.tsx'
import { cx } from '../cx.ts'
import { useKitWords } from '../kit-words.tsx'
import type { GridColumn } from './column.ts'
import { ColumnChooser } from './ColumnChooser.tsx'
import type { GridLayout } from './layout.ts'

type Props<Row> = {
  columns: readonly GridColumn<Row>[]
  layout: GridLayout
  changed: boolean
  change: (part: Partial<GridLayout>) => void
  reset: () => void
  selected: ReadonlySet<string> | undefined
  onClear: () => void
  bulkActions: ((ids: ReadonlySet<string>) => ReactNode) | undefined
  onExport: (() => void) | undefined
  rowCount: number
  isAtLeast: boolean
  isLoading: boolean
  children: ReactNode
}

/** Above the grid: the screen's own actions and the grid's; with rows selected, what can be done with them instead. */
export function GridToolbar<Row>(props: Props<Row>) {
  const { layout, change, selected, bulkActions, onExport, rowCount, isAtLeast, isLoading } = props
  const words = useKitWords()
  const count = selected?.size ?? 0
  const compact = layout.density === 'compact'
  return (
    <div
      className={cx(
        'flex min-h-10 flex-wrap items-center gap-x-2 gap-y-1 rounded-md',
        count > 0 && 'bg-primary-soft pl-3 pr-2 py-1',
      )}
    >
      <div aria-live="polite" className="text-sm text-muted">
        {count > 0 ? (
          <span className="font-medium text-text">{words('grid.selected', { count: count.toLocaleString() })}</span>
        ) : isLoading && rowCount === 0 ? (
          words('grid.loading')
        ) : (
          words('grid.rows', { count: `${rowCount.toLocaleString()}${isAtLeast ? '+' : ''}` })
        )}
      </div>
      {count > 0 ? (
        <>
          <Button variant="quiet" size="sm" icon={X} onPress={props.onClear}>
            {words('grid.clear-selection')}
          </Button>
          <div className="flex flex-1 flex-wrap items-center justify-end gap-2">
            {selected && bulkActions?.(selected)}
          </div>
        </>
      ) : (
        <>
          <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2">{props.children}</div>
          <div className="flex flex-wrap items-center">
            <Button
              variant="quiet"
              size="sm"
              icon={compact ? Rows4 : Rows}
              aria-label={`${words('grid.density')}: ${words(compact ? 'grid.compact' : 'grid.comfortable')}`}
              onPress={() => change({ density: compact ? 'comfortable' : 'compact' })}
            >
              {words(compact ? 'grid.compact' : 'grid.comfortable')}
            </Button>
            <ColumnChooser {...props} />
            {onExport && (
              <Button variant="quiet" size="sm" icon={Download} onPress={onExport}>
                {words('grid.export')}
              </Button>
            )}
          </div>
        </>
      )}
    </div>
  )
}
