import { useId } from 'react'
import { Mark } from './Mark.tsx'
import { Pattern } from './Pattern.tsx'
import { lookOf } from './series.ts'

/** The look of one series, for legends and tips. */
export function Swatch({ at, shape }: { at: number; shape: 'area' | 'line' }) {
  const id = useId()
  const look = lookOf(at)
  if (shape === 'area')
    return (
      <svg width="12" height="12" aria-hidden="true" className="shrink-0">
        <defs>
          <Pattern id={id} look={look} />
        </defs>
        <rect width="12" height="12" rx="2" fill={`url(#${id})`} />
      </svg>
    )
  return (
    <svg width="24" height="12" aria-hidden="true" className="shrink-0">
      <line x1="0" x2="24" y1="6" y2="6" stroke={look.color} strokeWidth="2" strokeDasharray={look.dash} />
      <Mark look={look} x={12} y={6} />
    </svg>
  )
}
