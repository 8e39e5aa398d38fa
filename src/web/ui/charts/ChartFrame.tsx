import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import BarChartIcon from 'lucide-react/icons/chart-column'
import TableIcon from 'lucide-react/icons/table-2'
import { Button } from '../Button.tsx'
import { Empty } from '../Empty.tsx'
import { useKitWords } from '../kit-words.tsx'
import { SimpleTable } from '../SimpleTable.tsx'
import { Swatch } from './Swatch.tsx'
import { useWidth } from './use-width.ts'

export type ChartTable = { columns: readonly string[]; rows: readonly (readonly ReactNode[])[] }
export type ChartPlace = { widthPx: number; titleId: string; descriptionId: string }

export type ChartFrameProps = {
  title: string
  /** One sentence of what the chart says; read out with it. */
  description: string
  /** Drawn under the title, otherwise only read out. */
  showDescription?: boolean
  /** Names of the series in the order of their looks; a single one needs no legend. */
  legend?: readonly string[]
  /** Lines stand for themselves, areas for bars. */
  legendShape?: 'area' | 'line'
  /** The same figures as a table: every chart can be read as one. */
  table: ChartTable
  isEmpty?: boolean
  actions?: ReactNode
  heightPx: number
  children: (place: ChartPlace) => ReactNode
}

/** Title, legend and the way to the table, around every chart. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, description, legend = noNames, table, isEmpty, actions, heightPx, children } = props
  const words = useKitWords()
  const id = useId()
  const [isTable, showTable] = useState(false)
  const [box, widthPx] = useWidth()
  return (
    <figure className="flex min-w-0 flex-col gap-3">
      <figcaption className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <p className="text-base font-semibold">{title}</p>
          {props.showDescription && <p className="text-sm text-muted">{description}</p>}
        </div>
        <div className="-my-1 -mr-2 flex flex-wrap items-center">
          {actions}
          <Button
            variant="quiet"
            size="sm"
            icon={isTable ? BarChartIcon : TableIcon}
            aria-label={`${words(isTable ? 'chart.show-chart' : 'chart.show-table')}: ${title}`}
            onPress={() => showTable(!isTable)}
          >
            {words(isTable ? 'chart.as-chart' : 'chart.as-table')}
          </Button>
        </div>
      </figcaption>
      {legend.length > 1 && !isTable && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
          {legend.map((name, at) => (
            <li key={name} className="flex items-center gap-1.5">
              <Swatch at={at} shape={props.legendShape ?? 'area'} />
              {name}
            </li>
          ))}
        </ul>
      )}
      <div ref={box} className="relative min-w-0" style={{ minHeight: isTable || isEmpty ? undefined : heightPx }}>
        {isEmpty ? (
          <Empty title={words('chart.empty')} icon={BarChartIcon} isSmall />
        ) : isTable ? (
          <div className="max-h-96 overflow-auto">
            <SimpleTable<readonly ReactNode[]>
              caption={title}
              rows={table.rows}
              rowKey={(row) => String(row[0])}
              columns={table.columns.map((column, at) => ({
                title: column,
                cell: (row) => row[at] ?? words('chart.no-value'),
                align: at === 0 ? 'start' : 'end',
                isRowHeader: at === 0,
              }))}
            />
          </div>
        ) : (
          widthPx > 0 && children({ widthPx, titleId: `${id}-title`, descriptionId: `${id}-description` })
        )}
      </div>
    </figure>
  )
}

const noNames: readonly string[] = []
