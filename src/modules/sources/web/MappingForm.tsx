import { Button } from '#ui/Button'
import { FieldGrid } from '#ui/Field'
import { Select } from '#ui/Select'
import { FormProblem } from '#web/form'
import { useCommand, useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes as subjectRoutes } from '#contract/subjects'
import { routes, type Mapping, type SourceDetail } from '../contract.ts'
import { changed } from './change-source.ts'
import { NamedTerms } from './NamedTerms.tsx'
import { TermField } from './TermField.tsx'

type MappingFormProps = {
  source: SourceDetail
  mapping: Mapping
  fields: readonly string[]
  onChange: (mapping: Mapping) => void
}
const needed = ['kind', 'key', 'happenedAt'] as const
const optional = ['person', 'unit', 'responsibility', 'subject', 'subjectName'] as const

/** Which field of a row is what of a fact. */
export function MappingForm({ source, mapping, fields, onChange }: MappingFormProps) {
  const t = useWords('sources')
  const local = useLocal()
  const types = useRead(subjectRoutes.listSubjectTypes, {})
  const save = useCommand(routes.changeSource, { done: t('address.saved'), showsProblem: () => true })
  return (
    <div className="flex flex-col gap-4">
      <FieldGrid columns={3}>
        {needed.map((part) => (
          <TermField
            key={part}
            label={t(`mapping.${part}`)}
            term={mapping[part]}
            fields={fields}
            onChange={(term) => onChange({ ...mapping, [part]: term ?? { value: '' } })}
          />
        ))}
        {optional.map((part) => (
          <TermField
            key={part}
            label={t(`mapping.${part}`)}
            term={mapping[part]}
            fields={fields}
            isOptional
            onChange={(term) => {
              const { [part]: _left, ...rest } = mapping
              onChange(term ? { ...rest, [part]: term } : rest)
            }}
          />
        ))}
        <Select
          label={t('mapping.personBy')}
          value={mapping.personBy}
          onChange={(by) => onChange({ ...mapping, personBy: by === 'login' ? 'login' : 'number' })}
          options={(['number', 'login'] as const).map((id) => ({ id, label: t(`mapping.personBys.${id}`) }))}
        />
        <Select
          label={t('mapping.subjectType')}
          value={mapping.subjectType ?? null}
          onChange={(type) => onChange({ ...mapping, ...(type ? { subjectType: type } : {}) })}
          options={(types.data?.types ?? []).map((type) => ({ id: type.key, label: local(type.name) }))}
        />
      </FieldGrid>
      <NamedTerms
        title={t('mapping.dimensions')}
        rows={mapping.dimensions}
        fields={fields}
        onChange={(dimensions) => onChange({ ...mapping, dimensions })}
        added={{ name: '', from: { value: '' } }}
      />
      <NamedTerms
        title={t('mapping.measures')}
        rows={mapping.measures}
        fields={fields}
        onChange={(measures) => onChange({ ...mapping, measures })}
        added={{ name: '', from: { value: '' }, factor: 1 }}
      />
      <FormProblem problem={save.problem} />
      <span>
        <Button variant="soft" onPress={() => save.run(changed(source, { mapping }))} isPending={save.isRunning}>
          {t('mapping.save')}
        </Button>
      </span>
    </div>
  )
}
