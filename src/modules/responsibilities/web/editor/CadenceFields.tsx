import { Cadence, recurrences, type Recurrence } from '#core/cadence'
import { NumberField } from '#ui/NumberField'
import { Select } from '#ui/Select'
import { TimeField } from '#ui/TimeField'
import { useWords } from '#web/words'
import { cadenceText } from '../cadence-text.ts'
import { useCadenceNames } from '../use-cadence-names.ts'
import { DueFields } from './DueFields.tsx'
import type { DraftDuty, EditorForm } from './editor-form.ts'
import { EventFields } from './EventFields.tsx'
import { NextDue } from './NextDue.tsx'
import { SubjectFields } from './SubjectFields.tsx'

type DraftCadence = DraftDuty['cadence']

/** Builds a cadence, says it back as a sentence and names the next days it is due. */
export function CadenceFields({ form, path, cadence }: { form: EditorForm; path: string; cadence: DraftCadence }) {
  const t = useWords('responsibilities')
  const names = useCadenceNames(cadence.every === 'subject')
  const whole = Cadence.safeParse(cadence)
  const isByCalendar = cadence.every !== 'event' && cadence.every !== 'subject'
  const isAtTime = cadence.every !== 'event'
  return (
    <div className="flex flex-col gap-2">
      <div className="grid gap-3 sm:grid-cols-4">
        <Select
          label={t('cadence.every')}
          options={recurrences.map((id) => ({ id, label: t(`cadence.units.${id}`) }))}
          value={cadence.every}
          onChange={(every) => form.set(path, turned(cadence, (every ?? 'week') as Recurrence))}
        />
        {isByCalendar && (
          <NumberField
            label={t('cadence.times')}
            minValue={1}
            maxValue={1000}
            value={cadence.times ?? 1}
            onChange={(times) => form.set(`${path}.times`, times ?? 1)}
            hasSteppers
          />
        )}
        {isAtTime && (
          <TimeField
            label={t('cadence.dueTime')}
            value={cadence.dueTime ?? '18:00'}
            onChange={(time) => form.set(`${path}.dueTime`, time ?? '18:00')}
          />
        )}
        <NumberField
          label={t('cadence.grace')}
          description={t('cadence.graceHint')}
          minValue={0}
          maxValue={720}
          value={cadence.graceHours ?? 0}
          onChange={(hours) => form.set(`${path}.graceHours`, hours ?? 0)}
          hasSteppers
        />
      </div>
      {isByCalendar && <DueFields form={form} path={path} cadence={cadence} />}
      {cadence.after && cadence.every === 'event' && (
        <EventFields form={form} path={`${path}.after`} after={cadence.after} />
      )}
      {cadence.subject && cadence.every === 'subject' && (
        <SubjectFields form={form} path={`${path}.subject`} subject={cadence.subject} />
      )}
      {whole.success ? (
        <>
          <output className="text-sm font-medium">{cadenceText(t, whole.data, names)}</output>
          {isByCalendar && <NextDue cadence={whole.data} />}
        </>
      ) : (
        <p className="text-sm text-muted">{t('cadence.unfinished')}</p>
      )}
    </div>
  )
}

/** Another recurrence with what it needs; what was said of the time stays. */
function turned(cadence: DraftCadence, every: Recurrence): DraftCadence {
  const { after, subject, ...rest } = cadence
  const kept = { ...rest, every, weekdays: [], dueDay: null, onRest: null, dueWorkday: -1 }
  if (every === 'event')
    return { ...kept, times: 1, after: after ?? { factKind: '', amount: 2, unit: 'hour', who: 'holders', where: [] } }
  if (every === 'subject')
    return { ...kept, times: 1, subject: subject ?? { type: 'customer', days: 30, unit: 'day', aheadDays: 7 } }
  return kept
}
