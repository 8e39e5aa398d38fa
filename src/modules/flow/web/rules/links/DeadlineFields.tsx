import { Checkbox } from '#ui/Checkbox'
import { useWords } from '#web/words'
import { SpanField } from '../../designer/panel/SpanField.tsx'
import type { LinkForm } from './link-form.ts'

type Props = { value: LinkForm['deadline']; onChange: (deadline: LinkForm['deadline']) => void }

/** Until when the new request is to be submitted. */
export function DeadlineFields({ value, onChange }: Props) {
  const t = useWords('flow')
  return (
    <div className="flex flex-col gap-2">
      <Checkbox
        value={value !== null}
        description={t('rules.links.form.deadlineNote')}
        onChange={(has) => onChange(has ? { amount: 3, unit: 'workday' } : null)}
      >
        {t('rules.links.form.deadline')}
      </Checkbox>
      {value && (
        <SpanField
          label={t('rules.links.form.within')}
          value={value}
          onChange={({ amount, unit }) => onChange({ amount: Math.min(1000, amount), unit })}
        />
      )}
    </div>
  )
}
