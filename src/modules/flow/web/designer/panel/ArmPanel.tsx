import type { Arm, Step } from '#core/flow'
import type { FormField } from '#core/form'
import { useWords } from '#web/words'
import { ConditionEditor } from '../../form/ConditionEditor.tsx'
import type { Names } from '../say/summary.ts'
import { Part } from './Part.tsx'

type ArmPanelProps = {
  arm: Arm
  block: Step
  formFields: readonly FormField[]
  names: Names
  isReadOnly: boolean
  onChange: (arm: Arm, about?: string) => void
}

/** When a way is taken. */
export function ArmPanel({ arm, block, formFields, names, isReadOnly, onChange }: ArmPanelProps) {
  const t = useWords('flow')
  if (block.kind !== 'branch' && block.kind !== 'inclusive')
    return (
      <Part title={t(`designer.kinds.${block.kind}`)}>
        <p className="text-muted">{t(`designer.kindNotes.${block.kind}`)}</p>
      </Part>
    )
  return (
    <Part title={t('designer.parts.condition')} note={t(`designer.parts.${block.kind}Condition`)}>
      {isReadOnly ? (
        <p>{names.condition(arm.when)}</p>
      ) : (
        <ConditionEditor
          label={t('designer.parts.condition')}
          fields={formFields}
          value={arm.when}
          onChange={(when) => {
            const { when: _when, ...rest } = arm
            onChange(when ? { ...rest, when } : rest, `when ${arm.id}`)
          }}
        />
      )}
    </Part>
  )
}
