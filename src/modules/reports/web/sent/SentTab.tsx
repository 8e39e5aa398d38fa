import { useState } from 'react'
import Send from 'lucide-react/icons/send'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Await } from '#web/await'
import { later } from '#web/later'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { routes, type Schedule } from '../../contract.ts'
import { Deliveries } from './Deliveries.tsx'
import { ScheduleLine } from './ScheduleLine.tsx'

const ScheduleSheet = later(async () => (await import('./ScheduleSheet.tsx')).ScheduleSheet)

/** What was sent to me, and what I have sent regularly. */
export function SentTab() {
  const t = useWords('reports')
  const may = useMay()
  const composes = may('reports.compose')
  const [edited, setEdited] = useState<Schedule | 'new' | null>(null)
  const schedules = useRead(routes.listSchedules, {}, { when: composes })
  const add = (
    <Button variant="primary" icon={Send} onPress={() => setEdited('new')}>
      {t('sent.new')}
    </Button>
  )
  return (
    <div className="flex flex-col gap-4">
      <Card title={t('sent.deliveries')} isFlush>
        <Deliveries />
      </Card>
      {composes && (
        <Await query={schedules} shape="cards">
          {(found) => (
            <Card title={t('sent.schedules')} isFlush actions={found.schedules.length > 0 && add}>
              {found.schedules.length === 0 ? (
                <Empty icon={Send} title={t('sent.none')} description={t('sent.noneHint')} action={add} isSmall />
              ) : (
                <ul className="divide-y divide-line">
                  {found.schedules.map((one) => (
                    <ScheduleLine key={one.id} schedule={one} onEdit={() => setEdited(one)} />
                  ))}
                </ul>
              )}
            </Card>
          )}
        </Await>
      )}
      {edited && (
        <ScheduleSheet
          schedule={edited === 'new' ? null : edited}
          canMail={schedules.data?.canMail ?? false}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  )
}
