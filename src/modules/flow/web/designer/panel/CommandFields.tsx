import type { FlowField, Step } from '#core/flow'
import { ComboBox } from '#ui/ComboBox'
import { Switch } from '#ui/Switch'
import { TextField } from '#ui/TextField'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../../../contract.ts'

type Auto = Extract<Step, { kind: 'auto' }>
type CommandFieldsProps = {
  step: Auto
  fields: readonly FlowField[]
  isDisabled: boolean
  onChange: (step: Auto, once?: string) => void
}

/** What an automatic step does: one of what the modules offer, or whatever another system answers for. */
export function CommandFields({ step, fields, isDisabled, onChange }: CommandFieldsProps) {
  const t = useWords('flow')
  const local = useLocal()
  const commands = useRead(routes.listCommands, {}, { keep: true })
  const rows = commands.data?.rows ?? []
  const chosen = rows.find((row) => row.key === step.command)
  const inputs = chosen?.inputs ?? []
  const lacking = inputs.filter((one) => one.isRequired && !fields.some((field) => field.key === one.field))
  const named = (list: typeof inputs) => list.map((one) => local(one.name)).join(t('designer.who.join'))
  return (
    <>
      <Switch value={step.waits} isDisabled={isDisabled} onChange={(waits) => onChange({ ...step, waits })}>
        {t('designer.fields.waits')}
      </Switch>
      {step.waits ? (
        <TextField
          label={t('designer.fields.outside')}
          value={step.command === nothing ? '' : step.command}
          isDisabled={isDisabled}
          maxLength={100}
          onChange={(command) => onChange({ ...step, command: command || nothing }, `command ${step.id}`)}
        />
      ) : (
        <ComboBox
          label={t('designer.fields.command')}
          description={t('designer.fields.commandNote')}
          placeholder={t('designer.fields.commandNone')}
          value={chosen ? step.command : null}
          isDisabled={isDisabled}
          options={rows.map((row) => ({ id: row.key, label: local(row.name), note: row.key }))}
          onChange={(command) => onChange({ ...step, command: command ?? nothing })}
        />
      )}
      {inputs.length > 0 && (
        <p className="text-sm text-muted">{t('designer.fields.commandInputs', { fields: named(inputs) })}</p>
      )}
      {lacking.length > 0 && (
        <p role="alert" className="text-sm text-red-text">
          {t('designer.fields.commandMissing', { fields: named(lacking) })}
        </p>
      )}
    </>
  )
}

/** A step nobody has told yet what to do: the checks name it. */
const nothing = 'none'
