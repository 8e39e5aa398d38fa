import { DateField } from '../ui/DateField.tsx'
import { DateRange } from '../ui/DateRange.tsx'
import { TimeField } from '../ui/TimeField.tsx'
import { Case, useSay } from './say.tsx'

export function DateGroup() {
  const say = useSay()
  const month = { label: say('本月', 'This month'), from: '2026-11-01', until: '2026-11-30' }
  const before = { label: say('上月', 'Last month'), from: '2026-10-01', until: '2026-10-31' }
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-8 md:grid-cols-2">
      <Case name={say('日期', 'Day')}>
        <DateField label={say('入职日期', 'Since')} />
        <DateField
          label={say('生效日期', 'In force from')}
          defaultValue="2026-12-01"
          isRequired
          description={say('到期自动发布', 'Published by itself')}
        />
        <DateField
          label={say('有错误', 'With an error')}
          defaultValue="2026-02-28"
          errorMessage={say('不能早于入职日期', 'Not before the day of hiring')}
        />
        <DateField label={say('不可用', 'Disabled')} defaultValue="2026-11-21" isDisabled />
      </Case>
      <Case name={say('期间与时间', 'Span and time')}>
        <DateRange label={say('统计期间', 'Period')} presets={[month, before]} />
        <DateRange label={say('代理期间', 'Acting')} defaultValue={{ from: '2026-11-21', until: '2026-12-05' }} />
        <TimeField label={say('截止时间', 'Due at')} defaultValue="17:30" />
      </Case>
    </div>
  )
}
