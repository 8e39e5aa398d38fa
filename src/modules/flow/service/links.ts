import { readForm } from '#core/form'
import type { Input, Output } from '#core/contract'
import { pick } from '#core/local-text'
import type { Context } from '#kernel/context'
import { changedMeanwhile, notFound } from '#kernel/problems'
import type { FlowLink, routes } from '../contract.ts'
import { gateUnnamed, linkCircle, noSuchField } from '../problems.ts'
import { flowLines, type Flow } from '../store/flows.ts'
import {
  insertLink,
  linkRows,
  lockLink,
  removeLink,
  updateLink,
  type LinkContent,
  type StoredLink,
} from '../store/links.ts'
import { requireFlow } from './definitions.ts'
import { requirePeople } from './form-input.ts'

type Routes = typeof routes

export async function listLinks(
  ctx: Context,
  { flowId }: { flowId?: string | undefined },
): Promise<Output<Routes['listLinks']>> {
  const rows = await linkRows(ctx, flowId)
  const ids = [...new Set(rows.flatMap((row) => [row.flowId, row.targetId]))]
  const flows = new Map((await flowLines(ctx, { ids })).map((flow) => [flow.id, flow]))
  return {
    rows: rows.flatMap(({ flowId: id, targetId, ...row }): FlowLink[] => {
      const [flow, target] = [flows.get(id), flows.get(targetId)]
      return flow && target ? [{ ...row, flow, target }] : []
    }),
  }
}

export async function createLink(
  ctx: Context,
  { flowId, ...link }: Input<Routes['createLink']>,
): Promise<{ id: string; version: number }> {
  await requireSound(ctx, flowId, link, null)
  const id = ctx.newId()
  await insertLink(ctx, id, flowId, link)
  await ctx.audit({ action: 'flow.create-link', target: `link/${id}`, after: { flowId, ...link } })
  await ctx.announce('flow')
  return { id, version: 1 }
}

export async function changeLink(
  ctx: Context,
  { linkId, version, ...link }: Input<Routes['changeLink']>,
): Promise<{ id: string; version: number }> {
  const before = await lock(ctx, linkId, version)
  await requireSound(ctx, before.flowId, link, linkId)
  await updateLink(ctx, linkId, version + 1, link)
  await ctx.audit({ action: 'flow.change-link', target: `link/${linkId}`, before, after: link })
  await ctx.announce('flow')
  return { id: linkId, version: version + 1 }
}

export async function deleteLink(
  ctx: Context,
  { linkId, version }: Input<Routes['deleteLink']>,
): Promise<{ id: string }> {
  const before = await lock(ctx, linkId, version)
  await removeLink(ctx, linkId)
  await ctx.audit({ action: 'flow.delete-link', target: `link/${linkId}`, before })
  await ctx.announce('flow')
  return { id: linkId }
}

async function lock(ctx: Context, id: string, version: number): Promise<StoredLink> {
  const link = await lockLink(ctx, id)
  if (!link) throw notFound({ what: 'link' })
  if (link.version !== version) throw changedMeanwhile({ yours: version, current: link.version })
  return link
}

/** Both flows are there, fields named are on their forms, and no flow begins itself again by way of others. */
async function requireSound(ctx: Context, flowId: string, link: LinkContent, id: string | null): Promise<void> {
  const [from, to] = [await requireFlow(ctx, flowId), await requireFlow(ctx, link.targetId)]
  if (link.on === 'gate' && link.gate === null) throw gateUnnamed({})
  const [read, written] = [fieldsOf(from), fieldsOf(to)]
  const sources = Object.values(link.map).filter((one) => !one.startsWith('='))
  const used = [
    ...sources,
    ...(link.dedupe === null ? [] : [link.dedupe]),
    ...(link.owner.kind === 'field' ? [link.owner.field] : []),
  ]
  const unknown = used.find((field) => !read.has(field)) ?? Object.keys(link.map).find((field) => !written.has(field))
  if (unknown !== undefined) throw noSuchField({ field: unknown })
  if (link.owner.kind === 'person') await requirePeople(ctx, [link.owner.personId])
  const others = (await linkRows(ctx, undefined)).filter((one) => one.id !== id && one.isOn)
  if (link.isOn && leadsTo(others, link.targetId, flowId)) throw linkCircle({ name: pick(to.name, ctx.language) })
}

function leadsTo(links: readonly StoredLink[], from: string, to: string): boolean {
  const seen = new Set<string>()
  const open = [from]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true
    if (seen.has(at)) continue
    seen.add(at)
    open.push(...links.filter((one) => one.flowId === at).map((one) => one.targetId))
  }
  return false
}

function fieldsOf({ draft }: Flow): ReadonlySet<string> {
  const read = readForm(draft.form)
  return new Set('form' in read ? read.form.fields.map(({ key }) => key) : [])
}
