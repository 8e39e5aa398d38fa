import { instantOf } from '#kernel/clock'
import type { Context } from '#kernel/context'
import type { Importer, ImportPlan, ImportRow, RowFault } from '#kernel/importer'
import { findOrCreateSubjects, subjectTypes } from '#modules/subjects'
import { kindFault, typeFault, type Why } from '../kind-rules.ts'
import { storeFacts, reversibleFacts, type NewFact } from '../store/insert-facts.ts'
import { tellFacts } from '../service/tell-facts.ts'
import { kindRows } from '../store/kinds.ts'
import { lookUp, type Named } from '../store/look-up.ts'
import { fields } from './fields.ts'
import { readLines, type Line } from './lines.ts'

/** One source for all sheets: the same lines in another file are still the same facts. */
const source = 'spreadsheet'

export const importer: Importer = { permission: 'indicators.record', fields, plan }

type Planned = { readonly line: Line; readonly type: string | undefined; readonly fact: NewFact }

/** Facts from a sheet, each once. A line whose key is known but says otherwise is refused: facts are never changed. */
async function plan(ctx: Context, rows: readonly ImportRow[]): Promise<ImportPlan> {
  const { lines, faults } = readLines(rows)
  const find = await lookUp(ctx, 'indicators.record', lines)
  const checkOf = await kindCheck(ctx, lines)
  const instant = instants(ctx.timeZone)
  const planned: Planned[] = []
  for (const line of lines) {
    const { type, fault } = checkOf(line)
    const named = find(line)
    if ('code' in named) faults.push(faultOf(line, named.field, named))
    else if (fault) faults.push(faultOf(line, fieldOf(fault), fault))
    else if (line.day > ctx.today)
      faults.push(faultOf(line, 'day', { code: 'in-the-future', facts: { happenedAt: line.day } }))
    else planned.push({ line, type, fact: factOf(line, named, instant(line)) })
  }
  const known = await knownFacts(
    ctx,
    planned.map(({ fact }) => fact.sourceKey),
  )
  for (const { line, fact } of planned) {
    const before = known.get(fact.sourceKey)
    if (before !== undefined && before !== gist(fact))
      faults.push(faultOf(line, 'key', { code: 'says-otherwise', facts: { key: line.key } }))
  }
  const created = planned.filter(({ fact }) => !known.has(fact.sourceKey))
  return {
    faults: faults.sort((a, b) => a.line - b.line),
    created: created.length,
    updated: 0,
    unchanged: planned.length - created.length,
    async apply() {
      const { recorded } = await storeFacts(ctx, await withSubjects(ctx, created))
      await ctx.audit({ action: 'indicators.import', target: `facts/${source}`, after: { recorded: recorded.length } })
      await tellFacts(ctx, source, recorded)
      await ctx.announce('indicators')
    },
  }
}

/** What the registered kinds and the types of subjects say against a line, and the type its subject is of. */
async function kindCheck(ctx: Context, lines: readonly Line[]) {
  const kinds = new Map(
    (await kindRows(ctx, [...new Set(lines.map((line) => line.kind))])).map((row) => [row.key, row]),
  )
  const types = new Set(lines.some((line) => line.subject) ? (await subjectTypes(ctx)).map(({ key }) => key) : [])
  return (line: Line): { type: string | undefined; fault: Why | undefined } => {
    const kind = kinds.get(line.kind)
    const type = line.subject?.type ?? kind?.subjectType ?? undefined
    const fault = (kind && kindFault(kind, line)) ?? (line.subject && typeFault(type, types))
    return { type, fault }
  }
}

/** Reading a time zone costs more than all else of a line, and a sheet has few different times. */
function instants(timeZone: string): (line: Line) => string {
  const known = new Map<string, string>()
  return ({ day, time }) => {
    const key = `${day} ${time}`
    const found = known.get(key) ?? instantOf(timeZone, day, time).toISOString()
    known.set(key, found)
    return found
  }
}

function factOf(line: Line, named: Named, happenedAt: string): NewFact {
  const { kind, day, dimensions, measures, key } = line
  return { kind, happenedAt, day, ...named, dimensions, measures, source, sourceKey: key }
}

async function withSubjects(ctx: Context, planned: readonly Planned[]): Promise<NewFact[]> {
  const asked = planned.flatMap(({ line: { subject }, type, fact }) =>
    subject && type ? [{ type, key: subject.key, ownerId: fact.personId, unitId: fact.unitId }] : [],
  )
  const ids = await findOrCreateSubjects(ctx, asked)
  return planned.map(({ line, type, fact }) =>
    line.subject ? { ...fact, subjectId: ids.get(`${type}:${line.subject.key}`) ?? null } : fact,
  )
}

async function knownFacts(ctx: Context, keys: readonly string[]): Promise<Map<string, string>> {
  const rows =
    keys.length === 0
      ? []
      : await reversibleFacts(ctx)
          .where('f.source', '=', source)
          .where((eb) => eb('f.source_key', '=', eb.fn.any(eb.val([...keys]))))
          .execute()
  return new Map(
    rows.map((row) => [
      row.source_key,
      gist({
        kind: row.kind,
        happenedAt: row.happened_at.toISOString(),
        personId: row.person_id,
        responsibilityId: row.responsibility_id,
        dimensions: row.dimensions as NewFact['dimensions'],
        measures: row.measures as NewFact['measures'],
      }),
    ]),
  )
}

type Said = Pick<NewFact, 'kind' | 'happenedAt' | 'personId' | 'responsibilityId' | 'dimensions' | 'measures'>

/** What a fact says, to be compared; its unit may have been filled in when it was recorded, and its subject is only made then. */
function gist({ kind, happenedAt, personId, responsibilityId, dimensions, measures }: Said): string {
  const sorted = (parts: object) => Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([kind, happenedAt, personId, responsibilityId, sorted(dimensions), sorted(measures)])
}

function fieldOf({ code }: Why): string {
  if (code === 'unknown-dimension') return 'dimensions'
  if (code === 'unknown-measure') return 'measures'
  return code === 'subject-missing' ? 'subjectKey' : 'subjectType'
}

function faultOf({ line }: Line, field: string, { code, facts }: { code: string; facts: RowFault['facts'] }): RowFault {
  return { line, field, code: `indicators.${code}`, facts }
}
