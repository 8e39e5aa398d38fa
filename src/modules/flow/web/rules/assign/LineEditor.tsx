import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Trash from 'lucide-react/icons/trash-2'
import type { FormField } from '#core/form'
import { IconButton } from '#ui/IconButton'
import { RadioGroup } from '#ui/Radio'
import { Select } from '#ui/Select'
import { useWords } from '#web/words'
import { WhoField } from '../../designer/panel/WhoField.tsx'
import type { Names } from '../../designer/say/summary.ts'
import { ConditionEditor } from '../../form/ConditionEditor.tsx'
import { methods, type LineFault, type LineForm, type Method } from './rule-form.ts'

type Props = {
  line: LineForm
  number: number
  count: number
  /** Of the flow that is meant; undefined when none is chosen. */
  fields: readonly FormField[] | undefined
  names: Names
  /** A line before takes everything. */
  isLost: boolean
  fault: LineFault | undefined
  onChange: (line: LineForm) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

/** One line: when it holds, out of whom, and how one of them is taken. */
export function LineEditor(props: Props) {
  const { line, number, count, fields, names, isLost, fault, onChange, onMove, onRemove } = props
  const t = useWords('flow')
  const title = t('rules.assign.form.line', { number })
  return (
    <div role="group" aria-label={title} className="flex flex-col gap-3 rounded-lg border border-line p-3">
      <div className="flex items-center gap-1">
        <h4 className="min-w-0 flex-1 font-medium">{title}</h4>
        <IconButton
          icon={ArrowUp}
          label={t('rules.assign.form.up', { number })}
          isDisabled={number === 1}
          onPress={() => onMove(-1)}
        />
        <IconButton
          icon={ArrowDown}
          label={t('rules.assign.form.down', { number })}
          isDisabled={number === count}
          onPress={() => onMove(1)}
        />
        <IconButton
          icon={Trash}
          label={t('rules.assign.form.remove', { number })}
          isDisabled={count === 1}
          onPress={onRemove}
        />
      </div>
      {isLost && <p className="text-sm text-amber-text">{t('rules.assign.form.lost')}</p>}
      <RadioGroup
        label={t('rules.assign.form.when')}
        look="segments"
        value={line.isConditional ? 'when' : 'always'}
        options={(['always', 'when'] as const).map((id) => ({ id, label: t(`rules.assign.form.whens.${id}`) }))}
        onChange={(id) => onChange({ ...line, isConditional: id === 'when' })}
      />
      {line.isConditional &&
        (fields || line.when ? (
          <ConditionEditor
            label={t('rules.assign.form.when')}
            fields={fields ?? []}
            value={line.when}
            onChange={(when) => onChange({ ...line, when })}
          />
        ) : (
          <p className="text-sm text-muted">{t('rules.assign.form.flowFirst')}</p>
        ))}
      {fault === 'conditionMissing' && (
        <p role="alert" className="text-sm text-red-text">
          {t('rules.assign.form.conditionMissing')}
        </p>
      )}
      <WhoField
        label={t('rules.assign.form.pool')}
        value={line.pool}
        names={names}
        fields={[]}
        isFallback
        without={unknown}
        onChange={(pool) => onChange({ ...line, pool })}
      />
      {fault === 'poolMissing' && (
        <p role="alert" className="text-sm text-red-text">
          {t('rules.assign.form.poolMissing')}
        </p>
      )}
      <Select
        label={t('rules.assign.form.method')}
        value={line.method}
        description={t(`rules.assign.form.methodNotes.${line.method}`)}
        options={methods.map((id) => ({ id, label: t(`rules.assign.form.methods.${id}`) }))}
        onChange={(method) => method && onChange({ ...line, method: method as Method })}
      />
    </div>
  )
}

/** A pool is found in the organisation: neither in the form, nor by another rule. */
const unknown = ['field', 'rule'] as const
