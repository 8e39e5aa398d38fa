import type { DefinitionInput, Source as People } from '#core/flow'
import type { Input, Output } from '#core/contract'
import { pick } from '#core/local-text'
import type { Download } from '#kernel/bind'
import type { Context } from '#kernel/context'
import { changedMeanwhile, notFound } from '#kernel/problems'
import type { Checked, FlowContent, routes } from '../contract.ts'
import { keyTaken, noSuchTemplate, noSuchVersion } from '../problems.ts'
import { thingsNamed } from '../rules/things.ts'
import { findFlow, flowLines, type Flow, type FlowLine } from '../store/flows.ts'
import { namesOfThings } from '../store/named.ts'
import { insertFlow, updateFlow, versionsOf } from '../store/write-flows.ts'
import { templates } from '../templates/index.ts'
import { bpmnOf, flowOfBpmn } from './bpmn.ts'
import { commandsOf } from '../commands.ts'
import { checkContent, countProblems } from './check-flow.ts'
import { readContent } from './content.ts'

type Routes = typeof routes
type Now = { flowId: string; version: number }
const empty: FlowContent = {
  definition: { id: 'flow', steps: [] } as unknown as DefinitionInput,
  form: { fields: [] },
  start: {},
}

export async function listFlows(ctx: Context, input: Input<Routes['listFlows']>): Promise<Output<Routes['listFlows']>> {
  const lines = await flowLines(ctx, input)
  const problems = await countProblems(ctx, lines)
  return { rows: lines.map((line) => rowOf(line, problems.get(line.id) ?? 0)) }
}

export async function listCommands(ctx: Context): Promise<Output<Routes['listCommands']>> {
  return {
    rows: commandsOf(ctx).map(({ key, command: { module, name, inputs = [] } }) => ({
      key,
      module,
      name: { ...name },
      inputs: inputs.map((one) => ({ ...one, name: { ...one.name } })),
    })),
  }
}

export async function listTemplates(): Promise<Output<Routes['listTemplates']>> {
  return {
    rows: templates.map(({ key, name, description, category, icon, asks = [] }) => ({
      key,
      name,
      description,
      category,
      icon,
      asks: asks.map((one) => ({ ...one })),
    })),
  }
}

export async function readFlow(ctx: Context, { flowId }: { flowId: string }): Promise<Output<Routes['readFlow']>> {
  const flow = await requireFlow(ctx, flowId)
  const [line] = await flowLines(ctx, { ids: [flowId] })
  if (!line) throw notFound({ what: 'flow' })
  const versions = await versionsOf(ctx, flowId)
  const { definition } = readContent(flow.key, flow.draft)
  const names = definition ? await namesOfThings(ctx, thingsNamed(definition)) : new Map<string, string>()
  const checked = await checkContent(ctx, flow.key, flow.draft)
  return {
    ...rowOf(line, checked.problems.filter((one) => one.blocks).length),
    draft: flow.draft,
    checked,
    versions: versions.map((one) => ({ ...one, publishedAt: one.publishedAt.toISOString() })),
    names: Object.fromEntries(names),
    may: {
      edit: flow.retiredAt === null,
      publish: flow.retiredAt === null && checked.mayPublish && line.isChanged,
      retire: flow.retiredAt === null,
      revive: flow.retiredAt !== null,
      manage: ctx.may('flow.manage'),
    },
  }
}

export async function createFlow(
  ctx: Context,
  input: Input<Routes['createFlow']>,
): Promise<Output<Routes['createFlow']>> {
  const { from } = input
  const id = ctx.newId()
  const template = from.kind === 'template' ? templates.find((one) => one.key === from.template) : undefined
  if (from.kind === 'template' && !template) throw noSuchTemplate({ template: from.template })
  const copied = from.kind === 'copy' ? await requireFlow(ctx, from.flowId) : undefined
  const source = await contentOf(from, template, copied)
  const head = {
    name: input.name,
    description: template?.description ?? copied?.description ?? {},
    category: template?.category ?? copied?.category ?? '',
    icon: template?.icon ?? copied?.icon ?? 'file-text',
    prefix: input.prefix ?? template?.prefix ?? copied?.prefix ?? 'REQ',
    starters: copied?.starters ?? ({ kind: 'everyone' } as const),
  }
  const key = await freeKey(ctx, id, { ...head, draft: source.content }, input.key, template?.key ?? copied?.key)
  await ctx.audit({ action: 'flow.create', target: `flow/${id}`, after: { key, from: from.kind } })
  await ctx.announce('flow')
  return { flowId: id, version: 1, unsupported: source.unsupported }
}

type From = Input<Routes['createFlow']>['from']
type Source = { content: FlowContent; unsupported: ReturnType<typeof flowOfBpmn>['unsupported'] }

async function contentOf(
  from: From,
  template: (typeof templates)[number] | undefined,
  copied: Flow | undefined,
): Promise<Source> {
  const plain = (content: FlowContent): Source => ({ content, unsupported: [] })
  if (template) {
    const { definition, form, start } = template
    return plain({
      definition: {
        ...definition,
        steps: withPeople(definition.steps, from.kind === 'template' ? from.people : undefined),
        id: template.key,
      },
      form: form as FlowContent['form'],
      start: { ...start },
    })
  }
  if (copied) return plain(copied.draft)
  if (from.kind === 'json') return plain({ ...empty, ...from.content } as FlowContent)
  if (from.kind !== 'bpmn') return plain(empty)
  const { definition, unsupported } = flowOfBpmn(from.xml)
  return { content: { ...empty, definition }, unsupported }
}

/** The steps of a template, done by whom the maker of the flow has named. */
function withPeople(
  steps: readonly unknown[],
  people: Readonly<Record<string, People>> = {},
): DefinitionInput['steps'] {
  return (steps as DefinitionInput['steps']).map((step) => {
    const { id } = step as { id: string }
    return Object.hasOwn(people, id) ? { ...(step as object), who: people[id] } : step
  }) as DefinitionInput['steps']
}

/** The key asked for, or the first free one like the source's. */
async function freeKey(
  ctx: Context,
  id: string,
  rest: Omit<Parameters<typeof insertFlow>[1], 'id' | 'key'>,
  wanted: string | undefined,
  like: string | undefined,
): Promise<string> {
  const put = async (key: string) => insertFlow(ctx, { ...rest, id, key, draft: readContent(key, rest.draft).content })
  if (wanted !== undefined) {
    if (await put(wanted)) return wanted
    throw keyTaken({ key: wanted })
  }
  const base = like ?? slug(pick(rest.name, 'en')) ?? `flow-${id.slice(-6)}`
  for (let count = 1; count < 100; count += 1) {
    const key = count === 1 ? base : `${base.slice(0, 56)}-${count}`
    if (await put(key)) return key
  }
  const last = `flow-${id.slice(-12)}`
  await put(last)
  return last
}

function slug(name: string): string | undefined {
  const key = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')
    .slice(0, 50)
  return key.length > 1 ? key : undefined
}

export async function saveDraft(ctx: Context, input: Input<Routes['saveDraft']>): Promise<Output<Routes['saveDraft']>> {
  const { flowId, version, definition, form, start, ...head } = input
  const flow = await openFlow(ctx, flowId, version)
  const draft = readContent(flow.key, merged(flow.draft, { definition, form, start })).content
  const now = await updateFlow(ctx, flow, { ...stated(head), draft })
  await ctx.audit({ action: 'flow.save-draft', target: `flow/${flowId}`, before: { version }, after: stated(head) })
  await ctx.announce('flow')
  return { flowId, version: now, checked: await checkContent(ctx, flow.key, draft) }
}

export async function checkDraft(ctx: Context, { flowId, ...content }: Input<Routes['checkDraft']>): Promise<Checked> {
  const flow = await requireFlow(ctx, flowId)
  return checkContent(ctx, flow.key, merged(flow.draft, content))
}

export async function readVersion(
  ctx: Context,
  { flowId, published }: Input<Routes['readVersion']>,
): Promise<Output<Routes['readVersion']>> {
  await requireFlow(ctx, flowId)
  const [one] = await versionsOf(ctx, flowId, published)
  if (!one) throw noSuchVersion({ version: published })
  return { ...one, publishedAt: one.publishedAt.toISOString() }
}

export async function exportBpmn(ctx: Context, { flowId, published }: Input<Routes['exportBpmn']>): Promise<Download> {
  const flow = await requireFlow(ctx, flowId)
  const content = published === undefined ? flow.draft : await readVersion(ctx, { flowId, published })
  return {
    name: `${flow.key}${published === undefined ? '' : `-${published}`}.bpmn`,
    mediaType: 'application/xml',
    body: Buffer.from(bpmnOf(flow.key, content)),
  }
}

export async function importBpmn(
  ctx: Context,
  { flowId, version, xml }: Input<Routes['importBpmn']>,
): Promise<Output<Routes['importBpmn']>> {
  const { definition, unsupported } = flowOfBpmn(xml)
  const saved = await saveDraft(ctx, { flowId, version, definition })
  return { ...saved, unsupported }
}

export async function requireFlow(ctx: Context, flowId: string): Promise<Flow> {
  const flow = await findFlow(ctx, flowId)
  if (!flow) throw notFound({ what: 'flow' })
  return flow
}

/** Held for this transaction, in the state the asker knows. */
export async function openFlow(ctx: Context, flowId: string, version: number): Promise<Flow> {
  const flow = await findFlow(ctx, flowId, true)
  if (!flow) throw notFound({ what: 'flow' })
  if (flow.version !== version) throw changedMeanwhile({ yours: version, current: flow.version })
  return flow
}

export async function retire(ctx: Context, { flowId, version }: Now, isRetired: boolean): Promise<Now> {
  const flow = await openFlow(ctx, flowId, version)
  const now = await updateFlow(ctx, flow, { retiredAt: isRetired ? ctx.now : null })
  await ctx.audit({ action: isRetired ? 'flow.retire' : 'flow.revive', target: `flow/${flowId}` })
  await ctx.announce('flow')
  return { flowId, version: now }
}

export function merged(draft: FlowContent, change: Partial<FlowContent>): FlowContent {
  return { ...draft, ...stated(change) }
}

function stated<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
}

function rowOf(line: FlowLine, problems: number) {
  const { changedAt, retiredAt, ...row } = line
  return { ...row, problems, changedAt: changedAt.toISOString(), isRetired: retiredAt !== null }
}
