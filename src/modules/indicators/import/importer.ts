import { instantOf } from '#kernel/clock'
import type { Context } from '#kernel/context'
import type { Importer, ImportPlan, ImportRow, RowFault } from '#kernel/importer'
import { insertFacts, reversibleFacts, type NewFact } from '../store/insert-facts.ts'
import { lookUp, type Named } from '../store/look-up.ts'
import { fields } from './fields.ts'
import { readLines, type Line } from './lines.ts'

/** One source for all sheets: the same lines in another file are still the same facts. */
const source = 'spreadsheet'

export const importer: Importer = { permission: 'indicators.record', fields, plan }

/** Facts from a sheet, each once. A line whose key is known but says otherwise is refused: facts are never changed. */
async function plan(ctx: Context, rows: readonly ImportRow[]): Promise<ImportPlan> {
  const { lines, faults } = readLines(rows)
  const find = await lookUp(ctx, 'indicators.record', lines)
  const facts: { line: number; fact: NewFact }[] = []
  for (const line of lines) {
    const named = find(line)
    const fact = 'code' in named ? undefined : factOf(ctx, line, named)
    if ('code' in named)
      faults.push({ line: line.line, field: named.field, code: `indicators.${named.code}`, facts: named.facts })
    else if (fact && Date.parse(fact.happenedAt) > ctx.now.getTime() && line.day > ctx.today)
      faults.push({ line: line.line, field: 'day', code: 'indicators.in-the-future', facts: { happenedAt: line.day } })
    else if (fact) facts.push({ line: line.line, fact })
  }
  const known = await knownFacts(
    ctx,
    facts.map(({ fact }) => fact.sourceKey),
  )
  for (const { line, fact } of facts) {
    const before = known.get(fact.sourceKey)
    if (before !== undefined && before !== gist(fact)) faults.push(saysOtherwise(line, fact.sourceKey))
  }
  const created = facts.map(({ fact }) => fact).filter((fact) => !known.has(fact.sourceKey))
  return {
    faults: faults.sort((a, b) => a.line - b.line),
    created: created.length,
    updated: 0,
    unchanged: facts.length - created.length,
    async apply() {
      const recorded = await insertFacts(ctx, created)
      await ctx.audit({ action: 'indicators.import', target: `facts/${source}`, after: { recorded } })
      await ctx.emit('indicators.recorded', { source, recorded })
      await ctx.announce('indicators')
    },
  }
}

function factOf(ctx: Context, line: Line, named: Named): NewFact {
  const { kind, day, time, dimensions, measures, key } = line
  const happenedAt = instantOf(ctx.timeZone, day, time).toISOString()
  return { kind, happenedAt, day, ...named, dimensions, measures, source, sourceKey: key }
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

/** What a fact says, to be compared; its unit may have been filled in when it was recorded. */
function gist({ kind, happenedAt, personId, responsibilityId, dimensions, measures }: Said): string {
  const sorted = (parts: object) => Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([kind, happenedAt, personId, responsibilityId, sorted(dimensions), sorted(measures)])
}

function saysOtherwise(line: number, key: string): RowFault {
  return { line, field: 'key', code: 'indicators.says-otherwise', facts: { key } }
}
