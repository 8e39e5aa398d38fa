import type { DefinitionInput } from '#core/flow'
import type { Perform, Who } from '../perform.ts'

export type FlowIds = ReadonlyMap<string, string>
type Draft = { version: number; currentVersion: number | null; draft: { definition: DefinitionInput } }
type Step = { id: string; who?: unknown }

/** Publishes every flow that comes with the product; those of the factory ask who answers for the work there. */
export async function publishFlows(
  perform: Perform,
  designer: Who,
  asked: ReadonlyMap<string, ReadonlyMap<string, object>>,
): Promise<FlowIds> {
  const { rows: templates } = await perform<{ rows: { key: string; name: object }[] }>(
    designer,
    'flow.listTemplates',
    {},
  )
  const { rows: known } = await perform<{ rows: { key: string; id: string }[] }>(designer, 'flow.listFlows', {})
  const ids = new Map(known.map(({ key, id }) => [key, id]))
  for (const { key, name } of templates) {
    const flowId =
      ids.get(key) ??
      (
        await perform<{ flowId: string }>(designer, 'flow.createFlow', {
          key,
          name,
          from: { kind: 'template', template: key },
        })
      ).flowId
    ids.set(key, flowId)
    await publish(perform, designer, flowId, asked.get(key) ?? new Map())
  }
  await link(perform, designer, ids)
  return ids
}

async function publish(perform: Perform, designer: Who, flowId: string, asked: ReadonlyMap<string, object>) {
  const flow = await perform<Draft>(designer, 'flow.readFlow', { flowId })
  if (flow.currentVersion !== null) return
  const { definition } = flow.draft
  const steps = (definition.steps as Step[]).map((step) =>
    asked.has(step.id) ? { ...step, who: asked.get(step.id) } : step,
  )
  const { version } = await perform<{ version: number }>(designer, 'flow.saveDraft', {
    flowId,
    version: flow.version,
    definition: { ...definition, steps },
  })
  await perform(designer, 'flow.publishFlow', { flowId, version })
}

/** Case 1: a signed agreement begins the activation, whose first step is due in three working days; its report begins the weekly plan. */
async function link(perform: Perform, designer: Who, ids: FlowIds): Promise<void> {
  const chain = [
    { from: 'merchant-agreement', to: 'merchant-activation', map: { merchant: 'merchant' } },
    {
      from: 'merchant-activation',
      to: 'follow-up-plan',
      map: { merchant: 'merchant', report: 'report' },
    },
  ]
  for (const { from, to, map } of chain) {
    const flowId = ids.get(from)
    const { rows } = await perform<{ rows: { flow: { id: string } }[] }>(designer, 'flow.listLinks', { flowId })
    if (rows.some(({ flow }) => flow.id === flowId)) continue
    await perform(designer, 'flow.createLink', {
      flowId,
      targetId: ids.get(to),
      on: 'ended',
      outcome: 'approved',
      map,
    })
  }
}
