import { useEffect, useEffectEvent, useState } from 'react'
import type { Step } from '#core/flow'
import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { Skeleton } from '#ui/Skeleton'
import { Status } from '#ui/Status'
import { TextArea } from '#ui/TextArea'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes, type Checked, type FlowDetail } from '../../../contract.ts'
import { titleOf, troubleText } from '../say/problem.ts'
import type { Names } from '../say/summary.ts'
import type { Editor } from '../use-editor.ts'
import { DiffList } from '../versions/DiffList.tsx'
import { useVersion } from '../versions/VersionsTab.tsx'
import { contentOf } from '../work.ts'

type PublishDialogProps = {
  flow: FlowDetail
  editor: Editor
  steps: readonly Step[]
  names: Names
  onClose: () => void
}

/** What is proved and what changes, before a draft becomes a version. Whatever blocks it is named. */
export function PublishDialog({ flow, editor, steps, names, onClose }: PublishDialogProps) {
  const t = useWords('flow')
  const [checked, setChecked] = useState<Checked | null>(null)
  const [note, setNote] = useState('')
  const [reason, setReason] = useState('')
  const [isRunning, setRunning] = useState(false)
  const ask = useCommand(routes.checkDraft, { onDone: setChecked })
  const publish = useCommand(routes.publishFlow, {
    done: (output) => t('designer.publish.done', { number: output.published }),
    onDone: onClose,
  })
  const { work } = editor
  const check = useEffectEvent(() => ask.run({ flowId: flow.id, ...contentOf(work) }))
  useEffect(() => check(), [])
  const current = useVersion(flow.id, flow.currentVersion === null ? '' : String(flow.currentVersion))
  const go = async () => {
    setRunning(true)
    try {
      const version = await editor.flush()
      const because = reason.trim()
      await publish.ask({ flowId: flow.id, version, note: note.trim(), ...(because ? { reason: because } : {}) })
    } catch {
      setRunning(false)
    }
  }
  const blocking = checked?.problems.filter((one) => one.blocks) ?? []
  const isHeld = !checked || (!checked.mayPublish && !checked.needsReason) || blocking.length > 0
  return (
    <Dialog
      title={t('designer.publish.title')}
      description={t('designer.publish.text')}
      size="lg"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t('designer.deeds.close')}</Button>
          <Button
            variant="primary"
            isPending={isRunning}
            isDisabled={isHeld || (checked.needsReason && reason.trim() === '')}
            onPress={() => void go()}
          >
            {t('designer.publish.go')}
          </Button>
        </>
      }
    >
      {!checked ? (
        <Skeleton shape="lines" count={4} />
      ) : (
        <div className="flex flex-col gap-4">
          <ul className="flex flex-col gap-1.5" aria-label={t('designer.publish.found')}>
            {checked.proofs.map((one) => {
              const state = one.isSkippable === false ? 'kept' : one.isSkippable === null ? 'unknown' : 'broken'
              return (
                <li key={`${one.step} ${one.before}`}>
                  <Status color={state === 'kept' ? 'green' : state === 'unknown' ? 'gray' : 'red'}>
                    {t(`designer.proofs.${state}Sentence`, {
                      step: titleOf(steps, one.step, t),
                      before: titleOf(steps, one.before, t),
                    })}
                  </Status>
                </li>
              )
            })}
            {checked.problems.map((one) => (
              <li key={`${one.kind} ${one.element} ${one.with ?? ''}`} className="flex items-start gap-1.5">
                <span className="mt-1">
                  <Status color={one.blocks ? 'red' : 'amber'} look="shape" />
                </span>
                <span>{troubleText(one, steps, t, (key) => names.field(key)?.name || key)}</span>
              </li>
            ))}
            {checked.problems.length === 0 && checked.verdict === 'sound' && (
              <li>
                <Status color="green">{t('designer.publish.sound')}</Status>
              </li>
            )}
          </ul>
          {blocking.length > 0 && (
            <p role="alert" className="font-medium text-red-text">
              {t('designer.publish.blocked')}
            </p>
          )}
          {checked.needsReason && blocking.length === 0 && (
            <TextArea
              label={t('designer.publish.reason')}
              description={t('designer.publish.reasonNote')}
              value={reason}
              isRequired
              maxLength={2000}
              onChange={setReason}
            />
          )}
          <TextArea label={t('designer.publish.note')} value={note} maxLength={2000} rows={2} onChange={setNote} />
          {flow.currentVersion === null ? (
            <p className="text-muted">{t('designer.publish.first')}</p>
          ) : current.definition ? (
            <DiffList before={current.definition} after={work.definition} names={names} />
          ) : (
            <Skeleton shape="table" />
          )}
        </div>
      )}
    </Dialog>
  )
}
