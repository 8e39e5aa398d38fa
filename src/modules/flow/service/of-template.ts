import type { FormValues } from '#core/form'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { Subject } from '../contract.ts'
import { noSuchTemplate } from '../problems.ts'
import { currentFlow } from '../store/flows.ts'
import { versionOf } from '../store/versions.ts'
import { templates } from '../templates/index.ts'
import { createFlow } from './definitions.ts'
import { begin } from './happen.ts'
import { publishFlow } from './publish.ts'
import { refusal } from './refuse.ts'
import { ownPerson } from './viewer.ts'

/**
 * Submits a request on behalf of who asks, in the flow with the key of a template; the flow is made and published where the
 * company has none yet. The module that calls fills the form in, fields its initiator may only read among them. Gives the id
 * of the request.
 */
export async function startOfTemplate(
  ctx: Context,
  key: string,
  { values, subject }: { values: FormValues; subject: Subject },
): Promise<string> {
  const personId = ownPerson(ctx)
  const flow = (await currentFlow(ctx, key)) ?? (await made(ctx, key))
  const begun = await begin(ctx, { flow, ownerId: personId, values, subject, submit: true, personId })
  if (!begun) throw notFound({ what: 'flow' })
  const { instance, now } = begun
  if (now && 'refusal' in now) {
    const version = await versionOf(ctx, flow.id, flow.version)
    throw await refusal(ctx, { instance, version }, now.refusal, 'submit')
  }
  await ctx.audit({ action: 'flow.submit', target: `request/${instance.id}`, after: { flow: key } })
  return instance.id
}

async function made(ctx: Context, key: string) {
  const template = templates.find((one) => one.key === key)
  if (!template) throw noSuchTemplate({ template: key })
  const from = { kind: 'template', template: key } as const
  const { flowId, version } = await createFlow(ctx, { key, name: template.name, from })
  await publishFlow(ctx, { flowId, version, note: '' })
  const flow = await currentFlow(ctx, key)
  if (!flow) throw notFound({ what: 'flow' })
  return flow
}
