import type { Input, Output } from '#core/contract'
import { pick } from '#core/local-text'
import type { Context } from '#kernel/context'
import { inTransaction, whatIf } from '#kernel/transaction'
import { takeFacts } from '#modules/indicators'
import type { Mapping, Row, routes } from '../contract.ts'
import { noMapping } from '../problems.ts'
import { openReader } from '../reader/open.ts'
import { rejectsOf } from '../store/reject.ts'
import { goodSecrets } from '../store/secret.ts'
import type { SourceRow } from '../store/source.ts'
import { fieldsOf, suggestMapping } from '../suggest.ts'
import { mustFind } from './sources.ts'
import { mapRows, sentenceOf } from './take-rows.ts'

type Routes = typeof routes
const [sampleRows, trialRows, shownRejects] = [20, 100, 20]

/** The first rows as they come. Nothing is open while the other system is asked. */
export async function sampleSource(
  ctx: Context,
  { sourceId }: Input<Routes['sampleSource']>,
): Promise<Output<Routes['sampleSource']>> {
  const { source, rows } = await firstRows(ctx, sourceId, sampleRows)
  const fields = fieldsOf(rows)
  return { rows: [...rows], fields, suggestion: source.mapping ?? suggestMapping(source.kind, fields) }
}

/** What the first rows would be as facts, all of it taken back; and why some could not be. */
export async function tryMapping(
  ctx: Context,
  { sourceId, mapping: told }: Input<Routes['tryMapping']>,
): Promise<Output<Routes['tryMapping']>> {
  const { source, rows } = await firstRows(ctx, sourceId, trialRows)
  const mapping = told ?? source.mapping
  if (!mapping) throw noMapping({})
  return inTransaction(ctx, (inner) => whatIf(inner, () => trial(inner, source, mapping, rows)))
}

async function trial(
  ctx: Context,
  { code }: SourceRow,
  mapping: Mapping,
  rows: readonly Row[],
): Promise<Output<Routes['tryMapping']>> {
  const { drafts, rejects } = mapRows(ctx, rows, mapping)
  const taken = await takeFacts(
    // nobody hears of what is only tried
    { ...ctx, may: () => true, emit: async () => {}, announce: async () => {} },
    `source:${code}`,
    drafts.map(({ draft }) => draft),
  )
  const refused = new Map(taken.refused.map((one) => [one.index, one]))
  const recorded = await namesOf(
    ctx,
    code,
    drafts.map(({ draft }) => draft.key),
  )
  const isOld = (key: string) => recorded.get(key)?.isKnown ?? false
  return {
    rows: rows.length,
    passedOver: rows.length - drafts.length - rejects.length,
    facts: drafts.flatMap(({ draft }, index) => {
      if (refused.has(index)) return []
      const names = recorded.get(draft.key)
      return [
        {
          kind: draft.kind,
          key: draft.key,
          happenedAt: draft.happenedAt,
          person: names?.person ?? '',
          unit: names?.unit ?? '',
          responsibility: names?.responsibility ?? '',
          subject: names?.subject ?? '',
          dimensions: draft.dimensions,
          measures: draft.measures,
          isKnown: isOld(draft.key),
        },
      ]
    }),
    rejects: [
      ...rejects.map(({ at, payload, code: why, facts }) => ({
        at,
        payload,
        code: why,
        detail: sentenceOf(ctx, { code: why, facts }),
      })),
      ...taken.refused.map(({ index, code: why, detail }) => {
        const at = drafts[index]?.at ?? 0
        return { at, payload: rows[at], code: `indicators.${why}`, detail }
      }),
    ]
      .sort((a, b) => a.at - b.at)
      .slice(0, shownRejects)
      .map(({ at: _at, ...reject }) => reject),
  }
}

type Names = { person: string; unit: string; responsibility: string; subject: string; isKnown: boolean }

async function namesOf(ctx: Context, code: string, keys: readonly string[]): Promise<Map<string, Names>> {
  const rows = await ctx.db
    .selectFrom('fact as f')
    .leftJoin('person as pe', (on) => on.onRef('pe.tenant_id', '=', 'f.tenant_id').onRef('pe.id', '=', 'f.person_id'))
    .leftJoin('subject as su', (on) => on.onRef('su.tenant_id', '=', 'f.tenant_id').onRef('su.id', '=', 'f.subject_id'))
    .leftJoin('unit_version as u', (on) =>
      on
        .onRef('u.tenant_id', '=', 'f.tenant_id')
        .onRef('u.unit_id', '=', 'f.unit_id')
        .onRef('u.valid_from', '<=', 'f.day')
        .on((eb) => eb.or([eb('u.valid_until', 'is', null), eb('u.valid_until', '>', eb.ref('f.day'))])),
    )
    .leftJoin('responsibility as r', (on) =>
      on.onRef('r.tenant_id', '=', 'f.tenant_id').onRef('r.id', '=', 'f.responsibility_id'),
    )
    .select(['f.source_key', 'pe.name as person', 'u.name as unit', 'r.code as responsibility', 'su.name as subject'])
    .select((eb) => eb('f.recorded_at', '<', ctx.now).as('is_known'))
    .where('f.tenant_id', '=', ctx.tenantId)
    .where('f.source', '=', `source:${code}`)
    .where((eb) => eb('f.source_key', '=', eb.fn.any(eb.val([...keys]))))
    .execute()
  return new Map(
    rows.map((row) => [
      row.source_key,
      {
        person: row.person ?? '',
        unit: row.unit ? pick(row.unit as Record<string, string>, ctx.language) : '',
        responsibility: row.responsibility ?? '',
        subject: row.subject ?? '',
        isKnown: Boolean(row.is_known),
      },
    ]),
  )
}

async function firstRows(
  ctx: Context,
  sourceId: string,
  limit: number,
): Promise<{ source: SourceRow; rows: readonly Row[] }> {
  const { source, secret, kept } = await inTransaction(ctx, async (inner) => ({
    source: await mustFind(inner, sourceId),
    secret: (await goodSecrets(inner, sourceId))[0]?.value ?? '',
    kept: (await rejectsOf(inner, sourceId, { state: 'kept', limit, offset: 0 })).rows,
  }))
  if (source.kind === 'webhook') return { source, rows: kept.map((reject) => reject.payload as Row) }
  const reader = await openReader(source.kind, { ...(source.address as object), pageSize: limit }, secret, ctx.timeZone)
  try {
    const { rows } = await reader.read(null, true)
    return { source, rows: rows.slice(0, limit) }
  } finally {
    await reader.close()
  }
}
