import type { ReactNode } from 'react'
import { Card } from '#ui/Card'
import { RadioGroup } from '#ui/Radio'
import { TextArea } from '#ui/TextArea'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { MyTask, RequestDetail } from '../../contract.ts'
import { ChoiceFields } from './ChoiceFields.tsx'
import { DueMark } from './DueMark.tsx'
import { stepCalled } from './sentences.ts'
import { SignatureField } from './SignatureField.tsx'
import type { Decision } from './use-decision.ts'

type Props = {
  request: RequestDetail
  decision: Decision
  onTask: (task: string) => void
  children: ReactNode
}

/** My part: what is wanted of me, my opinion, the people I name, my signature, and the buttons. */
export function DecideCard({ request, decision, onTask, children }: Props) {
  const t = useWords('flow')
  const f = useFormat()
  const { task, work, mayFill } = decision
  const choices = mayFill ? request.choices : (task?.choices ?? [])
  const isClaim = task?.may.claim ?? false
  const isWaiting = task !== undefined && !mayFill && !isClaim && !task.may.approve && !task.may.answer
  const isMine = !isClaim && !isWaiting
  return (
    <Card title={titleOf(task, t)} description={task && <TaskNote task={task} />}>
      <div className="flex flex-col gap-4">
        {request.tasks.length > 1 && (
          <RadioGroup
            label={t('request.myTasks')}
            look="segments"
            isRow
            value={task?.id ?? null}
            onChange={onTask}
            options={request.tasks.map((one) => ({
              id: one.id,
              label: one.onBehalfOf
                ? t('request.taskFor', { step: stepCalled(one.step, one.stepName, t), name: one.onBehalfOf.name })
                : stepCalled(one.step, one.stepName, t),
            }))}
          />
        )}
        {isMine && choices.length > 0 && (
          <ChoiceFields
            choices={choices}
            chosen={work.chosen}
            missing={decision.choiceFaults}
            onChange={(chosen) => work.set({ chosen })}
          />
        )}
        {isMine && (
          <TextArea
            label={t(task?.may.answer ? 'request.answerLabel' : mayFill ? 'request.remark' : 'request.opinionLabel')}
            description={task?.opinion === 'on-reject' ? t('request.opinionOnReject') : undefined}
            isRequired={task?.opinion === 'always' || (task?.may.answer ?? false)}
            rows={3}
            maxLength={5000}
            value={work.opinion}
            onChange={(opinion) => work.set({ opinion })}
            errorMessage={decision.opinionFault}
          />
        )}
        {isMine && task?.needsSignature && (
          <SignatureField
            value={work.signature}
            onChange={(signature) => work.set({ signature })}
            errorMessage={decision.signatureFault}
          />
        )}
        {isWaiting && (
          <p>
            {t(task.state === 'agreed' ? 'request.waitsAfter' : 'request.waitsBefore', {
              names: task.added.map((one) => one.person.name).join(t('designer.who.join')),
            })}
          </p>
        )}
        {!isWaiting && children}
        <p aria-live="polite" className="text-xs text-muted empty:hidden">
          {work.savedAt ? t('request.kept', { time: f.time(work.savedAt) }) : ''}
        </p>
      </div>
    </Card>
  )
}

function TaskNote({ task }: { task: MyTask }) {
  const t = useWords('flow')
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {task.dueAt && <DueMark dueAt={task.dueAt} />}
      {task.onBehalfOf && <span>{t('inbox.for', { name: task.onBehalfOf.name })}</span>}
      {task.addedBy && <span>{t('request.addedBy', { name: task.addedBy.name })}</span>}
      {task.isMandatory && <span>{t('request.mandatoryNote')}</span>}
    </span>
  )
}

function titleOf(task: MyTask | undefined, t: ReturnType<typeof useWords>): string {
  if (!task) return t('request.sendTitle')
  const step = stepCalled(task.step, task.stepName, t)
  if (task.kind === 'decide') return t('request.myPart', { step })
  if (task.kind === 'fill') return t('request.fillPart')
  return t('request.myPart', { step: t('inbox.kindAt', { kind: t(`inbox.kind.${task.kind}`), step }) })
}
