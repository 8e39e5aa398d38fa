import { compile, readDefinition, stepName, type Compiled } from '#core/flow'
import { readForm, type Form, type Rights } from '#core/form'
import type { Context } from '#kernel/context'
import { languages } from '#kernel/i18n'

/** A published version, ready to run. */
export type Version = {
  readonly flowId: string
  readonly version: number
  readonly name: Readonly<Record<string, string>>
  readonly compiled: Compiled
  readonly form: Form
  readonly start: Rights
}

type Row = { name: unknown; definition: unknown; form: unknown; start: unknown }

/** Versions never change, so the ones in use stay compiled; enough for every flow of a large firm. */
const kept = new Map<string, Version>()
const mostKept = 500

export async function versionOf(ctx: Context, flowId: string, version: number): Promise<Version> {
  const key = `${ctx.tenantId}/${flowId}/${version}`
  const known = kept.get(key)
  if (known) return known
  const row = await ctx.db
    .selectFrom('flow_version')
    .select(['name', 'definition', 'form', 'start'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('flow_id', '=', flowId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  const made = versionFrom({ flowId, version }, row)
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '')
  kept.set(key, made)
  return made
}

/** What is stored was checked when it was published: anything else is a fault of the product. */
export function versionFrom(of: { flowId: string; version: number }, row: Row): Version {
  const read = readDefinition(row.definition)
  if ('misread' in read) throw new Error(`flow ${of.flowId} v${of.version}: ${JSON.stringify(read.misread)}`)
  const form = readForm(row.form)
  if ('problems' in form) throw new Error(`flow ${of.flowId} v${of.version}: ${JSON.stringify(form.problems)}`)
  return {
    ...of,
    name: row.name as Version['name'],
    // delegations name flows by their id
    compiled: compile({ ...read.definition, id: of.flowId }),
    form: form.form,
    start: row.start as Rights,
  }
}

/** What a step is called in a language; the start is nobody's step. */
export function nodeName(
  { compiled: { definition, net } }: Pick<Version, 'compiled'>,
  node: string,
  language: string,
): string {
  const known = net.node.get(node)
  if (!known || known.kind === 'start') return ''
  return stepName(definition, { id: node, name: known.name }, language)
}

/** The same in every language of the product: for notices, whose readers have languages of their own. */
export function nodeTexts(version: Pick<Version, 'compiled'>, node: string): Record<string, string> {
  return Object.fromEntries(languages.map((language) => [language, nodeName(version, node, language)]))
}
