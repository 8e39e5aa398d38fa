import type { Basis, Rule } from '#core/incentive'
import { FieldGrid } from '#ui/Field'
import { MoneyField } from '#ui/MoneyField'
import { NumberField } from '#ui/NumberField'
import { RadioGroup } from '#ui/Radio'
import { Select } from '#ui/Select'
import { Switch } from '#ui/Switch'
import { useWords } from '#web/words'
import { PercentField } from './PercentField.tsx'
import { StepsField } from './StepsField.tsx'

type Props = { basis: Basis; value: Rule; onChange: (next: Rule) => void }

const fresh: Readonly<Record<Rule['kind'], Rule>> = {
  piece: { kind: 'piece', fen: 500 },
  percent: { kind: 'percent', millionths: 10_000 },
  tiers: { kind: 'tiers', mode: 'marginal', steps: [{ from: 0, fen: 500 }] },
  target: { kind: 'target', target: 10_000, threshold: 0, fen: 50_000, isProportional: true, mostPermille: 1000 },
  pool: { kind: 'pool', fen: 500, divide: 'equal' },
}

/** What the value brings. What can't be paid piece by piece is only offered tiers and targets. */
export function RuleFields({ basis, value, onChange }: Props) {
  const t = useWords('incentives')
  const isCount = basis.kind === 'facts' && basis.take === 'count'
  const isSum = basis.kind === 'facts' && basis.take === 'sum'
  const kinds: Rule['kind'][] = [
    ...(isCount ? (['piece'] as const) : []),
    ...(isSum ? (['percent'] as const) : []),
    'tiers',
    'target',
    ...(isCount || isSum ? (['pool'] as const) : []),
  ]
  return (
    <div className="flex flex-col gap-3">
      <Select
        label={t('form.rule')}
        options={kinds.map((id) => ({ id, label: t(`rule.${id}`), note: t(`rule.${id}Hint`) }))}
        value={kinds.includes(value.kind) ? value.kind : null}
        onChange={(kind) => kind && onChange(fresh[kind as Rule['kind']])}
      />
      <Fields value={value} onChange={onChange} isSum={isSum} />
    </div>
  )
}

function Fields({ value, onChange, isSum }: { value: Rule; onChange: (next: Rule) => void; isSum: boolean }) {
  const t = useWords('incentives')
  const milli = (label: string, at: number, set: (next: number) => void, description?: string) => (
    <NumberField
      label={label}
      {...(description ? { description } : {})}
      value={at / 1000}
      minValue={0}
      formatOptions={{ maximumFractionDigits: 3 }}
      onChange={(next) => set(Math.round((next ?? 0) * 1000))}
    />
  )
  switch (value.kind) {
    case 'piece':
      return (
        <MoneyField
          label={t('form.piece')}
          valueFen={value.fen}
          minFen={0}
          onChangeFen={(fen) => onChange({ ...value, fen: fen ?? 0 })}
        />
      )
    case 'percent':
      return (
        <PercentField
          label={t('form.percent')}
          value={value.millionths}
          onChange={(millionths) => onChange({ ...value, millionths })}
        />
      )
    case 'tiers':
      return <StepsField value={value} onChange={onChange} isSum={isSum} />
    case 'target':
      return (
        <>
          <FieldGrid columns={2}>
            {milli(t('form.target'), value.target, (target) => onChange({ ...value, target }), t('form.targetHint'))}
            {milli(t('form.threshold'), value.threshold, (threshold) => onChange({ ...value, threshold }))}
            <MoneyField
              label={t('form.bonus')}
              valueFen={value.fen}
              minFen={0}
              onChangeFen={(fen) => onChange({ ...value, fen: fen ?? 0 })}
            />
            <NumberField
              label={t('form.mostPercent')}
              unit="%"
              value={value.mostPermille / 10}
              minValue={0}
              maxValue={1000}
              onChange={(next) => onChange({ ...value, mostPermille: Math.round((next ?? 0) * 10) })}
            />
          </FieldGrid>
          <Switch value={value.isProportional} onChange={(isProportional) => onChange({ ...value, isProportional })}>
            {t('form.proportional')}
          </Switch>
        </>
      )
    case 'pool':
      return (
        <>
          {isSum ? (
            <PercentField
              label={t('form.poolPercent')}
              value={value.millionths ?? 0}
              onChange={(millionths) => onChange({ kind: 'pool', millionths, divide: value.divide })}
            />
          ) : (
            <MoneyField
              label={t('form.poolPiece')}
              valueFen={value.fen ?? 0}
              minFen={0}
              onChangeFen={(fen) => onChange({ kind: 'pool', fen: fen ?? 0, divide: value.divide })}
            />
          )}
          <RadioGroup
            label={t('form.divide')}
            look="segments"
            isRow
            options={(['equal', 'by-result'] as const).map((id) => ({ id, label: t(`divide.${id}`) }))}
            value={value.divide}
            onChange={(divide) => onChange({ ...value, divide: divide === 'by-result' ? divide : 'equal' })}
          />
        </>
      )
  }
}
