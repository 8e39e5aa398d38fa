import { useRef } from 'react'
import Eraser from 'lucide-react/icons/eraser'
import Save from 'lucide-react/icons/save'
import Send from 'lucide-react/icons/send'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { IconButton } from '#ui/IconButton'
import { TextArea } from '#ui/TextArea'
import { TextField } from '#ui/TextField'
import { useFormat } from '#web/format'
import { hrefTo } from '#web/links'
import type { DraftState } from '#web/outbox'
import { Page, usePhone } from '#web/page'
import { useLocal, useWords } from '#web/words'
import type { StartForm } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { RequestForm } from '../form/RequestForm.tsx'
import { ChoiceFields } from '../request/ChoiceFields.tsx'
import { CourseCard } from '../request/CourseCard.tsx'
import { formOf } from '../request/faults.ts'
import { isTouched, type StartDraft } from './start-draft.ts'
import { StartTroubles } from './StartTroubles.tsx'
import { usePreview } from './use-preview.ts'
import { useSend } from './use-send.ts'

export function FillIn({ start, draft }: { start: StartForm; draft: DraftState<StartDraft> }) {
  const t = useWords('flow')
  const local = useLocal()
  const f = useFormat()
  const isPhone = usePhone()
  const element = useRef<HTMLDivElement>(null)
  const { value, set } = draft
  const preview = usePreview(start, value.values, value.chosen)
  const send = useSend({ start, preview, draft, element })
  const touched = isTouched(value)
  const submit = (
    <Button
      variant="primary"
      icon={Send}
      isBlock={isPhone}
      isPending={send.isRunning}
      onPress={() => send.run(true)}
      {...(isPhone ? { size: 'lg' as const } : {})}
    >
      {t('start.submit')}
    </Button>
  )
  return (
    <Page
      title={local(start.flow.name)}
      description={local(start.flow.description) || undefined}
      backHref={hrefTo(manifest, 'start')}
      mainAction={submit}
      actions={
        <>
          {touched && <Deed icon={Eraser} label={t('start.clear')} onPress={() => void draft.clear()} />}
          <Deed icon={Save} label={t('start.saveDraft')} onPress={() => send.run(false)} isBusy={send.isRunning} />
        </>
      }
    >
      <div ref={element} className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {send.reason && (
            <p role="alert" className="rounded-lg border border-red-line bg-red-soft px-4 py-3 text-red-text">
              {send.reason}
            </p>
          )}
          <StartTroubles troubles={preview.troubles} preview={preview.preview} />
          <Card title={t('start.form')}>
            <RequestForm
              form={formOf(start.form)}
              rights={start.rights}
              values={value.values}
              faults={send.faults}
              onChange={(values) => set({ ...value, values })}
            />
          </Card>
          <Card>
            <div className="flex flex-col gap-4">
              <ChoiceFields
                choices={preview.choices}
                chosen={value.chosen}
                missing={send.missing}
                onChange={(chosen) => set({ ...value, chosen })}
              />
              <TextField
                label={t('start.title')}
                description={t('start.titleNote')}
                maxLength={200}
                value={value.title}
                onChange={(title) => set({ ...value, title })}
              />
              <TextArea
                label={t('request.remark')}
                rows={2}
                maxLength={5000}
                value={value.opinion}
                onChange={(opinion) => set({ ...value, opinion })}
              />
              <p aria-live="polite" className="text-xs text-muted empty:hidden">
                {draft.savedAt && touched ? t('start.kept', { time: f.time(draft.savedAt) }) : ''}
              </p>
            </div>
          </Card>
        </div>
        <CourseCard course={preview.preview} title={t('start.preview')} note={t('start.previewNote')} />
      </div>
    </Page>
  )
}

type DeedProps = { icon: typeof Save; label: string; onPress: () => void; isBusy?: boolean }

function Deed({ icon, label, onPress, isBusy = false }: DeedProps) {
  if (usePhone()) return <IconButton icon={icon} label={label} onPress={onPress} />
  return (
    <Button icon={icon} onPress={onPress} isDisabled={isBusy}>
      {label}
    </Button>
  )
}
