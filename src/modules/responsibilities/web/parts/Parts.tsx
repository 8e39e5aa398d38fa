import Copy from 'lucide-react/icons/copy'
import Link2 from 'lucide-react/icons/link-2'
import { UnitName } from '#screens/organisation'
import { Card } from '#ui/Card'
import { Icon } from '#ui/Icon'
import { Tag } from '#ui/Tag'
import { useFormat } from '#web/format'
import { hrefTo, Link } from '#web/links'
import { useLocal, useWords } from '#web/words'
import type { Version } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { keyInWhole } from '../../parts.ts'
import { useFigure } from '../figures.ts'

/** The responsibilities this one is made of, and how. */
export function Parts({ version, whole }: { version: Version; whole: Version }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const format = useFormat()
  const figure = useFigure()
  const indicatorOf = (key: string, partId: string) =>
    whole.indicators.find((indicator) => indicator.key === keyInWhole(key, partId))
  return (
    <Card title={t('fields.parts')}>
      <ul className="flex flex-col divide-y divide-line">
        {version.parts.map((part) => (
          <li key={part.responsibilityId} className="flex items-start gap-3 py-2.5 first:pt-0 last:pb-0">
            <Icon as={part.mode === 'reference' ? Link2 : Copy} className="mt-1 text-faint" />
            <div className="min-w-0 flex-1">
              <Link href={hrefTo(manifest, 'responsibility', { responsibilityId: part.responsibilityId })}>
                {local(part.name)}
              </Link>
              <p className="text-sm text-muted">{t(`partHint.${part.mode}`)}</p>
              {part.targets.length > 0 && (
                <ul className="mt-1 flex flex-wrap gap-1.5">
                  {part.targets.map(({ key, unitId, target }) => {
                    const indicator = indicatorOf(key, part.responsibilityId)
                    return (
                      <li key={`${key}${unitId ?? ''}`}>
                        <Tag tone="sky">
                          {local(indicator?.name) || key} {figure(target, indicator?.unit ?? '')}
                          {unitId && (
                            <>
                              {' · '}
                              <UnitName id={unitId} />
                            </>
                          )}
                        </Tag>
                      </li>
                    )
                  })}
                </ul>
              )}
            </div>
            {part.mode === 'reference' && part.weightPermille > 0 && (
              <span className="text-sm text-muted">
                {t('mine.weightOf', { weight: format.percent(part.weightPermille) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Targets that differ from unit to unit. */
export function LocalTargets({ version }: { version: Version }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const figure = useFigure()
  const differing = version.indicators.filter((indicator) => indicator.localTargets.length > 0)
  if (differing.length === 0) return null
  return (
    <div className="mt-3">
      <h3 className="mb-1 text-sm font-semibold text-muted">{t('fields.localTargets')}</h3>
      <ul className="flex flex-col gap-1 text-sm">
        {differing.flatMap((indicator) =>
          indicator.localTargets.map(({ unitId, target }) => (
            <li key={`${indicator.key}${unitId}`} className="flex flex-wrap gap-x-2">
              <span>{local(indicator.name)}</span>
              <span className="font-medium">
                {indicator.direction === 'up' ? '≥ ' : '≤ '}
                {figure(target, indicator.unit)}
              </span>
              <span className="text-muted">
                <UnitName id={unitId} />
              </span>
            </li>
          )),
        )}
      </ul>
    </div>
  )
}
