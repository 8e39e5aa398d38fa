import type { Input, Output } from '#core/contract'
import { faultsOf, type SchemeContent } from '#core/performance'
import type { Context } from '#kernel/context'
import { describe } from '#kernel/problem-response'
import { changedMeanwhile, notFound } from '#kernel/problems'
import { definitionsIn } from '#modules/indicators'
import type { routes } from '../contract.ts'
import { codeTaken, nothingToPublish, schemeFaults, schemeUnsound, versionTooEarly } from '../problems.ts'
import { usualContent } from '../rules/usual.ts'
import { placesOf } from '../store/places.ts'
import {
  appendVersion,
  insertScheme,
  lockScheme,
  schemeRows,
  updateScheme,
  versionsOf,
  type SchemeRow,
} from '../store/schemes.ts'

type Routes = typeof routes
type Fault = { code: string; sentence: string }

export async function listSchemes(
  ctx: Context,
  input: Input<Routes['listSchemes']>,
): Promise<Output<Routes['listSchemes']>> {
  const rows = await schemeRows(ctx, input)
  return {
    rows: rows.map(({ draft, total: _total, ...row }) => ({ ...row, hasDraft: draft !== null })),
    total: rows[0]?.total ?? 0,
  }
}

export async function readScheme(
  ctx: Context,
  { schemeId }: { schemeId: string },
): Promise<Output<Routes['readScheme']>> {
  const [{ places: _count, total: _total, draft, ...row }, versions, places] = [
    await requireScheme(ctx, schemeId),
    await versionsOf(ctx, schemeId),
    await placesOf(ctx, schemeId),
  ]
  const contents = [...(draft ? [draft] : []), ...versions.map((version) => version.content)]
  return {
    ...row,
    hasDraft: draft !== null,
    draft,
    faults: draft ? await faultsIn(ctx, draft) : [],
    versions,
    places,
    indicatorNames: await indicatorNames(ctx, contents),
  }
}

export async function createScheme(
  ctx: Context,
  input: Input<Routes['createScheme']>,
): Promise<Output<Routes['createScheme']>> {
  const { code, name, period, content = usualContent } = input
  const id = ctx.newId()
  if (!(await insertScheme(ctx, { id, code, name, period, draft: content }))) throw codeTaken({ name: code })
  await ctx.audit({ action: 'performance.create-scheme', target: `review-scheme/${id}`, after: { code, name, period } })
  await ctx.announce('performance')
  return { schemeId: id, version: 1 }
}

export async function saveScheme(
  ctx: Context,
  input: Input<Routes['saveScheme']>,
): Promise<Output<Routes['saveScheme']>> {
  const { schemeId, version, name, content } = input
  const before = await openScheme(ctx, schemeId, version)
  await updateScheme(ctx, schemeId, { name, draft: content, version: version + 1 })
  await ctx.audit({
    action: 'performance.save-scheme',
    target: `review-scheme/${schemeId}`,
    before: { name: before.name, draft: before.draft },
    after: { name, draft: content },
  })
  await ctx.announce('performance')
  return { schemeId, version: version + 1, faults: await faultsIn(ctx, content) }
}

export async function publishScheme(
  ctx: Context,
  input: Input<Routes['publishScheme']>,
): Promise<Output<Routes['publishScheme']>> {
  const { schemeId, version, from } = input
  const { draft } = await openScheme(ctx, schemeId, version)
  if (!draft) throw nothingToPublish({})
  const faults = await faultsIn(ctx, draft)
  const [first] = faults
  if (first) throw schemeUnsound({ faults, first: first.sentence })
  const [last] = await versionsOf(ctx, schemeId)
  if (last && from <= last.from) throw versionTooEarly({ from: last.from })
  const one = { id: ctx.newId(), schemeId, number: (last?.number ?? 0) + 1, from, content: draft }
  await appendVersion(ctx, one)
  await updateScheme(ctx, schemeId, { draft: null, version: version + 1 })
  await ctx.audit({ action: 'performance.publish-scheme', target: `review-scheme/${schemeId}`, after: one })
  await ctx.emit('performance.scheme-published', { schemeId, versionId: one.id })
  await ctx.announce('performance')
  return { versionId: one.id, number: one.number, version: version + 1 }
}

export async function requireScheme(ctx: Context, id: string): Promise<SchemeRow & { places: number; total: number }> {
  const [row] = await schemeRows(ctx, { id })
  if (!row) throw notFound({ what: 'review-scheme' })
  return row
}

async function openScheme(ctx: Context, id: string, version: number): Promise<SchemeRow> {
  await lockScheme(ctx, id)
  const row = await requireScheme(ctx, id)
  if (row.version !== version) throw changedMeanwhile({ yours: version, current: row.version })
  return row
}

/** What is wrong with a draft, in the asker's language. */
async function faultsIn(ctx: Context, content: SchemeContent): Promise<Fault[]> {
  const told = faultsOf(content).map(({ code, ...facts }): Fault => {
    const problem = schemeFaults[code](facts as never)
    return { code, sentence: describe(problem, ctx.language).detail }
  })
  const names = await indicatorNames(ctx, [content])
  const unknown = named([content]).filter(
    ({ source }) => !(`${source.responsibilityId}/${source.indicatorKey}` in names),
  )
  return [
    ...told,
    ...unknown.map(({ key }) => ({
      code: 'unknown-indicator',
      sentence: describe(schemeFaults['unknown-indicator']({ line: key }), ctx.language).detail,
    })),
  ]
}

async function indicatorNames(
  ctx: Context,
  contents: readonly SchemeContent[],
): Promise<Record<string, Record<string, string>>> {
  const ids = [...new Set(named(contents).map(({ source }) => source.responsibilityId))]
  if (ids.length === 0) return {}
  const stated = await definitionsIn(ctx, ids, { from: '1900-01-01', until: '9999-12-31' })
  return Object.fromEntries(
    [...stated].flatMap(([id, all]) => all.map((one) => [`${id}/${one.key}`, { ...one.name }] as const)),
  )
}

function named(contents: readonly SchemeContent[]) {
  return contents
    .flatMap((content) => content.lines)
    .flatMap(({ key, source }) => (source.kind === 'indicator' ? [{ key, source }] : []))
}
