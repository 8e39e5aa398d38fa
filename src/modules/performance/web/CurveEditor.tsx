import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { usualCurve, type Curve } from '#core/performance'
import { Button } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { NumberField } from '#ui/NumberField'
import { RadioGroup } from '#ui/Radio'
import { useWords } from '#web/words'
import { CurveChart } from './CurveChart.tsx'

type Point = { at: number; score: number }
type Props = { curve: Curve; isManual: boolean; onChange: (curve: Curve) => void }

/** How what is reached becomes a score: points or steps, with a picture of them; people give the score of a manual line itself. */
export function CurveEditor({ curve, isManual, onChange }: Props) {
  const t = useWords('performance')
  const points = pointsOf(curve)
  const set = (at: number, point: Point | null) =>
    onChange(
      withPoints(
        curve,
        points.flatMap((one, n) => (n === at ? (point ? [point] : []) : [one])),
      ),
    )
  const last = points.at(-1)
  return (
    <div className="flex flex-wrap items-start gap-6">
      <div className="flex min-w-72 flex-1 flex-col gap-3">
        {!isManual && (
          <>
            <RadioGroup
              label={t('curve.title')}
              look="segments"
              value={curve.kind}
              onChange={(kind) => onChange(withPoints({ ...curve, ...blank(kind as Curve['kind']) }, points))}
              options={(['linear', 'steps'] as const).map((kind) => ({ id: kind, label: t(`curve.${kind}`) }))}
            />
            <ul className="flex flex-col gap-2">
              {points.map((point, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- points have no other name than their place
                <li key={at} className="flex items-end gap-2">
                  <NumberField
                    label={t(curve.kind === 'steps' ? 'curve.from' : 'curve.at')}
                    hideLabel={at > 0}
                    unit="%"
                    minValue={0}
                    maxValue={1000}
                    value={point.at / 10}
                    onChange={(percent) => percent !== null && set(at, { ...point, at: Math.round(percent * 10) })}
                  />
                  <NumberField
                    label={t('curve.score')}
                    hideLabel={at > 0}
                    unit={t('give.points')}
                    minValue={0}
                    maxValue={150}
                    value={point.score / 100}
                    onChange={(score) => score !== null && set(at, { ...point, score: Math.round(score * 100) })}
                  />
                  {points.length > 1 && <IconButton icon={X} label={t('curve.remove')} onPress={() => set(at, null)} />}
                </li>
              ))}
            </ul>
            <div>
              <Button
                size="sm"
                icon={Plus}
                onPress={() =>
                  onChange(withPoints(curve, [...points, { at: (last?.at ?? 0) + 100, score: last?.score ?? 10_000 }]))
                }
              >
                {t('curve.add')}
              </Button>
            </div>
          </>
        )}
        <div className="grid grid-cols-2 gap-3">
          <Bound
            label={t('curve.cap')}
            value={curve.capHundredths}
            onChange={(value) => onChange(bounded(curve, 'capHundredths', value))}
          />
          <Bound
            label={t('curve.floor')}
            value={curve.floorHundredths}
            onChange={(value) => onChange(bounded(curve, 'floorHundredths', value))}
          />
        </div>
      </div>
      {!isManual && <CurveChart curve={curve} />}
    </div>
  )
}

function Bound({
  label,
  value,
  onChange,
}: {
  label: string
  value: number | undefined
  onChange: (value: number | null) => void
}) {
  const t = useWords('performance')
  return (
    <NumberField
      label={label}
      unit={t('give.points')}
      minValue={0}
      maxValue={150}
      value={value === undefined ? null : value / 100}
      onChange={(score) => onChange(score === null ? null : Math.round(score * 100))}
    />
  )
}

function pointsOf(curve: Curve): Point[] {
  if (curve.kind === 'steps') return curve.steps.map((one) => ({ at: one.fromPermille, score: one.scoreHundredths }))
  return curve.points.map((one) => ({ at: one.reachedPermille, score: one.scoreHundredths }))
}

function withPoints({ capHundredths, floorHundredths, ...curve }: Curve, points: readonly Point[]): Curve {
  const bounds = {
    ...(capHundredths === undefined ? {} : { capHundredths }),
    ...(floorHundredths === undefined ? {} : { floorHundredths }),
  }
  if (curve.kind === 'steps')
    return {
      kind: 'steps',
      steps: points.map(({ at, score }) => ({ fromPermille: at, scoreHundredths: score })),
      ...bounds,
    }
  return {
    kind: 'linear',
    points: points.map(({ at, score }) => ({ reachedPermille: at, scoreHundredths: score })),
    ...bounds,
  }
}

function blank(kind: Curve['kind']): Curve {
  return kind === 'steps' ? { kind, steps: [] } : { ...usualCurve }
}

function bounded(curve: Curve, bound: 'capHundredths' | 'floorHundredths', value: number | null): Curve {
  const { [bound]: _before, ...rest } = curve
  return (value === null ? rest : { ...rest, [bound]: value }) as Curve
}
