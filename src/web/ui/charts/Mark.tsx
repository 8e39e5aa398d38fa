import type { Look } from './series.ts'

/** The sign of one series on its line. */
export function Mark({ look, x, y, size = 3.5 }: { look: Look; x: number; y: number; size?: number }) {
  const paint = { fill: look.color, stroke: 'var(--color-surface)', strokeWidth: 1.25 }
  switch (look.mark) {
    case 'circle':
      return <circle cx={x} cy={y} r={size} {...paint} />
    case 'square':
      return <rect x={x - size} y={y - size} width={size * 2} height={size * 2} {...paint} />
    case 'triangle':
      return <path d={`M${x} ${y - size * 1.2}L${x + size * 1.2} ${y + size}H${x - size * 1.2}Z`} {...paint} />
    case 'diamond':
      return (
        <path
          d={`M${x} ${y - size * 1.3}L${x + size * 1.3} ${y}L${x} ${y + size * 1.3}L${x - size * 1.3} ${y}Z`}
          {...paint}
        />
      )
    case 'cross':
      return (
        <path
          d={`M${x - size} ${y - size}L${x + size} ${y + size}M${x + size} ${y - size}L${x - size} ${y + size}`}
          stroke={look.color}
          strokeWidth={2}
        />
      )
  }
}
