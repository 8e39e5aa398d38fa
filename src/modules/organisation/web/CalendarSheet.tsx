import { NumberField } from '#ui/NumberField'
import { TextArea } from '#ui/TextArea'
import { TextField } from '#ui/TextField'
import { useRouteForm } from '#web/form'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'
import { FormSheet } from './FormSheet.tsx'

type CalendarSheetProps = { year: number; onClose: () => void; onEntered: (year: number) => void }

/** Enters a year, or replaces it, from lines that can be pasted out of a spreadsheet. */
export function CalendarSheet({ year, onClose, onEntered }: CalendarSheetProps) {
  const t = useWords('organisation')
  const form = useRouteForm(routes.importCalendarYear, {
    start: { year, source: '', csv: '' },
    fieldOf: {
      'organisation.calendar-line-unread': 'csv',
      'organisation.calendar-day-outside': 'csv',
      'organisation.calendar-empty': 'csv',
    },
    done: t('screens.saved'),
    onDone: (entered) => {
      onClose()
      onEntered(entered.year)
    },
  })
  const [wanted, csv] = [form.field('year'), form.field('csv')]
  return (
    <FormSheet
      title={t('screens.calendar.enter')}
      description={t('screens.calendar.enterNote')}
      deed={t('screens.save')}
      form={form}
      onClose={onClose}
    >
      <NumberField
        label={t('screens.calendar.year')}
        {...wanted}
        value={Number(wanted.value)}
        onChange={(value) => wanted.onChange(value ?? year)}
        minValue={1990}
        maxValue={2100}
        formatOptions={{ useGrouping: false }}
      />
      <TextField
        label={t('screens.calendar.sourceLabel')}
        description={t('screens.calendar.sourceNote')}
        {...form.field('source')}
      />
      <TextArea
        label={t('screens.calendar.lines')}
        description={t('screens.calendar.linesNote')}
        rows={12}
        {...csv}
        value={csv.value ?? ''}
        isRequired
      />
    </FormSheet>
  )
}
