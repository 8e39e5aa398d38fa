import { climbs, grows, kindsOf } from '#core/indicator'
import { Card } from '#ui/Card'
import { Facts, type Fact } from '#ui/Facts'
import { Pagination } from '#ui/Pagination'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { hrefTo, useSearch } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useSession } from '#web/session'
import { useLanguage, useLocal, useWords } from '#web/words'
import { routes, type FigureDetail } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { Closed } from './Closed.tsx'
import { FactList } from './FactList.tsx'
import { useFigureText } from './use-figure-text.ts'
import { formulaText } from './formula.ts'
import { FreshnessNote } from './FreshnessNote.tsx'
import { FigureTrend } from './FigureTrend.tsx'
import { FormulaSteps } from './FormulaSteps.tsx'
import { LightStatus } from './LightStatus.tsx'
import { PeriodBar } from './PeriodBar.tsx'
import { StandingBar } from './StandingBar.tsx'
import { WhyPanel } from './WhyPanel.tsx'
import { useShownPeriod } from './use-period.ts'

const pageSize = 50
type Params = { personId: string; responsibilityId: string; indicatorKey: string }

/** Why this number: how it is computed, and every fact it is made of. */
export default function FigureScreen({ personId, responsibilityId, indicatorKey }: Params) {
  const t = useWords('indicators')
  const local = useLocal()
  const shown = useShownPeriod()
  const me = useSession().account?.personId
  const [{ page }, setSearch] = useSearch({ page: 1 })
  const figure = useRead(
    routes.readFigure,
    { personId, responsibilityId, indicatorKey, ...shown.asked, limit: pageSize, offset: (page - 1) * pageSize },
    { keep: true },
  )
  const isMine = personId === 'me' || personId === me
  return (
    <Page
      title={figure.data ? local(figure.data.indicator.name) : t('menu.figure')}
      backHref={
        isMine
          ? hrefTo(manifest, 'myFigures', {}, { ...shown.asked })
          : hrefTo(manifest, 'personFigures', { personId }, { ...shown.asked })
      }
      {...(figure.data
        ? {
            description: `${figure.data.person.name} · ${local(figure.data.responsibility.name)}`,
            marks: <LightStatus look="soft" light={figure.data.standing.light} isOpen={figure.data.period.isOpen} />,
          }
        : {})}
    >
      <div className="flex max-w-5xl flex-col gap-4">
        <PeriodBar
          shown={{
            ...shown,
            set: (next) => {
              setSearch({ page: 1 })
              shown.set(next)
            },
          }}
        />
        <Await query={figure} shape="cards">
          {(found) => (
            <>
              <Standing detail={found} />
              <FigureTrend detail={found} onPeriod={(day) => shown.set({ day })} />
              {found.formula && <FormulaSteps detail={found} formula={found.formula} asked={shown.asked} />}
              <WhyPanel asked={{ personId, responsibilityId, indicatorKey, ...shown.asked }} />
              {found.closed && <Closed closed={found.closed} words={found.words} />}
              <FreshnessNote kinds={kindsOf(found.indicator.measure)} />
              <Card title={t('figure.facts')} description={t('figure.factCount', { count: found.total })} isFlush>
                <FactList facts={found.facts} words={found.words} indicator={found.indicator} />
              </Card>
              {found.total > pageSize && (
                <Pagination
                  page={page}
                  pageSize={pageSize}
                  total={found.total}
                  onPage={(next) => setSearch({ page: next })}
                />
              )}
            </>
          )}
        </Await>
      </div>
    </Page>
  )
}

function Standing({ detail }: { detail: FigureDetail }) {
  const t = useWords('indicators')
  const language = useLanguage()
  const local = useLocal()
  const text = useFigureText()
  const format = useFormat()
  const { indicator, standing, part, whole, words, period } = detail
  const { measure, unit } = indicator
  const { amberPermille, greenPermille } = indicator.thresholds
  const isClimbing = climbs(measure, indicator.direction)
  const isGrowing = grows(measure)
  const own = text(indicator.fullTarget, unit)
  const amount = (sum: { amount: number | null }) => text(sum.amount, measure.kind === 'ratio' ? '' : unit)
  const items: Fact[] = [
    {
      label: t('figure.computed'),
      value: `${text(standing.value, unit)} = ${formulaText(measure, words, language, t)}`,
      isWide: true,
    },
    ...(whole ? [{ label: t('figure.division'), value: `${amount(part)} ÷ ${amount(whole)}` }] : []),
    {
      label: t(indicator.direction === 'up' ? 'figure.targetUp' : 'figure.targetDown'),
      value: text(standing.target, unit),
    },
    {
      label: t('figure.fullTarget'),
      value: [
        isGrowing ? `${own} / ${t(`period.${indicator.ownPeriod}`)}` : own,
        ...(indicator.targetRule.kind === 'fixed' ? [] : [t(`figure.targetRule.${indicator.targetRule.kind}`)]),
      ].join(' · '),
    },
    ...(amberPermille === 800 && greenPermille === 1000
      ? []
      : [
          {
            label: t('figure.limits'),
            value: t('figure.limitsText', {
              green: format.percent(greenPermille),
              amber: format.percent(amberPermille),
            }),
          },
        ]),
    ...(indicator.owner ? [{ label: t('figure.owner'), value: local(indicator.owner.name) }] : []),
    { label: t('figure.heldDays'), value: t('figure.days', { count: detail.heldDays }) },
    ...(isClimbing && period.isOpen
      ? [{ label: t('figure.elapsed'), value: format.percent(detail.elapsedPermille) }]
      : []),
    {
      label: t('figure.attained'),
      value: standing.attainmentPermille === null ? '' : format.percent(standing.attainmentPermille),
    },
  ]
  return (
    <Card>
      <div className="flex flex-col gap-4">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="text-3xl font-semibold tracking-tight">{text(standing.value, unit)}</span>
          <span className="text-muted">
            {t(indicator.direction === 'up' ? 'target.atLeast' : 'target.atMost', {
              target: text(standing.target, unit),
            })}
          </span>
          <LightStatus light={standing.light} isOpen={period.isOpen} />
        </p>
        <StandingBar
          value={standing.value}
          target={standing.target}
          light={standing.light}
          {...(isClimbing && period.isOpen ? { due: detail.elapsedPermille / 1000 } : {})}
        />
        <Facts items={items} columns={3} />
        <p className="text-sm text-muted">{t(`figure.rule.${isClimbing ? 'climbs' : 'whole'}`)}</p>
      </div>
    </Card>
  )
}
