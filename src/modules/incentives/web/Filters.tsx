import Plus from 'lucide-react/icons/plus'
import Trash2 from 'lucide-react/icons/trash-2'
import type { Basis } from '#core/incentive'
import { Button } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { MultiSelect, Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { useLocal, useWords } from '#web/words'
import { useTermsText } from './use-terms-text.ts'

type Where = Extract<Basis, { kind: 'facts' }>['where']
type Props = {
  fact: string
  fields: readonly { id: string; label: string }[]
  value: Where
  onChange: (next: Where) => void
}

/** Which facts of the kind count: those whose fields are (or are not) one of some values. */
export function Filters({ fact, fields, value, onChange }: Props) {
  const t = useWords('incentives')
  const local = useLocal()
  const { words } = useTermsText()
  const set = (at: number, part: Partial<Where[number]>) =>
    onChange(value.map((one, n) => (n === at ? { ...one, ...part } : one)))
  const choicesOf = (dimension: string) => {
    const start = `${fact}.${dimension}.`
    return Object.entries(words?.choices ?? {})
      .filter(([name]) => name.startsWith(start))
      .map(([name, label]) => ({ id: name.slice(start.length), label: local(label) }))
  }
  return (
    <div className="flex flex-col gap-2">
      {value.map((one, at) => {
        const choices = choicesOf(one.dimension)
        return (
          <div key={rowKey(at, value.length)} className="flex flex-wrap items-end gap-2">
            {fields.length > 0 ? (
              <Select
                label={t('form.dimension')}
                className="w-44"
                options={fields}
                value={one.dimension || null}
                onChange={(dimension) => set(at, { dimension: dimension ?? '', is: [] })}
              />
            ) : (
              <TextField
                label={t('form.dimension')}
                className="w-44"
                value={one.dimension}
                onChange={(dimension) => set(at, { dimension })}
              />
            )}
            <Select
              label={t('form.how')}
              className="w-28"
              options={['is', 'isNot'].map((id) => ({ id, label: t(`form.${id}`) }))}
              value={one.not ? 'isNot' : 'is'}
              onChange={(how) => set(at, { not: how === 'isNot' })}
            />
            {choices.length > 0 ? (
              <MultiSelect
                label={t('form.values')}
                className="w-56"
                options={choices}
                value={one.is}
                onChange={(is) => set(at, { is })}
              />
            ) : (
              <TextField
                label={t('form.values')}
                className="w-56"
                value={one.is.join(',')}
                onChange={(text) => set(at, { is: text.split(/[,，、]/).filter(Boolean) })}
              />
            )}
            <IconButton
              icon={Trash2}
              label={t('form.dropFilter')}
              onPress={() => onChange(value.filter((_one, n) => n !== at))}
            />
          </div>
        )
      })}
      <div>
        <Button
          size="sm"
          variant="quiet"
          icon={Plus}
          onPress={() => onChange([...value, { dimension: '', is: [], not: false }])}
        >
          {t('form.addFilter')}
        </Button>
      </div>
    </div>
  )
}

/** Rows have no name of their own; when one is taken away all are drawn anew. */
function rowKey(at: number, count: number): string {
  return `${at}:${count}`
}
