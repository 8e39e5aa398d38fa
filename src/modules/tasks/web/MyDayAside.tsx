import ChartLine from 'lucide-react/icons/chart-line'
import BriefcaseBusiness from 'lucide-react/icons/briefcase-business'
import { LinkButton } from '#ui/Button'
import { Card } from '#ui/Card'
import { useHref } from '#web/links'
import { usePhone } from '#web/page'
import { useWords } from '#web/words'
import type { MyDay } from '../contract.ts'
import { WeekRing } from './WeekRing.tsx'

/** The week so far, and where the work and its figures come from. On the phone it stands on top. */
export function MyDayAside({ day }: { day: MyDay }) {
  const t = useWords('tasks')
  const isPhone = usePhone()
  const href = useHref()
  const mine = href('responsibilities.mine')
  const figures = href('indicators.myFigures')
  return (
    <aside aria-label={t('week.title')} className={isPhone ? 'order-first' : ''}>
      <Card>
        <WeekRing week={day.week} />
        {(mine || figures) && (
          <div className="mt-3 -mb-2 flex flex-wrap gap-x-1 border-t border-line pt-2">
            {mine && (
              <LinkButton variant="quiet" size="sm" icon={BriefcaseBusiness} href={mine}>
                {t('why')}
              </LinkButton>
            )}
            {figures && (
              <LinkButton variant="quiet" size="sm" icon={ChartLine} href={figures}>
                {t('figures')}
              </LinkButton>
            )}
          </div>
        )}
      </Card>
    </aside>
  )
}
