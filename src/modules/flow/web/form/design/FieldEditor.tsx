import Trash2 from 'lucide-react/icons/trash-2'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { computationOf, fieldKinds, referenceTargets, type Form, type FormField, type FormProblem } from '#core/form'
import { Button } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { Select } from '#ui/Select'
import { TextArea } from '#ui/TextArea'
import { languages, useLocal, useWords } from '#web/words'
import { ColumnsEditor } from './ColumnsEditor.tsx'
import { fieldInserts } from './expression-names.ts'
import { FieldFacts, withText } from './FieldFacts.tsx'
import { useProblemText } from './problem-text.ts'

type Props = {
  form: Form
  field: FormField
  problems: readonly FormProblem[]
  onChange: (field: FormField) => void
  onShift: (by: -1 | 1) => void
  onRemove: () => void
}

/** Everything about one field. */
export function FieldEditor({ form, field, problems, onChange, onShift, onRemove }: Props) {
  const t = useWords('flow')
  const local = useLocal()
  const say = useProblemText()
  const own = problems.filter(
    (problem) => problem.field === field.key && !(problem.code === 'formula' && !problem.column),
  )
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {own.length > 0 && (
        <ul role="alert" className="rounded-md border border-red-line bg-red-soft px-3 py-2 text-red-text">
          {own.map((problem) => (
            <li key={`${problem.code} ${problem.column ?? ''}`}>
              {problem.column
                ? t('form.design.inColumn', { column: columnName(problem.column), it: say(problem) })
                : say(problem)}
            </li>
          ))}
        </ul>
      )}
      <FieldFacts
        field={field}
        kinds={fieldKinds}
        inserts={fieldInserts(form, field, local, (part, label) => t(`form.part.${part}`, { label }))}
        computation={computationOf(form, field)}
        onChange={onChange}
      >
        {field.kind === 'table' && (
          <ColumnsEditor columns={field.columns ?? []} onChange={(columns) => onChange({ ...field, columns })} />
        )}
        {field.kind === 'reference' && (
          <Select
            label={t('form.design.target')}
            options={referenceTargets.map((id) => ({ id, label: t(`form.target.${id}`) }))}
            value={field.target ?? null}
            onChange={(next) => {
              const target = referenceTargets.find((one) => one === next)
              if (target) onChange({ ...field, target })
            }}
          />
        )}
        {field.kind === 'note' &&
          languages.map(({ id, title }) => (
            <TextArea
              key={id}
              label={t('form.design.textIn', { language: title })}
              rows={3}
              maxLength={2000}
              value={field.text?.[id] ?? ''}
              onChange={(text) => {
                const { [id]: _before, ...others } = field.text ?? {}
                onChange(withText(field, 'text', text === '' ? others : { ...others, [id]: text }))
              }}
            />
          ))}
      </FieldFacts>
      <footer className="flex items-center gap-1 border-t border-line pt-3">
        <IconButton icon={ArrowUp} label={t('form.design.up')} onPress={() => onShift(-1)} />
        <IconButton icon={ArrowDown} label={t('form.design.down')} onPress={() => onShift(1)} />
        <span className="min-w-0 flex-1 truncate text-xs text-faint">
          {t('form.design.key')} <code>{field.key}</code>
        </span>
        <Button variant="danger-quiet" icon={Trash2} onPress={onRemove}>
          {t('form.design.remove')}
        </Button>
      </footer>
    </div>
  )

  function columnName(key: string): string {
    return local(field.columns?.find((column) => column.key === key)?.label) || key
  }
}
