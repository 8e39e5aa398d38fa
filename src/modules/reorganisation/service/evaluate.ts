import type { Day } from '#core/calendar'
import { applyChanges, type Applied, type Change, type Chart, type DraftProblem } from '#core/reorganisation'
import type { Context } from '#kernel/context'
import type { RowProblem } from '../contract.ts'
import { unsound } from '../problems.ts'
import { changesOf, type KeptChange } from '../store/changes.ts'
import type { Draft } from '../store/drafts.ts'
import { readWholeChart, takenCodes } from '../store/read-chart.ts'
import { idsIn, openBook, type Book } from './book.ts'
import { faultSentence } from './sentences.ts'

/** A draft carried out on the organisation as it is now, in memory. */
export type Evaluated = {
  readonly kept: readonly KeptChange[]
  readonly changes: readonly Change[]
  readonly before: Chart
  readonly applied: Applied
  readonly book: Book
  readonly problems: readonly RowProblem[]
  /** When the last change takes effect. */
  readonly lastDay: Day
}

export async function evaluate(ctx: Context, draft: Pick<Draft, 'id' | 'day'>): Promise<Evaluated> {
  const kept = await changesOf(ctx, draft.id)
  const changes = kept.map((one) => one.change)
  const before = await readWholeChart(ctx, draft.day, idsIn(changes))
  const applied = applyChanges(before, changes, draft.day, () => ctx.newId())
  const found = [...applied.problems, ...(await codeProblems(ctx, changes))].toSorted((a, b) => a.change - b.change)
  const book = await openBook(ctx, {
    charts: [applied.chart, before],
    changes,
    day: draft.day,
    ids: idsIn([changes, found.map((one) => one.facts)]),
  })
  return {
    kept,
    changes,
    before,
    applied,
    book,
    problems: found.map((one) => ({
      changeId: kept[one.change]?.id ?? '',
      row: one.change + 1,
      code: one.code,
      sentence: faultSentence(book, one.code, one.facts),
    })),
    lastDay: lastDayOf(draft.day, changes),
  }
}

export function lastDayOf(day: Day, changes: readonly Change[]): Day {
  return changes.reduce((last, change) => (change.day && change.day > last ? change.day : last), day)
}

/** Refuses with the first row that can't be. */
export function refuseUnsound({ problems: [first, ...others] }: Pick<Evaluated, 'problems'>): void {
  if (first) throw unsound({ row: first.row, why: first.sentence, more: others.length })
}

/** The codes that changes give to what they make, by the id of it. */
export function codesOf(changes: readonly Change[]): Record<string, string> {
  const pairs = changes.flatMap((change): [string, string | undefined][] => {
    if (change.do === 'create-unit') return [[change.unitId, change.code]]
    if (change.do === 'create-position') return [[change.positionId, change.code]]
    return change.do === 'split-unit' ? change.into.map((unit) => [unit.unitId, unit.code]) : []
  })
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => Boolean(pair[1])))
}

async function codeProblems(ctx: Context, changes: readonly Change[]): Promise<(DraftProblem | CodeTaken)[]> {
  const found: CodeTaken[] = []
  for (const table of ['unit', 'position'] as const) {
    const given = changes.flatMap((change, index) =>
      (change.do === 'create-position') === (table === 'position')
        ? Object.values(codesOf([change])).map((code) => ({ change: index, code }))
        : [],
    )
    const taken = await takenCodes(
      ctx,
      table,
      given.map((one) => one.code),
    )
    for (const [at, { change, code }] of given.entries()) {
      const isTwice = given.some((other, before) => before < at && other.code === code)
      if (isTwice || taken.has(code)) found.push({ change, code: 'code-taken', facts: { code } })
    }
  }
  return found
}

type CodeTaken = { change: number; code: 'code-taken'; facts: { code: string } }
