import { Button } from '#ui/Button'
import { DateField } from '#ui/DateField'
import { useSession } from '#web/session'
import { useWords } from '#web/words'

/** The day a page is looked at; empty means today. */
export function AsOf({ day, onChange }: { day: string; onChange: (day: string) => void }) {
  const t = useWords('responsibilities')
  const today = useSession().tenant?.today ?? ''
  return (
    <div className="flex items-center gap-2">
      <DateField
        label={t('page.viewAsOf')}
        hideLabel
        value={day || today}
        onChange={(next) => onChange(!next || next === today ? '' : next)}
      />
      {day && (
        <Button variant="quiet" size="sm" onPress={() => onChange('')}>
          {t('list.today')}
        </Button>
      )}
    </div>
  )
}
