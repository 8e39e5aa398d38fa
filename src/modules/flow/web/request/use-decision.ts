import { useRef, useState } from 'react'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes, type MyTask, type RequestDetail, type Rights } from '../../contract.ts'
import type { Act } from './use-act.ts'
import { missingChoices, openFaults, type FormFaults } from './faults.ts'
import { useWork, type WorkState } from './use-work.ts'

export type Decision = {
  request: RequestDetail
  task: MyTask | undefined
  work: WorkState
  act: Act
  /** The form is being filled in by whoever began it: a draft, or one that came back. */
  mayFill: boolean
  rights: Rights
  canWrite: boolean
  /** What stands against it, once it was tried. */
  faults: FormFaults
  opinionFault: string | undefined
  signatureFault: string | undefined
  choiceFaults: readonly string[]
  isBusy: boolean
  decide(decision: 'approve' | 'reject'): void
  answer(): void
  submit(): void
  save(): void
}

/** The one thing I am asked for on a request, from filling in to sending. */
export function useDecision(request: RequestDetail, task: MyTask | undefined, act: Act): Decision {
  const t = useWords('flow')
  const work = useWork(request, task)
  const [tried, setTried] = useState<'approve' | 'reject' | 'answer' | 'submit' | null>(null)
  const keep = useCommand(routes.saveRequest, { done: t('request.done.save'), onDone: () => work.clear() })
  const sending = useRef(false)
  const mayFill = request.may.submit || (task?.may.submit ?? false)
  const rights = task && !mayFill ? task.fields : request.rights
  const canWrite = (mayFill || task?.may.approve === true) && Object.values(rights).includes('write')
  const checksForm = tried === 'approve' || tried === 'submit'
  const choices = mayFill ? request.choices : (task?.choices ?? [])
  const wrong = (of: typeof tried) => {
    const opinionFault = of && of !== 'submit' && needsOpinion(of, task) && work.opinion.trim() === ''
    const isVote = of === 'approve' || of === 'reject'
    return {
      opinion: opinionFault ? t(of === 'answer' ? 'request.answerMissing' : 'request.opinionMissing') : undefined,
      signature: isVote && task?.needsSignature && !work.signature ? t('request.signatureMissing') : undefined,
      form: of === 'approve' || of === 'submit' ? openFaults(request, rights, work.values) : [],
      choices: of === 'approve' || of === 'submit' ? missingChoices(choices, work.chosen) : [],
    }
  }
  const now = wrong(tried)
  const attempt = (of: NonNullable<typeof tried>, send: () => void) => {
    setTried(of)
    const faults = wrong(of)
    const isFine = !faults.opinion && !faults.signature && faults.form.length === 0 && faults.choices.length === 0
    if (isFine && !sending.current) return send()
    // After the marks were drawn.
    setTimeout(focusFirstWrong)
  }
  const opinion = work.opinion.trim() ? { opinion: work.opinion.trim() } : {}
  const chosen = choices.length > 0 ? { chosen: work.chosen } : {}
  const finish = () => {
    setTried(null)
    work.clear()
  }
  return {
    request,
    task,
    work,
    act,
    mayFill,
    rights,
    canWrite,
    faults: checksForm ? now.form : [],
    opinionFault: now.opinion,
    signatureFault: now.signature,
    choiceFaults: now.choices,
    isBusy: act.isRunning || keep.isRunning,
    decide: (decision) =>
      attempt(decision, () => {
        if (!task) return
        const signature = work.signature ? { signature: work.signature } : {}
        act.run(
          { do: 'decide', task: task.id, decision, ...opinion, ...signature, ...chosen },
          { changes: decision === 'approve' ? work.changes : {}, onDone: finish },
        )
      }),
    answer: () =>
      attempt('answer', () => {
        if (task) act.run({ do: 'answer', task: task.id, opinion: work.opinion.trim() }, { onDone: finish })
      }),
    submit: () =>
      attempt('submit', () =>
        act.run({ do: 'submit', ...opinion, ...chosen }, { changes: work.changes, onDone: finish }),
      ),
    save: () => {
      if (task && !mayFill)
        return act.run({ do: 'save-draft', task: task.id, ...opinion }, { changes: work.changes, onDone: work.clear })
      keep.run({
        requestId: request.id,
        dataRev: request.dataRev,
        values: work.values,
        ...chosen,
      })
    },
  }
}

function needsOpinion(of: 'approve' | 'reject' | 'answer', task: MyTask | undefined): boolean {
  if (of === 'answer') return true
  return task?.opinion === 'always' || (task?.opinion === 'on-reject' && of === 'reject')
}

function focusFirstWrong(): void {
  document
    .querySelector<HTMLElement>(
      'main [data-invalid] input:not([type=hidden]):not([type=file]), main [data-invalid] textarea, main [data-invalid] [role=spinbutton], main [data-invalid] button, main [aria-invalid=true]',
    )
    ?.focus()
}
