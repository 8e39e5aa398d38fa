import { lazy, Suspense, type ReactNode } from 'react'
import { Skeleton } from '#ui/Skeleton'
import { usePhone } from '#web/page'
import type { LegendEntry } from '#core/chart'
import type { Colour } from '../../chart-card.ts'
import type { ChartData } from '../../contract/chart.ts'

export type OrgChartProps = {
  /** What the chart is of, for screen readers and as the title of exports: "Chart of units". */
  label: string
  data: ChartData
  /** The day its cards are read as of; today when not told. */
  on?: string
  /** False where the server does not know these boxes, as in a draft: the card then tells only what stands in them, or `onOpen` does. */
  hasCard?: boolean
  onOpen?: (id: string) => void
  /** Under the title of exports: the day, the draft. */
  note?: string
  /** Files of exports are called so, without their ending. */
  fileName?: string
  /** Colours of boxes by their id, and what they mean. */
  colours?: ReadonlyMap<string, Colour>
  legend?: readonly LegendEntry[]
  /** Where the same chart is made as pages of a PDF, opened down to a level. */
  pdfHref?: (level: number, paper: 'a4' | 'a3') => string
  /** Beside the search box. */
  tools?: ReactNode
  className?: string
}

const loadBoard = () => import('./ChartBoard.tsx')
const loadOutline = () => import('./ChartOutline.tsx')
const Board = lazy(loadBoard)
const Outline = lazy(loadOutline)

/** Fetches the code of the chart while its data is on the way. */
export function prepareChart(isPhone: boolean): void {
  void (isPhone ? loadOutline() : loadBoard()).catch(() => {})
}

/**
 * Boxes and lines of any organisation: of a day, or of a draft with its differences marked. Fills its parent, which
 * needs a height; on the phone a list of its own length. Give another `key` for a chart of something else.
 */
export function OrgChart(props: OrgChartProps) {
  const Chart = usePhone() ? Outline : Board
  return (
    <Suspense
      fallback={
        <div className="p-page">
          <Skeleton shape="cards" />
        </div>
      }
    >
      <Chart {...props} />
    </Suspense>
  )
}
