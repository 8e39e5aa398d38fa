import CalendarClock from 'lucide-react/icons/calendar-clock'
import { Button } from '#ui/Button'
import { DateField } from '#ui/DateField'
import { Popover } from '#ui/Popover'
import { useFormat } from '#web/format'
import { useSession } from '#web/session'
import { useWords } from '#web/words'

/** As of which day a page is drawn; '' is today. */
export function DayChip({ on, onChange }: { on: string; onChange: (on: string) => void }) {
  const t = useWords('organisation')
  const f = useFormat()
  const today = useSession().tenant?.today ?? ''
  const isToday = on === '' || on === today
  const label = isToday ? t('screens.asOfToday') : t('screens.asOf', { day: f.day(on) })
  return (
    <Popover
      label={t('screens.chooseDay')}
      placement="bottom end"
      trigger={
        <Button icon={CalendarClock} variant={isToday ? 'secondary' : 'soft'}>
          {label}
        </Button>
      }
    >
      {(close) => (
        <div className="flex flex-col gap-3">
          <DateField
            label={t('screens.chooseDay')}
            value={on || today}
            onChange={(day) => onChange(day === null || day === today ? '' : day)}
          />
          <Button
            isDisabled={isToday}
            onPress={() => {
              onChange('')
              close()
            }}
          >
            {t('screens.today')}
          </Button>
        </div>
      )}
    </Popover>
  )
}
