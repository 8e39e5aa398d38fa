import ChevronRight from 'lucide-react/icons/chevron-right'
import { Icon } from '#ui/Icon'
import { Link } from '#web/links'
import { Tag } from '#ui/Tag'
import { useFormat } from '#web/format'
import { hrefTo } from '#web/links'
import { useLocal, useWords } from '#web/words'
import type { SlipHead } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { periodText } from './period-text.ts'

export function SlipRow({ slip }: { slip: SlipHead }) {
  const t = useWords('payroll')
  const f = useFormat()
  const local = useLocal()
  return (
    <li>
      <Link href={hrefTo(manifest, 'payslip', { slipId: slip.id })} isQuiet>
        <span className="flex min-h-item items-center gap-3 px-4 py-3">
          <span className="min-w-0 flex-1">
            <span className="flex flex-wrap items-center gap-2">
              <span className="font-semibold">{periodText(slip.period, t)}</span>
              {slip.kind !== 'regular' && <Tag>{slip.title || t(`slips.kinds.${slip.kind}`)}</Tag>}
              {slip.openedAt === null && <Tag tone="blue">{t('slips.new')}</Tag>}
              {slip.confirmedAt !== null && <Tag tone="green">{t('slips.received')}</Tag>}
              {slip.openQuestions > 0 && <Tag tone="amber">{t('slips.questions', { count: slip.openQuestions })}</Tag>}
            </span>
            <span className="mt-0.5 block text-sm text-muted">
              {[t('slips.paidOnDay', { day: f.day(slip.paidOn) }), local(slip.employerName)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          <Icon as={ChevronRight} className="text-faint" />
        </span>
      </Link>
    </li>
  )
}
