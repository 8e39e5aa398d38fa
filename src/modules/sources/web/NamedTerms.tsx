import Plus from 'lucide-react/icons/plus'
import Trash from 'lucide-react/icons/trash-2'
import { Button } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { NumberField } from '#ui/NumberField'
import { TextField } from '#ui/TextField'
import { useWords } from '#web/words'
import type { Term } from '../contract.ts'
import { TermField } from './TermField.tsx'

type Row = { name: string; from: Term; factor?: number }
type NamedTermsProps<R extends Row> = {
  title: string
  rows: readonly R[]
  fields: readonly string[]
  added: R
  onChange: (rows: R[]) => void
}

/** Dimensions or measures: each a name here and a field there. */
export function NamedTerms<R extends Row>({ title, rows, fields, added, onChange }: NamedTermsProps<R>) {
  const t = useWords('sources')
  const set = (at: number, parts: Partial<Row>) =>
    onChange(rows.map((row, other) => (other === at ? { ...row, ...parts } : row)))
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-2 font-medium">{title}</legend>
      {rows.map((row, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a row has no name of its own while one types it
        <div key={at} className="flex flex-wrap items-end gap-2">
          <TextField
            className="w-44"
            label={t('mapping.name')}
            value={row.name}
            onChange={(name) => set(at, { name: name.trim() })}
          />
          <span className="w-52">
            <TermField
              label={t('mapping.from')}
              term={row.from}
              fields={fields}
              onChange={(from) => set(at, { from: from ?? { value: '' } })}
            />
          </span>
          {row.factor !== undefined && (
            <NumberField
              className="w-32"
              label={t('mapping.factor')}
              value={row.factor}
              onChange={(factor) => set(at, { factor: factor ?? 1 })}
            />
          )}
          <IconButton
            icon={Trash}
            label={t('mapping.remove')}
            onPress={() => onChange(rows.filter((_row, other) => other !== at))}
          />
        </div>
      ))}
      <span>
        <Button size="sm" variant="quiet" icon={Plus} onPress={() => onChange([...rows, added])}>
          {t('mapping.add')}
        </Button>
      </span>
    </fieldset>
  )
}
