import { useState } from 'react'
import { showToast } from '#ui/Toast'
import { useCommand } from '#web/query'
import type { RouteProblem } from '#web/problem'
import { useWords } from '#web/words'
import { routes, type Deed, type RequestDetail, type Values } from '../../contract.ts'

export type Act = {
  /** Does it with what was read; a refusal stands in `problem` until the next deed. */
  run(deed: Deed, options?: { changes?: Values; onDone?: () => void }): void
  isRunning: boolean
  problem: RouteProblem | null
  clear(): void
}

/** What may be done to a request, each with a word when it is done and a way to take a decision back. */
export function useAct(request: RequestDetail): Act {
  const t = useWords('flow')
  const [problem, setProblem] = useState<RouteProblem | null>(null)
  const takeBack = useCommand(routes.act, { done: t('request.done.take-back') })
  const command = useCommand(routes.act, {
    showsProblem: () => true,
    onDone: ({ status }, { deed }) => {
      if (deed.do === 'read') return
      const task = 'task' in deed ? request.tasks.find((one) => one.id === deed.task) : undefined
      // What has ended is not taken back; what goes on is, until somebody has looked at what comes next.
      const mayUndo = deed.do === 'decide' && status === 'running' && task
      const undo = mayUndo
        ? { undo: () => takeBack.run({ requestId: request.id, deed: { do: 'take-back', node: task.step } }) }
        : {}
      showToast({ title: t(`request.done.${doneWord(deed)}`), ...undo })
    },
  })
  return {
    run(deed, { changes, onDone } = {}) {
      setProblem(null)
      const isVote = deed.do === 'decide' || deed.do === 'return'
      const input = {
        requestId: request.id,
        deed,
        ...(isVote || deed.do === 'submit' || deed.do === 'save-draft' ? { dataRev: request.dataRev } : {}),
        ...(changes && Object.keys(changes).length > 0 ? { changes } : {}),
      }
      command.ask(input).then(
        () => onDone?.(),
        (refusal: RouteProblem) => deed.do !== 'read' && setProblem(refusal),
      )
    },
    isRunning: command.isRunning,
    problem,
    clear: () => setProblem(null),
  }
}

function doneWord(deed: { do: string; decision?: string }): string {
  return deed.do === 'decide' ? (deed.decision ?? 'approve') : deed.do
}
