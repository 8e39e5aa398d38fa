import type { Quorum } from '#core/flow'
import { NumberField } from '#ui/NumberField'
import { Select } from '#ui/Select'
import { Switch } from '#ui/Switch'
import { useWords } from '#web/words'

const types = ['all', 'any', 'sequence', 'claim', 'ratio', 'count', 'weight', 'levels'] as const

type QuorumFieldProps = { value: Quorum; onChange: (quorum: Quorum) => void; isDisabled: boolean }

/** How the decisions of several people become one. */
export function QuorumField({ value, onChange, isDisabled }: QuorumFieldProps) {
  const t = useWords('flow')
  const hasTie = value.type === 'ratio' || value.type === 'count' || value.type === 'weight'
  return (
    <div className="flex flex-col gap-2.5">
      <Select
        label={t('designer.fields.quorum')}
        hideLabel
        value={value.type}
        isDisabled={isDisabled}
        options={types.map((id) => ({ id, label: t(`designer.quorumNames.${id}`) }))}
        onChange={(type) => type && onChange(fresh(type as Quorum['type']))}
      />
      {value.type === 'all' && (
        <Switch
          value={value.collectAll}
          isDisabled={isDisabled}
          onChange={(collectAll) => onChange({ ...value, collectAll })}
        >
          {t('designer.fields.collectAll')}
        </Switch>
      )}
      {value.type === 'ratio' && (
        <NumberField
          label={t('designer.fields.passPercent')}
          value={value.passPermille / 10}
          minValue={1}
          maxValue={100}
          unit="%"
          isDisabled={isDisabled}
          onChange={(percent) => onChange({ ...value, passPermille: Math.round((percent ?? 50) * 10) })}
        />
      )}
      {(value.type === 'count' || value.type === 'weight') && (
        <NumberField
          label={t(`designer.fields.${value.type === 'count' ? 'passCount' : 'passWeight'}`)}
          value={value.pass}
          minValue={1}
          maxValue={1000}
          isDisabled={isDisabled}
          onChange={(pass) => onChange({ ...value, pass: pass ?? 1 })}
        />
      )}
      {hasTie && (
        <Select
          label={t('designer.fields.tie')}
          value={value.tie}
          isDisabled={isDisabled}
          options={(['reject', 'approve'] as const).map((id) => ({ id, label: t(`designer.ties.${id}`) }))}
          onChange={(tie) => tie && onChange({ ...value, tie: tie as 'approve' | 'reject' })}
        />
      )}
    </div>
  )
}

function fresh(type: Quorum['type']): Quorum {
  if (type === 'all') return { type, collectAll: false }
  if (type === 'ratio') return { type, passPermille: 600, tie: 'reject' }
  if (type === 'count' || type === 'weight') return { type, pass: 2, tie: 'reject' }
  return { type }
}
