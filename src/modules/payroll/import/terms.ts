import type { Context } from '#kernel/context'
import type { Importer, ImportPlan, ImportRow, RowFault } from '#kernel/importer'
import { appended, peopleByNumber } from '#modules/organisation'
import { auditedTerms } from '../rules/audited-terms.ts'
import { groups } from '../store/groups.ts'
import { stepTimeline } from '../store/timeline.ts'
import { insertTerm, termsOfMany, updateTerm, type StoredTerm, type TermContent } from '../store/terms.ts'
import { readTermLine, type TermLine } from './read-term.ts'
import { termFields } from './term-fields.ts'

/** Terms from a sheet: a later day appends, the same first day corrects, and what a row leaves out stays as it was. */
export const termImporter: Importer = { permission: 'payroll.edit-terms', fields: termFields, plan }

type Change = {
  readonly before: StoredTerm | undefined
  readonly personId: string
  readonly from: string
  readonly content: TermContent
}

async function plan(ctx: Context, rows: readonly ImportRow[]): Promise<ImportPlan> {
  const read = rows.map(readTermLine)
  const faults: RowFault[] = read.flatMap((one) => one.faults)
  const lines = read.flatMap(({ term }) => term ?? [])
  const [people, all] = [
    await peopleByNumber(
      ctx,
      lines.map(({ number }) => number),
    ),
    await groups(ctx),
  ]
  const timelines = Map.groupBy(await termsOfMany(ctx, [...people.values()]), ({ personId }) => personId)
  const groupOf = new Map(all.map((group) => [group.code, group.id]))
  const changes: Change[] = []
  const seen = new Map<string, number>()
  let unchanged = 0
  for (const line of lines) {
    const fault = (field: string, code: string, facts: RowFault['facts']) =>
      void faults.push({ line: line.line, field, code: `payroll.${code}`, facts })
    const [personId, groupId] = [people.get(line.number), groupOf.get(line.group)]
    const first = seen.get(line.number)
    seen.set(line.number, line.line)
    if (first !== undefined) fault('number', 'person-twice', { number: line.number, first })
    else if (!personId || !ctx.may('payroll.edit-terms', { personId }))
      fault('number', 'unknown-person', { number: line.number })
    else if (!groupId) fault('group', 'unknown-group', { group: line.group })
    else {
      const timeline = timelines.get(personId) ?? []
      const last = timeline.at(-1)
      const before = timeline.find(({ from }) => from === line.from)
      const content = contentOf(line, groupId, before ?? last)
      if (before && same(before, content)) unchanged += 1
      else if (!before && last && line.from <= last.from) fault('from', 'terms-later', { from: last.from })
      else changes.push({ before, personId, from: line.from, content })
    }
  }
  const updated = changes.filter(({ before }) => before).length
  return {
    faults: faults.toSorted((a, b) => a.line - b.line),
    created: changes.length - updated,
    updated,
    unchanged,
    async apply() {
      for (const change of changes) await write(ctx, change, timelines.get(change.personId) ?? [])
      await ctx.announce('payroll')
    },
  }
}

async function write(ctx: Context, { before, personId, from, content }: Change, timeline: StoredTerm[]): Promise<void> {
  if (before) await updateTerm(ctx, { id: before.id, version: before.version, ...content })
  else {
    const step = appended(timeline, from)
    if ('refused' in step) throw new Error(`terms of a planned row: ${step.refused}`)
    await stepTimeline(ctx, 'pay_term', step)
    await insertTerm(ctx, { id: ctx.newId(), personId, from, until: step.opens?.until ?? null, ...content })
  }
  await ctx.audit({
    action: 'payroll.terms-changed',
    target: `person/${personId}`,
    ...auditedTerms(from, { before, after: content }),
  })
  await ctx.emit('payroll.terms-changed', { personId, from })
}

function contentOf(line: TermLine, groupId: string, before: StoredTerm | undefined): TermContent {
  return {
    groupId,
    wageFen: line.wageFen,
    amounts: { ...before?.amounts, ...line.amounts },
    city: line.city ?? before?.city ?? null,
    bases: { ...before?.bases, ...line.bases },
    rates: before?.rates ?? {},
    excepted: before?.excepted ?? [],
    standing: before?.standing ?? {},
    reason: line.reason,
  }
}

function same(before: StoredTerm, content: TermContent): boolean {
  const sorted = (record: object) => Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const gist = ({ groupId, wageFen, amounts, city, bases }: TermContent) =>
    JSON.stringify([groupId, wageFen, sorted(amounts), city, sorted(bases)])
  return gist(before) === gist(content)
}
