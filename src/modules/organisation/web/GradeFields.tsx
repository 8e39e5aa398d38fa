import { Select } from '#ui/Select'
import type { BoundField } from '#web/form'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../contract.ts'

type GradeFieldsProps = {
  family: BoundField<string | null | undefined>
  grade: BoundField<string | null | undefined>
}

/** The job family and grade of a position; nothing to choose from shows nothing. */
export function GradeFields({ family, grade }: GradeFieldsProps) {
  const t = useWords('organisation')
  const local = useLocal()
  const { data } = useRead(routes.listGrades, {})
  const none = { id: 'none', label: t('screens.grades.none') }
  const fitting =
    data?.grades.filter((one) => !family.value || !one.jobFamilyId || one.jobFamilyId === family.value) ?? []
  const chosen = (id: string | null) => (id === 'none' ? null : id)
  return (
    <>
      {data && data.families.length > 0 && (
        <Select
          label={t('screens.grades.family')}
          options={[none, ...data.families.map((one) => ({ id: one.id, label: local(one.name) }))]}
          {...family}
          value={family.value ?? 'none'}
          onChange={(id) => family.onChange(chosen(id))}
        />
      )}
      {fitting.length > 0 && (
        <Select
          label={t('screens.grades.grade')}
          options={[none, ...fitting.map((one) => ({ id: one.id, label: local(one.name), note: one.code }))]}
          {...grade}
          value={grade.value ?? 'none'}
          onChange={(id) => grade.onChange(chosen(id))}
        />
      )}
    </>
  )
}
