import { climbs } from '#core/indicator'
import { Sparkline } from '#ui/charts/Sparkline'
import { useLanguage, useLocal, useWords } from '#web/words'
import type { FactWords, Indicator } from '../contract.ts'
import { useFigureText } from './use-figure-text.ts'
import { formulaText } from './formula.ts'
import { LightStatus } from './LightStatus.tsx'
import { StandingBar } from './StandingBar.tsx'
import { ThumbLink } from './ThumbLink.tsx'

type Props = { indicator: Indicator; words: FactWords; isOpen: boolean; href: string }

/** One indicator: where it stands, its course, how it is computed, and the way to the facts. */
export function IndicatorLine({ indicator, words, isOpen, href }: Props) {
  const t = useWords('indicators')
  const local = useLocal()
  const language = useLanguage()
  const text = useFigureText()
  const { value, target, unit, light, direction, measure } = indicator
  const known = indicator.trend.map((at) => at.standing?.value ?? null)
  const grows = climbs(measure, direction)
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <ThumbLink href={href}>{local(indicator.name)}</ThumbLink>
        <LightStatus light={light} isOpen={isOpen} />
      </div>
      <div className="flex items-end gap-4">
        <div className="min-w-0 flex-1">
          <p className="mb-1.5 flex flex-wrap items-baseline gap-x-2">
            <span className="text-lg font-semibold">{text(value, unit)}</span>
            <span className="text-sm text-muted">
              {t(direction === 'up' ? 'target.atLeast' : 'target.atMost', { target: text(target, unit) })}
            </span>
            {indicator.weightPermille > 0 && (
              <span className="text-sm text-muted">{t('weight', { weight: indicator.weightPermille / 10 })}</span>
            )}
          </p>
          <StandingBar
            value={value}
            target={target}
            light={light}
            {...(grows && isOpen ? { due: indicator.elapsedPermille / 1000 } : {})}
          />
        </div>
        {known.filter((each) => each !== null).length > 1 && (
          <Sparkline
            label={t('trend', { count: known.length, values: known.map((each) => text(each, unit)).join(', ') })}
            values={known}
          />
        )}
      </div>
      <p className="text-sm text-muted">{formulaText(measure, words, language, t)}</p>
    </li>
  )
}
