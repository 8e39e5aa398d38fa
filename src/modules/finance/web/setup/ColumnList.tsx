import ArrowUp from 'lucide-react/icons/arrow-up'
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { Button } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { useWords } from '#web/words'
import type { BankTemplate } from '../../contract.ts'
import { bankFields } from '../../rules/bank-template.ts'

type Columns = BankTemplate['content']['columns']

/** The columns in their order: title and what stands in each. */
export function ColumnList({ columns, onChange }: { columns: Columns; onChange: (columns: Columns) => void }) {
  const t = useWords('finance')
  const change = (at: number, patch: Partial<Columns[number]>) =>
    onChange(columns.map((column, index) => (index === at ? { ...column, ...patch } : column)))
  const up = (at: number) => {
    const [before, here] = [columns[at - 1], columns[at]]
    if (before && here) onChange(columns.toSpliced(at - 1, 2, here, before))
  }
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-2 font-medium">{t('template.columns')}</legend>
      {columns.map((column, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- rows have nothing of their own; their place is what they are
        <div key={at} className="flex flex-wrap items-end gap-2">
          <div className="min-w-24 flex-1">
            <TextField
              label={t('template.title')}
              hideLabel={at > 0}
              value={column.title}
              onChange={(title) => change(at, { title })}
            />
          </div>
          <div className="w-36">
            <Select
              label={t('template.field')}
              hideLabel={at > 0}
              options={bankFields.map((id) => ({ id, label: t(`template.fields.${id}`) }))}
              value={column.field}
              onChange={(next) => change(at, { field: bankFields.find((field) => field === next) ?? 'text' })}
            />
          </div>
          {column.field === 'text' && (
            <div className="w-32">
              <TextField
                label={t('template.text')}
                hideLabel={at > 0}
                value={column.text ?? ''}
                onChange={(text) => change(at, { text })}
              />
            </div>
          )}
          <IconButton
            icon={ArrowUp}
            label={t('template.up', { title: column.title })}
            isDisabled={at === 0}
            onPress={() => up(at)}
          />
          <IconButton
            icon={X}
            label={t('template.remove', { title: column.title })}
            onPress={() => onChange(columns.toSpliced(at, 1))}
          />
        </div>
      ))}
      <div>
        <Button
          size="sm"
          icon={Plus}
          onPress={() => onChange([...columns, { title: t('template.newColumn'), field: 'text', text: '' }])}
        >
          {t('template.add')}
        </Button>
      </div>
    </fieldset>
  )
}
