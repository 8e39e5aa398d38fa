import Plus from 'lucide-react/icons/plus'
import Trash2 from 'lucide-react/icons/trash-2'
import type { Rule } from '#core/incentive'
import { Button } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { MoneyField } from '#ui/MoneyField'
import { NumberField } from '#ui/NumberField'
import { RadioGroup } from '#ui/Radio'
import { useWords } from '#web/words'
import { PercentField } from './PercentField.tsx'

type Tiers = Extract<Rule, { kind: 'tiers' }>
type Props = { value: Tiers; onChange: (next: Tiers) => void; isSum: boolean }

/** Steps from which a value brings more: as a part of an amount, else so much a piece or at once. */
export function StepsField({ value, onChange, isSum }: Props) {
  const t = useWords('incentives')
  const paysPart = isSum && value.mode !== 'flat'
  const asPaid = (steps: Tiers['steps'], part: boolean): Tiers['steps'] =>
    steps.map(({ from, fen, millionths }) =>
      part ? { from, millionths: millionths ?? 10_000 } : { from, fen: fen ?? 500 },
    )
  const set = (at: number, part: Partial<Tiers['steps'][number]>) =>
    onChange({ ...value, steps: value.steps.map((one, n) => (n === at ? { ...one, ...part } : one)) })
  const add = () => {
    const last = value.steps.at(-1)
    const next = { from: (last?.from ?? 0) + 10_000, fen: last?.fen ?? 500 }
    onChange({ ...value, steps: asPaid([...value.steps, next], paysPart) })
  }
  const steps = asPaid(value.steps, paysPart)
  return (
    <div className="flex flex-col gap-2">
      <RadioGroup
        label={t('form.mode')}
        options={(['marginal', 'whole', 'flat'] as const).map((id) => ({ id, label: t(`mode.${id}`) }))}
        value={value.mode}
        onChange={(next) => {
          const mode = next === 'whole' || next === 'flat' ? next : 'marginal'
          onChange({ ...value, mode, steps: asPaid(value.steps, isSum && mode !== 'flat') })
        }}
      />
      {steps.map((step, at) => (
        <div key={rowKey(at, steps.length)} className="flex flex-wrap items-end gap-2">
          <NumberField
            label={t('form.from')}
            className="w-40"
            value={step.from / 1000}
            minValue={0}
            formatOptions={{ maximumFractionDigits: 3 }}
            onChange={(next) => set(at, { from: Math.round((next ?? 0) * 1000) })}
          />
          {paysPart ? (
            <PercentField
              label={t('form.percent')}
              value={step.millionths ?? 0}
              onChange={(millionths) => set(at, { millionths, fen: undefined })}
            />
          ) : (
            <MoneyField
              label={t(value.mode === 'flat' ? 'form.once' : 'form.piece')}
              className="w-40"
              valueFen={step.fen ?? 0}
              minFen={0}
              onChangeFen={(fen) => set(at, { fen: fen ?? 0, millionths: undefined })}
            />
          )}
          {steps.length > 1 && (
            <IconButton
              icon={Trash2}
              label={t('form.dropStep')}
              onPress={() => onChange({ ...value, steps: value.steps.filter((_one, n) => n !== at) })}
            />
          )}
        </div>
      ))}
      <div>
        <Button size="sm" variant="quiet" icon={Plus} onPress={add}>
          {t('form.addStep')}
        </Button>
      </div>
    </div>
  )
}

/** Rows have no name of their own; when one is taken away all are drawn anew. */
function rowKey(at: number, count: number): string {
  return `${at}:${count}`
}
