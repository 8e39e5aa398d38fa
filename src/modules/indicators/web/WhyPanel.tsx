import { useState } from 'react'
import Search from 'lucide-react/icons/search'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { RadioGroup } from '#ui/Radio'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { useRead } from '#web/query'
import { useSearch } from '#web/links'
import { useWords } from '#web/words'
import { routes, type Why } from '../contract.ts'
import type { ShownPeriod } from './use-period.ts'
import { SegmentCard } from './SegmentCard.tsx'
import { useFigureText } from './use-figure-text.ts'

const scopes = ['own', 'year', 'all'] as const
type Scope = (typeof scopes)[number]
export type WhyAsked = {
  personId: string
  responsibilityId: string
  indicatorKey: string
  months?: number
  wide?: boolean
} & ShownPeriod['asked']
type Props = { asked: WhyAsked }

/** Why a figure is off: asked for when wanted, for this period, a year, or everybody who answers for the same. */
export function WhyPanel({ asked }: Props) {
  const t = useWords('indicators')
  const [{ why }, setSearch] = useSearch({ why: '' })
  const scope = scopes.find((one) => one === why)
  return (
    <Card
      title={t('why.title')}
      {...(scope
        ? {}
        : {
            actions: (
              <Button icon={Search} onPress={() => setSearch({ why: 'own' })}>
                {t('why.ask')}
              </Button>
            ),
          })}
    >
      {scope && (
        <div className="flex flex-col gap-4">
          <RadioGroup
            label={t('why.title')}
            hideLabel
            look="segments"
            options={scopes.map((id) => ({ id, label: t(`why.scope.${id}`) }))}
            value={scope}
            onChange={(next) => setSearch({ why: next ?? 'own' })}
          />
          <Answer asked={{ ...asked, ...widened(scope) }} />
        </div>
      )}
    </Card>
  )
}

function widened(scope: Scope): { months?: number; wide?: boolean } {
  return { ...(scope === 'own' ? {} : { months: 12 }), ...(scope === 'all' ? { wide: true } : {}) }
}

function Answer({ asked }: { asked: WhyAsked }) {
  const t = useWords('indicators')
  const why = useRead(routes.readWhy, { ...asked, wide: asked.wide ? 'true' : 'false' } as never)
  return (
    <Await query={why} shape="lines">
      {(found) =>
        found.unsaid ? (
          <p className="text-muted">{t(`why.unsaid.${found.unsaid}`)}</p>
        ) : (
          <div className="flex flex-col gap-4">
            <p className="text-sm text-muted">
              {t('why.looked', { count: found.total.count, people: found.people, tried: found.tried })}
            </p>
            {found.segments.length === 0 && <p>{t('why.nothing')}</p>}
            {found.segments.map((segment) => (
              <SegmentCard
                key={segment.conditions.map(({ dimension, value }) => `${dimension}=${value}`).join()}
                why={found}
                segment={segment}
                asked={asked}
              />
            ))}
            <Groups why={found} />
          </div>
        )
      }
    </Await>
  )
}

/** How the change since the period before splits into others being counted and the same doing otherwise. */
function Groups({ why }: { why: Why }) {
  const t = useWords('indicators')
  const text = useFigureText()
  const format = useFormat()
  const change = why.groups?.change
  const [isOpen, setOpen] = useState(false)
  if (!change) return null
  const total = (side: 'mix' | 'rate') => change.effects.reduce((sum, one) => sum + one[side], 0)
  const signed = (value: number) =>
    `${value > 0 ? '+' : ''}${why.method === 'rate' ? format.percent(Math.round(value * 10_000) / 10) : text(value, why.unit)}`
  return (
    <p className="text-sm text-muted">
      {t('why.change', {
        before: text(change.before, why.unit),
        now: text(why.total.mean, why.unit),
        mix: signed(total('mix')),
        rate: signed(total('rate')),
      })}{' '}
      <Button size="sm" variant="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        {t('why.group')}
      </Button>
      {isOpen && (
        <span className="mt-1 block">
          {change.effects
            .map(({ value, mix, rate }) => `${value ?? t('why.others')}: ${signed(mix)} / ${signed(rate)}`)
            .join(' · ')}
        </span>
      )}
    </p>
  )
}
