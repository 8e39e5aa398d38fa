import { lazy, Suspense } from 'react'
import { Skeleton } from '#ui/Skeleton'
import type { ChartData } from '../../contract/chart.ts'

export type OrgChartProps = {
  /** What the chart is of, for screen readers: "Chart of 2026-03-01". */
  label: string
  data: ChartData
  /** The day its cards are read as of; today when not told. */
  on?: string
  /** False hides the drawer of a box: the page shows something of its own by `onOpen`. */
  hasCard?: boolean
  onOpen?: (id: string) => void
  /** The file of an export is called so, without its ending. */
  fileName?: string
  className?: string
}

const Board = lazy(() => import('./ChartBoard.tsx'))

/** Boxes and lines of any organisation: of a day, or of a draft with its differences marked. Fills its parent. */
export function OrgChart(props: OrgChartProps) {
  return (
    <Suspense fallback={<Skeleton shape="cards" />}>
      <Board {...props} />
    </Suspense>
  )
}
