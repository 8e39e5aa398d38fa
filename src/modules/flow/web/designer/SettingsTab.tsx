import { useState } from 'react'
import { LocalTextField, PersonPicker, PositionPicker, UnitPicker } from '#screens/organisation'
import type { LocalText } from '#core/local-text'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { ComboBox } from '#ui/ComboBox'
import { RadioGroup } from '#ui/Radio'
import { Tag } from '#ui/Tag'
import { TextField } from '#ui/TextField'
import { useCommand } from '#web/query'
import { hasWord, useWords } from '#web/words'
import { routes, type FlowDetail, type Starters } from '../../contract.ts'
import type { Editor } from './use-editor.ts'
import type { Names } from './say/summary.ts'

const categories = ['people', 'money', 'office', 'supply', 'production', 'sales', 'together']

/** What the flow is called, where it is found, and who may start it. */
export function SettingsTab({ flow, editor, names }: { flow: FlowDetail; editor: Editor; names: Names }) {
  const t = useWords('flow')
  const [name, setName] = useState<LocalText>(flow.name)
  const [description, setDescription] = useState<LocalText>(flow.description)
  const [category, setCategory] = useState(flow.category)
  const [prefix, setPrefix] = useState(flow.prefix)
  const [starters, setStarters] = useState<Starters>(flow.starters)
  const save = useCommand(routes.saveDraft, { done: t('designer.saved.saved') })
  const isDisabled = !flow.may.edit
  const known = categories.includes(category) || !category ? categories : [category, ...categories]
  const submit = async () => {
    const version = await editor.flush()
    save.run({
      flowId: flow.id,
      version,
      name: { ...name },
      description: { ...description },
      category,
      prefix,
      starters,
    })
  }
  return (
    <Card className="max-w-3xl">
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <LocalTextField label={t('designer.fields.name')} value={name} isRequired onChange={setName} />
        <LocalTextField label={t('designer.settings.description')} value={description} onChange={setDescription} />
        <div className="grid gap-3 sm:grid-cols-2">
          <ComboBox
            label={t('designer.list.category')}
            value={category || null}
            isDisabled={isDisabled}
            options={known.map((id) => ({
              id,
              label: hasWord('flow', `designer.categories.${id}`) ? t(`designer.categories.${id}`) : id,
            }))}
            onChange={(id) => setCategory(id ?? '')}
          />
          <TextField
            label={t('designer.settings.prefix')}
            description={t('designer.settings.prefixNote', { prefix: prefix || 'A' })}
            value={prefix}
            maxLength={12}
            isDisabled={isDisabled}
            onChange={(text) =>
              setPrefix(
                text
                  .toUpperCase()
                  .replaceAll(/[^A-Z0-9]/g, '')
                  .replace(/^[0-9]+/, ''),
              )
            }
          />
        </div>
        <RadioGroup
          label={t('designer.settings.starters')}
          value={starters.kind}
          isDisabled={isDisabled}
          options={(['everyone', 'some', 'nobody'] as const).map((id) => ({ id, label: t(`designer.starters.${id}`) }))}
          onChange={(kind) =>
            setStarters(
              kind === 'some'
                ? { kind, unitIds: [], positionIds: [], personIds: [] }
                : { kind: kind as 'everyone' | 'nobody' },
            )
          }
        />
        {starters.kind === 'some' && <SomeStarters {...{ starters, names, isDisabled }} onChange={setStarters} />}
        {!isDisabled && (
          <Button
            type="submit"
            variant="primary"
            isPending={save.isRunning}
            isDisabled={!prefix || !Object.values(name).some(Boolean)}
          >
            {t('designer.settings.save')}
          </Button>
        )}
      </form>
    </Card>
  )
}

type Some = Extract<Starters, { kind: 'some' }>
type SomeProps = { starters: Some; names: Names; isDisabled: boolean; onChange: (starters: Some) => void }

function SomeStarters({ starters, names, isDisabled, onChange }: SomeProps) {
  const t = useWords('flow')
  const lists = [
    { key: 'unitIds', Picker: UnitPicker, nameOf: names.unit },
    { key: 'positionIds', Picker: PositionPicker, nameOf: names.position },
    { key: 'personIds', Picker: PersonPicker, nameOf: names.person },
  ] as const
  return (
    <div className="flex flex-col gap-4 rounded-lg border border-line p-3">
      {lists.map(({ key, Picker, nameOf }) => {
        const ids = starters[key]
        return (
          <div key={key} className="flex flex-col gap-2">
            {ids.length > 0 && (
              <div className="flex flex-wrap gap-1.5">
                {ids.map((id) => (
                  <Tag
                    key={id}
                    tone="blue"
                    onRemove={() => onChange({ ...starters, [key]: ids.filter((one) => one !== id) })}
                  >
                    {nameOf(id)}
                  </Tag>
                ))}
              </div>
            )}
            <Picker
              key={ids.length}
              label={t(`designer.settings.${key}`)}
              value={null}
              isDisabled={isDisabled}
              onChange={(id) => id && onChange({ ...starters, [key]: [...new Set([...ids, id])] })}
            />
          </div>
        )
      })}
    </div>
  )
}
