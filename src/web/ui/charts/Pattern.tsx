import type { Look } from './series.ts'

/** The fill of one series: its colour, with a texture for all but the first. */
export function Pattern({ id, look }: { id: string; look: Look }) {
  const texture = textures[look.fill]
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" fill={look.color} />
      {texture && (
        <path
          d={texture}
          stroke="var(--color-surface)"
          strokeWidth="1.5"
          strokeOpacity=".55"
          fill="none"
          strokeLinecap="square"
        />
      )}
    </pattern>
  )
}

const textures: Record<Look['fill'], string> = {
  solid: '',
  stripes: 'M0 6L6 0M-1 1L1 -1M5 7L7 5',
  dots: 'M1.5 1.5h.01M4.5 4.5h.01',
  counter: 'M0 0L6 6M-1 5L1 7M5 -1L7 1',
  grid: 'M3 0V6M0 3H6',
  bars: 'M0 3H6',
}
