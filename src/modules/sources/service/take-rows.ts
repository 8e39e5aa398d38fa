import { instantOf } from '#kernel/clock'
import type { Context } from '#kernel/context'
import { say } from '#kernel/i18n'
import type { FactDraft } from '#contract/indicators'
import { takeFacts } from '#modules/indicators'
import type { Mapping, Row } from '../contract.ts'
import { mapRow, type Fault } from '../map-row.ts'
import { rowsRefused } from '../problems.ts'
import type { NewReject } from '../store/reject.ts'

export type Mapped = {
  readonly drafts: readonly { readonly at: number; readonly draft: FactDraft }[]
  readonly rejects: readonly (NewReject & { readonly at: number })[]
}
export type TakenRows = {
  readonly recorded: number
  readonly known: number
  /** What could not be taken, by its place among the rows. */
  readonly rejects: readonly (NewReject & { readonly at: number })[]
}

export function mapRows(ctx: Context, rows: readonly Row[], mapping: Mapping): Mapped {
  const drafts: { at: number; draft: FactDraft }[] = []
  const rejects: (NewReject & { at: number })[] = []
  rows.forEach((row, at) => {
    const mapped = mapRow(row, mapping, (day, time) => instantOf(ctx.timeZone, day, time))
    if (mapped === null) return
    if (isFault(mapped)) rejects.push({ at, payload: row, code: `sources.${mapped.code}`, facts: mapped.facts })
    else drafts.push({ at, draft: mapped })
  })
  return { drafts, rejects }
}

/** Rows of a source as facts, in the open transaction. A source that takes all or nothing refuses when one row is bad. */
export async function takeRows(
  ctx: Context,
  source: { readonly code: string; readonly takes: string; readonly mapping: Mapping },
  rows: readonly Row[],
): Promise<TakenRows> {
  const { drafts, rejects } = mapRows(ctx, rows, source.mapping)
  const taken = await takeFacts(
    ctx,
    `source:${source.code}`,
    drafts.map(({ draft }) => draft),
  )
  const refused = taken.refused.map(({ index, code, facts }) => {
    const at = drafts[index]?.at ?? 0
    return { at, payload: rows[at], code: `indicators.${code}`, facts }
  })
  const all = [...rejects, ...refused].sort((a, b) => a.at - b.at)
  const [first] = all
  if (first && source.takes === 'whole') throw rowsRefused({ count: all.length, first: sentenceOf(ctx, first) })
  return { recorded: taken.recorded, known: taken.known, rejects: all }
}

export function sentenceOf(ctx: Context, { code, facts }: Pick<NewReject, 'code' | 'facts'>): string {
  const [module, ...rest] = code.split('.')
  return say(ctx.language, `${module}.faults.${rest.join('.')}`, facts)
}

function isFault(mapped: FactDraft | Fault): mapped is Fault {
  return 'code' in mapped
}
