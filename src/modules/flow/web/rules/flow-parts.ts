import { useMemo } from 'react'
import type { FormField } from '#core/form'
import { useRead } from '#web/query'
import { routes, type FlowContent } from '../../contract.ts'
import { allSteps } from '../designer/edit/tree.ts'
import { readWork } from '../designer/work.ts'

/** What rules can speak of in a flow. */
export type FlowParts = {
  readonly fields: readonly FormField[]
  /** The evidence its steps give when they are passed. */
  readonly gates: readonly string[]
}

export function partsOf(draft: FlowContent): FlowParts {
  const read = readWork(draft)
  if ('misread' in read) return { fields: [], gates: [] }
  const { definition, form } = read.work
  const gates = allSteps(definition.steps).flatMap((step) =>
    (step.kind === 'approve' || step.kind === 'transact') && step.gate ? [step.gate] : [],
  )
  return { fields: form.fields, gates: [...new Set(gates)] }
}

/** The fields and gates of a flow; undefined until they are read. */
export function useFlowParts(flowId: string | null): FlowParts | undefined {
  const flow = useRead(routes.readFlow, { flowId: flowId ?? '' }, { when: flowId !== null })
  const draft = flow.data?.draft
  return useMemo(() => draft && partsOf(draft), [draft])
}
