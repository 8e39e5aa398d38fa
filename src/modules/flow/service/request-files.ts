import { mentionsOf, rightTo, visibleValues } from '#core/form'
import type { Context } from '#kernel/context'
import { findInstance } from '../store/instances.ts'
import { isSignature } from '../store/parts.ts'
import { eventsOf } from '../store/timeline.ts'
import { versionOf } from '../store/versions.ts'
import { mayRead, seenBy, viewerOf } from './viewer.ts'

/** Files of a request are for whoever may see where they stand: in a field, in the history of one, or below a decision. */
export async function mayReadFile(ctx: Context, requestId: string, fileId: string): Promise<boolean> {
  if (!(await mayRead(ctx, requestId))) return false
  const instance = await findInstance(ctx, requestId)
  if (!instance) return false
  const version = await versionOf(ctx, instance.flowId, instance.version)
  const { form } = version
  const rights = seenBy(instance, version, await viewerOf(ctx, instance))
  if (mentionsOf(form, visibleValues(form, rights, instance.values)).files.includes(fileId)) return true
  if (await isSignature(ctx, requestId, fileId)) return true
  const seen = form.fields.filter(({ key }) => rightTo(rights, key) !== 'hidden')
  return (await eventsOf(ctx, requestId)).some(({ changes }) =>
    seen.some(({ key }) => JSON.stringify(changes?.[key] ?? null).includes(`"${fileId}"`)),
  )
}
