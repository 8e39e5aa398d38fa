import type { Curve } from '#core/performance'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import { pathOf, rangeOf } from './curve-path.ts'
import { usePoints } from './use-points.ts'

const width = 220
const height = 90
const edge = 4

const nowhere: readonly { permille: number; scoreHundredths: number }[] = []

type Props = { curve: Curve; reached?: readonly { permille: number; scoreHundredths: number }[] }

/** A scoring curve as a small picture: what is reached to the right, the score upwards, and where somebody stands on it. */
export function CurveChart({ curve, reached = nowhere }: Props) {
  const t = useWords('performance')
  const f = useFormat()
  const { score } = usePoints()
  const { mostPermille, mostHundredths } = rangeOf(curve, reached)
  const x = (permille: number) => edge + ((width - 2 * edge) * Math.min(permille, mostPermille)) / mostPermille
  const y = (hundredths: number) => height - edge - ((height - 2 * edge) * hundredths) / mostHundredths
  const said = pathOf(curve, mostPermille)
  const told = reached.map((one) => `${f.percent(one.permille)} → ${score(one.scoreHundredths)}`).join(', ')
  return (
    <figure className="flex w-56 flex-col gap-1">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${t('curve.title')} ${told}`} className="w-full">
        <line
          x1={x(1000)}
          x2={x(1000)}
          y1={edge}
          y2={height - edge}
          className="stroke-line-strong"
          strokeDasharray="3 3"
        />
        <line x1={edge} x2={width - edge} y1={height - edge} y2={height - edge} className="stroke-line" />
        <polyline
          points={said.map((point) => `${x(point.permille)},${y(point.scoreHundredths)}`).join(' ')}
          fill="none"
          strokeWidth="2"
          className="stroke-primary"
        />
        {reached.map((one) => (
          <circle
            key={`${one.permille} ${one.scoreHundredths}`}
            cx={x(one.permille)}
            cy={y(one.scoreHundredths)}
            r="4"
            className="fill-amber stroke-surface"
          />
        ))}
      </svg>
      <figcaption className="flex justify-between text-xs text-muted">
        <span>{t('curve.target')}</span>
        <span>
          {t('curve.most', { percent: f.percent(mostPermille), score: score(said.at(-1)?.scoreHundredths ?? 0) })}
        </span>
      </figcaption>
    </figure>
  )
}
