import { useMemo, type ReactNode } from 'react'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Copy from 'lucide-react/icons/copy'
import Trash from 'lucide-react/icons/trash-2'
import { LocalTextField } from '#screens/organisation'
import { pick, type LocalText } from '#core/local-text'
import type { FlowField, Step } from '#core/flow'
import { flowFieldsOf, type Form } from '#core/form'
import { Button } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { usePhone } from '#web/page'
import { useLanguage, useWords } from '#web/words'
import type { FlowDetail } from '../../../contract.ts'
import { change, changeArm, moveArm } from '../edit/edit.ts'
import { blockOf, rowsIn, stepOf } from '../edit/tree.ts'
import type { Proved } from '../prove.ts'
import { titleOf, troubleText, type Trouble } from '../say/problem.ts'
import { summaryOf, type Names } from '../say/summary.ts'
import type { Editor } from '../use-editor.ts'
import { ArmPanel } from './ArmPanel.tsx'
import { FlowPanel } from './FlowPanel.tsx'
import { OtherPanel } from './OtherPanel.tsx'
import { Part } from './Part.tsx'
import { PersonPanel } from './PersonPanel.tsx'
import { RightsTable } from './RightsTable.tsx'

export type PanelProps = {
  flow: FlowDetail
  editor: Editor
  /** As the reader calls them. */
  steps: readonly Step[]
  names: Names
  proved: Proved
  troubles: readonly Trouble[]
  chosen: string | null
  onChoose: (id: string | null) => void
  onShow: (path: readonly string[]) => void
  onRemove: (id: string) => void
  onDuplicate: (id: string) => void
  onNudge: (id: string, by: -1 | 1) => void
  onAddOtherwise: (blockId: string) => void
}

/** What is chosen, to be read and changed; the whole flow where nothing is. */
export function Panel(props: PanelProps) {
  const { flow, editor, steps, proved, chosen, onShow } = props
  const t = useWords('flow')
  const isReadOnly = !flow.may.edit
  const { definition, form, start } = editor.work
  const fields = useShownFields(form)
  if (chosen === 'start')
    return (
      <Frame {...props} id="start" text={t('designer.parts.startNote')}>
        <Part title={t('designer.parts.rights')} note={t('designer.parts.startRights')}>
          <RightsTable
            fields={fields}
            value={start}
            otherwise="write"
            isDisabled={isReadOnly}
            onChange={(rights) => editor.change((old) => ({ ...old, start: rights }))}
          />
        </Part>
      </Frame>
    )
  if (chosen === 'end') return <Frame {...props} id="end" text={t('designer.sum.end')} />
  const step = chosen === null ? undefined : stepOf(definition.steps, chosen)
  if (step) return <StepFrame {...props} step={step} />
  const block = chosen === null ? undefined : blockOf(definition.steps, chosen)
  if (block && chosen !== null) {
    const arm = rowsIn(block).find((row) => row.row === chosen)?.arm
    return (
      <Frame {...props} id={chosen} text={arm ? '' : t('designer.sum.otherwise')} isArm>
        {arm && (
          <ArmPanel
            arm={arm}
            block={block}
            formFields={form.fields}
            names={props.names}
            isReadOnly={isReadOnly}
            onChange={(next, about) => editor.changeSteps((old) => changeArm(old, arm.id, () => next), about)}
          />
        )}
      </Frame>
    )
  }
  return (
    <FlowPanel
      definition={definition}
      steps={steps}
      proved={proved}
      isReadOnly={isReadOnly}
      onChange={editor.changeDefinition}
      onShow={onShow}
    />
  )
}

function StepFrame({ step, ...props }: PanelProps & { step: Step }) {
  const { flow, editor, steps, names, onAddOtherwise } = props
  const t = useWords('flow')
  const isReadOnly = !flow.may.edit
  const { form } = editor.work
  const common = {
    steps,
    fields: useShownFields(form),
    names,
    isReadOnly,
    onChange: (next: Step, about?: string) => editor.changeSteps((old) => change(old, step.id, () => next), about),
  }
  const lacksOtherwise = (step.kind === 'branch' || step.kind === 'inclusive') && !step.otherwise
  return (
    <Frame {...props} id={step.id} text={summaryOf(step, names, t)}>
      {step.kind === 'approve' || step.kind === 'transact' ? (
        <PersonPanel {...common} step={step} />
      ) : (
        <OtherPanel {...common} step={step} formFields={form.fields} />
      )}
      {lacksOtherwise && !isReadOnly && (
        <div className="px-4 pb-4">
          <Button size="sm" onPress={() => onAddOtherwise(step.id)}>
            {t('designer.tree.addOtherwise')}
          </Button>
        </div>
      )}
    </Frame>
  )
}

/** The fields as the reader calls them. */
function useShownFields(form: Form): readonly FlowField[] {
  const language = useLanguage()
  return useMemo(() => flowFieldsOf(form, language), [form, language])
}

type FrameProps = PanelProps & { id: string; text: string; isArm?: boolean; children?: ReactNode }

/** Name, deeds, and what is wrong with it, above its settings. */
function Frame(props: FrameProps) {
  const { flow, editor, steps, names, troubles, id, text, isArm = false, children } = props
  const { onChoose, onRemove, onDuplicate, onNudge } = props
  const t = useWords('flow')
  const isPhone = usePhone()
  const isReadOnly = !flow.may.edit || id === 'start' || id === 'end'
  const own = troubles.filter((one) => one.element === id)
  const move = (by: -1 | 1) => (isArm ? editor.changeSteps((old) => moveArm(old, id, by)) : onNudge(id, by))
  return (
    <div>
      {isPhone ? (
        text && <p className="px-4 pb-2 text-muted">{text}</p>
      ) : (
        <header className="flex items-start gap-2 px-4 pt-3.5 pb-2">
          <div className="min-w-0 flex-1">
            <h2 className="truncate text-md font-semibold">{titleOf(steps, id, t)}</h2>
            {text && <p className="text-sm text-muted">{text}</p>}
          </div>
          <Button size="sm" variant="quiet" onPress={() => onChoose(null)}>
            {t('designer.deeds.close')}
          </Button>
        </header>
      )}
      {!isReadOnly && (
        <div className="flex items-center gap-1 px-3 pb-2">
          <IconButton
            icon={ArrowUp}
            size="sm"
            label={t('designer.deeds.up')}
            shortcut="Alt ↑"
            onPress={() => move(-1)}
          />
          <IconButton
            icon={ArrowDown}
            size="sm"
            label={t('designer.deeds.down')}
            shortcut="Alt ↓"
            onPress={() => move(1)}
          />
          {!isArm && (
            <IconButton
              icon={Copy}
              size="sm"
              label={t('designer.deeds.duplicate')}
              shortcut="Ctrl D"
              onPress={() => onDuplicate(id)}
            />
          )}
          <IconButton
            icon={Trash}
            size="sm"
            label={t('designer.deeds.remove')}
            shortcut="Del"
            onPress={() => onRemove(id)}
          />
        </div>
      )}
      {own.length > 0 && (
        <ul className="mx-4 mb-3 flex flex-col gap-1 rounded-lg border border-red-line bg-red-soft p-3 text-red-text">
          {own.map((one) => (
            <li key={`${one.kind} ${one.element} ${one.with ?? ''}`}>
              {troubleText(one, steps, t, (key) => names.field(key)?.name || key)}
            </li>
          ))}
        </ul>
      )}
      {!isReadOnly && !id.endsWith('.otherwise') && (
        <div className="px-4 pb-3.5">
          <NameField editor={editor} id={id} />
        </div>
      )}
      {children}
    </div>
  )
}

/** The name in each language. Where only one is written it stands in the step itself. */
function NameField({ editor, id }: { editor: Editor; id: string }) {
  const t = useWords('flow')
  const language = useLanguage()
  const { definition } = editor.work
  const step = stepOf(definition.steps, id)
  const block = step ? undefined : blockOf(definition.steps, id)
  const arm = block && rowsIn(block).find((row) => row.row === id)?.arm
  const plain = step?.name ?? arm?.name ?? ''
  const known = Object.hasOwn(definition.names, id) ? definition.names[id] : undefined
  const value: LocalText = known ?? (plain ? { [language]: plain } : {})
  const write = (text: Record<string, string>) => {
    const name = pick(text, 'zh-CN')
    editor.changeDefinition((old) => {
      const { [id]: _before, ...others } = old.names
      const steps = step
        ? change(old.steps, id, (one) => ({ ...one, name }))
        : changeArm(old.steps, id, (one) => ({ ...one, name }))
      return { ...old, steps: [...steps], names: Object.keys(text).length > 0 ? { ...others, [id]: text } : others }
    }, `name ${id}`)
  }
  return <LocalTextField label={t('designer.fields.name')} value={value} onChange={write} />
}
