import ChartLine from 'lucide-react/icons/chart-line'
import BriefcaseBusiness from 'lucide-react/icons/briefcase-business'
import { Card } from '#ui/Card'
import { Icon } from '#ui/Icon'
import { Link, useHref } from '#web/links'
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
          <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1 border-t border-line pt-2 text-sm touch:-mb-3 touch:pt-0">
            {mine && (
              <li className="flex items-center gap-1.5 touch:min-h-11">
                <Icon as={BriefcaseBusiness} className="text-faint" />
                <Link href={mine}>{t('why')}</Link>
              </li>
            )}
            {figures && (
              <li className="flex items-center gap-1.5 touch:min-h-11">
                <Icon as={ChartLine} className="text-faint" />
                <Link href={figures}>{t('figures')}</Link>
              </li>
            )}
          </ul>
        )}
      </Card>
    </aside>
  )
}
