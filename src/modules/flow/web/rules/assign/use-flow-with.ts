import { useState } from 'react'
import { useRead } from '#web/query'
import { routes } from '../../../contract.ts'
import { useFlowParts, type FlowParts } from '../flow-parts.ts'

/** So many flows are looked into: a rule that none asks speaks of one of the first, or its fields are told by their keys. */
const most = 20

/**
 * The flow whose fields a rule means: one that asks it, else the first that has all of the fields it speaks of. A rule
 * itself names no flow.
 */
export function useFlowWith(
  keys: readonly string[],
  asking: readonly string[],
): { flowId: string | null; parts: FlowParts | undefined } {
  const [at, setAt] = useState(0)
  const isSought = keys.length > 0
  const flows = useRead(routes.listFlows, {}, { when: isSought })
  const others = (flows.data?.rows ?? []).map((flow) => flow.id).filter((id) => !asking.includes(id))
  const ids = [...asking, ...others].slice(0, most)
  const flowId = isSought ? (ids[at] ?? null) : (asking[0] ?? null)
  const parts = useFlowParts(flowId)
  const hasAll = parts && keys.every((key) => parts.fields.some((field) => field.key === key))
  if (isSought && parts && !hasAll && at < ids.length) setAt(at + 1)
  return hasAll || !isSought ? { flowId, parts } : { flowId: null, parts: undefined }
}
