import { Sheet } from '#ui/Sheet'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../contract.ts'
import { IndicatorList } from './FiguresPage.tsx'
import { LightStatus } from './LightStatus.tsx'
import { periodText } from './periods.ts'
import type { ShownPeriod } from './use-period.ts'

type Props = { personId: string; responsibilityId: string; asked: ShownPeriod['asked']; onClose: () => void }

/** One cell of the board opened: the indicators of a responsibility of somebody. */
export function CellSheet({ personId, responsibilityId, asked, onClose }: Props) {
  const t = useWords('indicators')
  const local = useLocal()
  const format = useFormat()
  const isPhone = usePhone()
  const figures = useRead(routes.readPersonIndicators, { personId, ...asked })
  const one = figures.data?.responsibilities.find((each) => each.responsibilityId === responsibilityId)
  const period = figures.data?.period
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      side={isPhone ? 'bottom' : 'right'}
      title={one ? local(one.name) : t('menu.personFigures')}
      description={
        figures.data &&
        one &&
        period && (
          <span className="flex flex-wrap items-center gap-2">
            {figures.data.name} · {periodText(period.kind, period.from, t, format)}
            <LightStatus
              light={one.light}
              isOpen={period.isOpen}
              {...(one.fulfilmentPermille === null ? {} : { figure: format.percent(one.fulfilmentPermille) })}
            />
          </span>
        )
      }
    >
      <Await query={figures} shape="lines">
        {(found) =>
          one ? (
            <IndicatorList figures={found} one={one} asked={asked} />
          ) : (
            <p className="text-muted">{t('mine.noIndicators')}</p>
          )
        }
      </Await>
    </Sheet>
  )
}
