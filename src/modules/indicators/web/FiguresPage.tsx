import type { ReactNode } from 'react'
import { ResponsibilityName } from '#screens/responsibilities'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import Target from 'lucide-react/icons/target'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { hrefTo } from '#web/links'
import { Page, usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type PersonIndicators } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { CatchUpNote } from './CatchUpNote.tsx'
import { IndicatorLine } from './IndicatorLine.tsx'
import { LightStatus } from './LightStatus.tsx'
import { PeriodBar } from './PeriodBar.tsx'
import { useShownPeriod, type ShownPeriod } from './use-period.ts'

type Props = {
  personId: string
  title: (figures: PersonIndicators | undefined) => string
  backHref?: string
  note?: ReactNode
}

/** What somebody answers for and how it stands, one card a responsibility. */
export function FiguresPage({ personId, title, backHref, note }: Props) {
  const t = useWords('indicators')
  const format = useFormat()
  const shown = useShownPeriod()
  const figures = useRead(routes.readPersonIndicators, { personId, ...shown.asked }, { keep: true })
  return (
    <Page
      title={title(figures.data)}
      {...(backHref ? { backHref } : {})}
      marks={
        figures.data && (
          <LightStatus
            look="soft"
            light={figures.data.light}
            isOpen={figures.data.period.isOpen}
            {...(figures.data.fulfilmentPermille === null
              ? {}
              : { figure: format.percent(figures.data.fulfilmentPermille) })}
          />
        )
      }
    >
      <div className="flex max-w-3xl flex-col gap-4">
        <PeriodBar shown={shown} />
        {note}
        <CatchUpNote />
        <Await query={figures} shape="cards">
          {(found) =>
            found.responsibilities.length === 0 ? (
              <Empty icon={Target} title={t('mine.empty')} description={t('mine.emptyHint')} />
            ) : (
              found.responsibilities.map((one) => (
                <ResponsibilityCard key={one.responsibilityId} figures={found} one={one} asked={shown.asked} />
              ))
            )
          }
        </Await>
      </div>
    </Page>
  )
}

type One = PersonIndicators['responsibilities'][number]

function ResponsibilityCard({
  figures,
  one,
  asked,
}: {
  figures: PersonIndicators
  one: One
  asked: ShownPeriod['asked']
}) {
  const format = useFormat()
  const isPhone = usePhone()
  return (
    <Card
      title={<ResponsibilityName id={one.responsibilityId} name={one.name} withMark isLink={!isPhone} />}
      actions={
        <LightStatus
          look="soft"
          light={one.light}
          isOpen={figures.period.isOpen}
          {...(one.fulfilmentPermille === null ? {} : { figure: format.percent(one.fulfilmentPermille) })}
        />
      }
    >
      <IndicatorList figures={figures} one={one} asked={asked} />
    </Card>
  )
}

/** The indicators of one responsibility, each leading to its facts. */
export function IndicatorList({
  figures,
  one,
  asked,
}: {
  figures: PersonIndicators
  one: One
  asked: ShownPeriod['asked']
}) {
  const t = useWords('indicators')
  if (one.indicators.length === 0) return <p className="py-2 text-muted">{t('mine.noIndicators')}</p>
  return (
    <ul className="-my-1 divide-y divide-line">
      {one.indicators.map((indicator) => (
        <IndicatorLine
          key={indicator.key}
          indicator={indicator}
          words={figures.words}
          isOpen={figures.period.isOpen}
          href={hrefTo(
            manifest,
            'figure',
            { personId: figures.personId, responsibilityId: one.responsibilityId, indicatorKey: indicator.key },
            { ...asked },
          )}
        />
      ))}
    </ul>
  )
}
