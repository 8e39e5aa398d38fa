import { routes as subjectRoutes } from '#contract/subjects'
import { NumberField } from '#ui/NumberField'
import { Select } from '#ui/Select'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import type { DraftDuty, EditorForm } from './editor-form.ts'

type DraftSubject = NonNullable<DraftDuty['cadence']['subject']>

/** "Every customer every 30 days, counted from the last time". */
export function SubjectFields({ form, path, subject }: { form: EditorForm; path: string; subject: DraftSubject }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const types = useRead(subjectRoutes.listSubjectTypes, {}).data?.types ?? []
  return (
    <div className="grid gap-3 sm:grid-cols-4">
      <Select
        label={t('cadence.eachOf')}
        options={types.map((type) => ({ id: type.key, label: local(type.name) }))}
        value={subject.type}
        onChange={(type) => form.set(`${path}.type`, type ?? subject.type)}
      />
      <NumberField
        label={t('cadence.interval')}
        minValue={1}
        maxValue={1000}
        value={subject.days ?? 30}
        onChange={(days) => form.set(`${path}.days`, days ?? 30)}
        hasSteppers
      />
      <Select
        label={t('cadence.unit')}
        options={(['day', 'workday'] as const).map((id) => ({ id, label: t(`cadence.unitNames.${id}`) }))}
        value={subject.unit ?? 'day'}
        onChange={(unit) => form.set(`${path}.unit`, unit ?? 'day')}
      />
      <NumberField
        label={t('cadence.ahead')}
        minValue={0}
        maxValue={365}
        value={subject.aheadDays ?? 7}
        onChange={(days) => form.set(`${path}.aheadDays`, days ?? 7)}
        hasSteppers
      />
    </div>
  )
}
