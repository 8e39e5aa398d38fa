import CalendarRange from 'lucide-react/icons/calendar-range'
import FileText from 'lucide-react/icons/file-text'
import { LinkButton } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Await } from '#web/await'
import { hrefTo } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { OwnQuestions } from '../questions/OwnQuestions.tsx'
import { OwnCertificates } from './OwnCertificates.tsx'
import { SlipRow } from './SlipRow.tsx'

/** My payslips, the newest first. No amount stands here: each is opened on purpose. */
export default function PayslipsScreen() {
  const t = useWords('payroll')
  const slips = useRead(routes.listOwnSlips, {})
  const latest = slips.data?.rows[0]
  return (
    <Page
      title={t('slips.title')}
      actions={
        latest && (
          <LinkButton icon={CalendarRange} href={hrefTo(manifest, 'payYear', { year: latest.paidOn.slice(0, 4) })}>
            {t('slips.yearLink')}
          </LinkButton>
        )
      }
    >
      <div className="mx-auto flex w-full max-w-3xl flex-col gap-4">
        <Await query={slips} shape="lines">
          {({ rows }) =>
            rows.length === 0 ? (
              <Empty icon={FileText} title={t('slips.none')} description={t('slips.noneWhy')} />
            ) : (
              <Card isFlush>
                <ul className="divide-y divide-line">
                  {rows.map((slip) => (
                    <SlipRow key={slip.id} slip={slip} />
                  ))}
                </ul>
              </Card>
            )
          }
        </Await>
        <OwnQuestions />
        <OwnCertificates />
      </div>
    </Page>
  )
}
