import { routes as organisation } from '#contract/organisation'
import { Select } from '#ui/Select'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'

/** A job family, or all of them. */
export function FamilySelect({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const t = useWords('finance')
  const local = useLocal()
  const grades = useRead(organisation.listGrades, {})
  const families = grades.data?.families ?? []
  if (families.length === 0) return null
  return (
    <Select
      label={t('setUp.family')}
      options={[
        { id: '-', label: t('setUp.allFamilies') },
        ...families.map(({ id, name }) => ({ id, label: local(name) })),
      ]}
      value={value ?? '-'}
      onChange={(id) => onChange(id === '-' ? null : id)}
    />
  )
}
