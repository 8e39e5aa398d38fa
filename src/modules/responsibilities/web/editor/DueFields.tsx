import { MultiSelect, Select } from '#ui/Select'
import { NumberField } from '#ui/NumberField'
import { useWords } from '#web/words'
import type { DraftDuty, EditorForm } from './editor-form.ts'

type DraftCadence = DraftDuty['cadence']
const ways = ['last', 'nth', 'fromEnd', 'weekdays', 'day'] as const
type Way = (typeof ways)[number]

/** On which day of a week, month, quarter or year it is due; a day or shift has only one. */
export function DueFields({ form, path, cadence }: { form: EditorForm; path: string; cadence: DraftCadence }) {
  const t = useWords('responsibilities')
  const { every, dueWorkday = -1, weekdays = [], dueDay = null } = cadence
  if (every === 'workday' || every === 'shift') return null
  const way = wayOf(cadence)
  const offered = ways.filter((one) =>
    one === 'weekdays' ? every === 'week' : one === 'day' ? every === 'month' : true,
  )
  return (
    <div className="grid gap-3 sm:grid-cols-4">
      <Select
        label={t('cadence.dueOn')}
        options={offered.map((id) => ({ id, label: t(`cadence.ways.${id}`) }))}
        value={way}
        onChange={(next) => form.set(path, turned(cadence, (next ?? 'last') as Way))}
      />
      {(way === 'nth' || way === 'fromEnd') && (
        <NumberField
          label={t('cadence.nth')}
          minValue={way === 'nth' ? 1 : 2}
          maxValue={every === 'week' ? 7 : every === 'month' ? 31 : 260}
          value={Math.abs(dueWorkday)}
          onChange={(nth) => form.set(`${path}.dueWorkday`, (way === 'nth' ? 1 : -1) * (nth ?? 1))}
          hasSteppers
        />
      )}
      {way === 'weekdays' && (
        <div className="sm:col-span-2">
          <MultiSelect
            label={t('cadence.onWeekdays')}
            options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ id: String(day), label: t(`cadence.weekday.${day}`) }))}
            value={weekdays.map(String)}
            onChange={(days) =>
              form.set(
                `${path}.weekdays`,
                days.map(Number).toSorted((a, b) => a - b),
              )
            }
          />
        </div>
      )}
      {way === 'day' && (
        <NumberField
          label={t('cadence.dayOfMonth')}
          minValue={1}
          maxValue={31}
          value={dueDay ?? 1}
          onChange={(day) => form.set(`${path}.dueDay`, day ?? 1)}
          hasSteppers
        />
      )}
      {(way === 'weekdays' || way === 'day') && (
        <Select
          label={t('cadence.onRest')}
          options={(way === 'day' ? (['after', 'before', 'skip'] as const) : (['skip', 'after'] as const)).map(
            (id) => ({
              id,
              label: t(`cadence.rests.${id}`),
            }),
          )}
          value={cadence.onRest ?? (way === 'day' ? 'after' : 'skip')}
          onChange={(rest) => form.set(`${path}.onRest`, rest)}
        />
      )}
    </div>
  )
}

function wayOf({ every, weekdays = [], dueDay = null, dueWorkday = -1 }: DraftCadence): Way {
  if (every === 'week' && weekdays.length > 0) return 'weekdays'
  if (every === 'month' && dueDay !== null) return 'day'
  if (dueWorkday === -1) return 'last'
  return dueWorkday > 0 ? 'nth' : 'fromEnd'
}

function turned(cadence: DraftCadence, way: Way): DraftCadence {
  const plain = { ...cadence, weekdays: [], dueDay: null, onRest: null, dueWorkday: -1 }
  if (way === 'weekdays') return { ...plain, weekdays: [1] }
  if (way === 'day') return { ...plain, dueDay: 10 }
  if (way === 'last') return plain
  return { ...plain, dueWorkday: way === 'nth' ? 1 : -2 }
}
