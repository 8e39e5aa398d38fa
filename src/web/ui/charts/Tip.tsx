import { Swatch } from './Swatch.tsx'

type Props = {
  title: string
  lines: readonly { name: string; text: string }[]
  xPx: number
  yPx: number
  widthPx: number
  shape: 'area' | 'line'
}

/** The figures under the pointer. Only for the eye: the table says the same. */
export function Tip({ title, lines, xPx, yPx, widthPx, shape }: Props) {
  const isLate = xPx > widthPx / 2
  return (
    <div
      aria-hidden="true"
      className="kit-popover pointer-events-none absolute z-10 min-w-32 px-3 py-2 text-sm"
      style={{ top: Math.max(0, yPx - 12), [isLate ? 'right' : 'left']: isLate ? widthPx - xPx + 12 : xPx + 12 }}
    >
      <p className="mb-1 font-medium">{title}</p>
      {lines.map((line, at) => (
        <p key={line.name} className="flex items-center gap-2 whitespace-nowrap">
          <Swatch at={at} shape={shape} />
          <span className="text-muted">{line.name}</span>
          <span className="ml-auto pl-4 font-medium">{line.text}</span>
        </p>
      ))}
    </div>
  )
}
