import { useState, type RefObject } from 'react'
import { showToast } from '#ui/Toast'
import { hrefTo, useGo } from '#web/links'
import type { DraftState } from '#web/outbox'
import { isPassing, type RouteProblem } from '#web/problem'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import type { FormFault } from '#core/form'
import { routes, type StartForm } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { focusFirstWrong } from '../form/fault-text.ts'
import { missingChoices, openFaults } from '../request/faults.ts'
import { sentValues, type StartDraft } from './start-draft.ts'

type Given = {
  start: StartForm
  preview: StartForm
  draft: DraftState<StartDraft>
  element: RefObject<HTMLElement | null>
}

/** Submits a request or keeps it as a draft; without a network what was typed stays here. */
export function useSend({ start, preview, draft, element }: Given) {
  const t = useWords('flow')
  const go = useGo()
  const [isTried, setTried] = useState(false)
  const [refused, setRefused] = useState<{ reason: string; faults: readonly FormFault[] }>({ reason: '', faults: [] })
  const command = useCommand(routes.startRequest, { showsProblem: () => true })
  const { value } = draft
  const faults = openFaults(start, start.rights, value.values)
  const missing = missingChoices(preview.choices, value.chosen)
  const refuse = (problem: RouteProblem) => {
    const told = problem.facts['faults']
    setRefused({
      reason: isPassing(problem) ? t('start.offline') : problem.detail,
      faults: problem.code === 'flow.form-faulty' && Array.isArray(told) ? (told as FormFault[]) : [],
    })
  }
  return {
    isRunning: command.isRunning,
    reason: refused.reason,
    faults: isTried ? [...faults, ...refused.faults] : refused.faults,
    missing: isTried ? missing : [],
    run(submit: boolean) {
      setTried(submit)
      setRefused({ reason: '', faults: [] })
      if (submit && faults.length + missing.length > 0) {
        // After the marks were drawn.
        setTimeout(() => focusFirstWrong(element.current))
        return
      }
      const chosen = Object.fromEntries(Object.entries(value.chosen).filter(([, people]) => people.length > 0))
      const said = {
        ...(value.title.trim() ? { title: value.title.trim() } : {}),
        ...(submit && value.opinion.trim() ? { opinion: value.opinion.trim() } : {}),
      }
      command
        .ask({ flowId: start.flow.id, values: sentValues(start, value.values), chosen, submit, ...said })
        .then(async ({ requestId, number }) => {
          await draft.clear()
          showToast({
            title: [t(submit ? 'start.submitted' : 'start.drafted'), number].filter(Boolean).join(' '),
            tone: 'green',
          })
          go(hrefTo(manifest, 'request', { requestId }), { replace: true })
        })
        .catch(refuse)
    },
  }
}
