import { useState } from 'react'
import { useCommand, type Command } from '#web/query'
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
  const command: Command<(typeof routes)['act']> = useCommand(routes.act, {
    done: (_output, { deed }) => (deed.do === 'read' ? '' : t(`request.done.${doneWord(deed as Deed)}`)),
    showsProblem: () => true,
  })
  const undone = useCommand(routes.act, {
    done: (_output, { deed }) => t(`request.done.${doneWord(deed as Deed)}`),
    undo: (_output, input, run) => {
      const task = request.tasks.find((one) => 'task' in input.deed && one.id === input.deed.task)
      if (task) run({ requestId: request.id, deed: { do: 'take-back', node: task.step } })
    },
    showsProblem: ({ code }) => code !== 'flow.nothing-to-take-back',
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
      const asked = isVote ? undone.ask(input) : command.ask(input)
      asked.then(
        () => onDone?.(),
        (refusal: RouteProblem) => deed.do !== 'read' && setProblem(refusal),
      )
    },
    isRunning: command.isRunning || undone.isRunning,
    problem,
    clear: () => setProblem(null),
  }
}

function doneWord(deed: Deed): string {
  return deed.do === 'decide' ? deed.decision : deed.do
}
