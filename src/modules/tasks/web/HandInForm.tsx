import { useRef, useState } from 'react'
import ListOrdered from 'lucide-react/icons/list-ordered'
import { Button } from '#ui/Button'
import { Skeleton } from '#ui/Skeleton'
import { TextArea } from '#ui/TextArea'
import { useFormat } from '#web/format'
import { later } from '#web/later'
import { useDraft, type DraftState } from '#web/outbox'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import type { ToDo } from '../contract.ts'
import { FieldInput } from './FieldInput.tsx'
import { emptyDraft, faultsOf, isTouched, type Draft, type Photo } from './hand-in-draft.ts'
import { HappenedField } from './HappenedField.tsx'
import { PhotoField } from './PhotoField.tsx'
import { useSubmit } from './use-submit.ts'

const GuidedSteps = later(async () => (await import('./GuidedSteps.tsx')).GuidedSteps)
const noFiles: readonly Photo[] = []

type Props = { task: ToDo; onDone: () => void }

/** What a duty asks to be told, with a draft that survives, and the one big button. */
export function HandInForm({ task, onDone }: Props) {
  const draft = useDraft<Draft>(`tasks/${task.id}`, emptyDraft)
  if (!draft.isRead)
    return (
      <div className="p-5">
        <Skeleton shape="form" count={2} />
      </div>
    )
  return <Filled task={task} draft={draft} onDone={onDone} />
}

function Filled({ task, draft, onDone }: Props & { draft: DraftState<Draft> }) {
  const t = useWords('tasks')
  const f = useFormat()
  const timeZone = useSession().tenant?.timeZone ?? 'Asia/Shanghai'
  const element = useRef<HTMLFormElement>(null)
  const [isTried, setTried] = useState(false)
  const { submit, isSending, reason } = useSubmit(task, draft, onDone)
  const { value, set } = draft
  const faults = isTried ? faultsOf(value, task.form, t, f, timeZone) : {}
  const send = () => {
    setTried(true)
    if (Object.keys(faultsOf(value, task.form, t, f, timeZone)).length === 0) return void submit()
    // After the marks were drawn.
    setTimeout(() => focusFirstWrong(element.current))
  }
  const { step = null } = value
  if (step !== null && step < task.steps.length) return <GuidedSteps task={task} value={value} set={set} at={step} />
  return (
    <form
      ref={element}
      noValidate
      className="flex min-h-full flex-col"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <div className="flex flex-1 flex-col gap-5 px-5 py-4">
        {task.steps.length > 1 && step === null && (
          <Button icon={ListOrdered} onPress={() => set({ ...value, step: 0 })}>
            {t('guide.begin', { count: task.steps.length })}
          </Button>
        )}
        {task.note && <p className="rounded-md bg-sunken px-3 py-2 whitespace-pre-line">{task.note}</p>}
        {task.form.fields.map((field) => (
          <FieldInput
            key={field.key}
            field={field}
            value={value.values[field.key] ?? null}
            onChange={(next) => set({ ...value, values: { ...value.values, [field.key]: next } })}
            files={value.files?.[field.key] ?? noFiles}
            onFiles={(files) => set({ ...value, files: { ...value.files, [field.key]: files } })}
            fault={faults[field.key]}
          />
        ))}
        {task.form.photo !== 'none' && (
          <PhotoField
            photos={value.photos}
            onChange={(photos) => set({ ...value, photos })}
            isRequired={task.form.photo === 'required'}
            fault={faults['photo']}
          />
        )}
        <TextArea
          label={t('note')}
          rows={2}
          maxLength={2000}
          value={value.note}
          onChange={(note) => set({ ...value, note })}
        />
        <HappenedField
          value={value.happened}
          onChange={(happened) => set({ ...value, happened })}
          fault={faults['happened']}
        />
      </div>
      <footer className="sticky bottom-0 flex flex-col gap-2 border-t border-line bg-raised px-5 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
        <div role="alert" className="text-red-text empty:hidden">
          {reason}
        </div>
        <Button type="submit" variant="primary" size="lg" isBlock isPending={isSending}>
          {t('submit')}
        </Button>
        <p aria-live="polite" className="text-center text-xs text-muted empty:hidden">
          {draft.savedAt && isTouched(value) ? t('draftSaved', { time: f.time(draft.savedAt) }) : ''}
        </p>
      </footer>
    </form>
  )
}

function focusFirstWrong(form: HTMLFormElement | null) {
  form
    ?.querySelector<HTMLElement>(
      '[data-invalid] input:not([type=hidden]):not([type=file]), [data-invalid] textarea, [data-invalid] [role=spinbutton], [data-invalid] button, [aria-invalid=true]',
    )
    ?.focus()
}
