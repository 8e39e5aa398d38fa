import type { CSSProperties } from 'react'
import { useKitWords } from '../kit-words.tsx'
import type { Track } from './layout.ts'

/** Rows in waiting, with the columns where they will be. */
export function GridSkeleton({ tracks, selectable }: { tracks: readonly Track[]; selectable: boolean }) {
  const words = useKitWords()
  return (
    <div role="rowgroup">
      <div role="row" className="sr-only">
        <div role="gridcell">{words('grid.loading')}</div>
      </div>
      {rows.map((row) => (
        <div key={row} aria-hidden="true" className="grid-row" style={still}>
          {selectable && <div className="grid-cell" />}
          {tracks.map((track, at) => (
            <div key={track.id} className="grid-cell">
              <span
                className="kit-shimmer inline-block h-3 rounded-sm"
                style={{ width: `${widths[(row * 3 + at * 5) % widths.length]}%` }}
              />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

const rows = [0, 1, 2, 3, 4, 5, 6, 7]
const widths = [72, 48, 60, 84, 40, 66, 54]
const still: CSSProperties = { position: 'relative' }
