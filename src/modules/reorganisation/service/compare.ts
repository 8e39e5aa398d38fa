import {
  compareCharts,
  standingOn,
  type Comparison as Found,
  type Holding,
  type PositionDifference,
  type Seat,
  type Standing,
  type UnitDifference,
} from '#core/reorganisation'
import { pick } from '#core/local-text'
import type { Context } from '#kernel/context'
import { say } from '#kernel/i18n'
import type { Comparison, Difference, RowProblem } from '../contract.ts'
import { findDraft } from '../store/drafts.ts'
import { idsIn, openBook, type Book } from './book.ts'
import { evaluate } from './evaluate.ts'
import { lookAt } from './look.ts'
import { alarmSentence } from './sentences.ts'

/** What is in the way today. A draft that is applied, undone or discarded has nothing to check. */
export async function checkDraft(ctx: Context, { draftId }: { draftId: string }): Promise<{ problems: RowProblem[] }> {
  const draft = await findDraft(ctx, draftId)
  if (!['planning', 'submitted', 'approved'].includes(draft.state)) return { problems: [] }
  return { problems: [...(await evaluate(ctx, draft)).problems] }
}

export async function compareDraft(ctx: Context, { draftId }: { draftId: string }): Promise<Comparison> {
  const draft = await findDraft(ctx, draftId)
  const { before, after, day, changes } = await lookAt(ctx, draft)
  const found = compareCharts(before, after, day)
  const [was, will] = [standingOn(before, day), standingOn(after, day)]
  const book = await openBook(ctx, { charts: [after, before], changes, day, ids: idsIn(found) })
  return {
    day,
    differences: [
      ...found.units.map((one) => unitDifference(ctx, book, one)),
      ...found.positions.map((one) => positionDifference(ctx, book, one)),
    ],
    people: found.people.map((one) => personLine(book, one, was, will)),
    lines: found.positions.flatMap(({ positionId, before: a, after: b }) =>
      a && b && a.reportsToId !== b.reportsToId
        ? [
            {
              positionId,
              title: book.positionTitle(positionId),
              before: a.reportsToId ? book.positionTitle(a.reportsToId) : null,
              after: b.reportsToId ? book.positionTitle(b.reportsToId) : null,
            },
          ]
        : [],
    ),
    headcounts: found.headcounts.map((one) => ({ ...one, name: book.unitName(one.unitId) })),
    responsibilities: found.responsibilities.map(({ responsibilityId, gives, takes }) => ({
      responsibilityId,
      name: book.responsibilityName(responsibilityId),
      gives: gives.map((row) => heldLine(book, row)),
      takes: takes.map((row) => heldLine(book, row)),
    })),
    alarms: {
      raised: found.alarms.raised.map((one) => ({ code: one.code, sentence: alarmSentence(book, one) })),
      resolved: found.alarms.resolved.map((one) => ({ code: one.code, sentence: alarmSentence(book, one) })),
    },
  }
}

export function unitDifference(ctx: Context, book: Book, { unitId, mark, before, after }: UnitDifference): Difference {
  const own = (text: Parameters<typeof pick>[0]) => pick(text, ctx.language)
  const tell = (key: string, a: string, b: string) =>
    say(ctx.language, `reorganisation.differs.${key}`, { before: a, after: b })
  const parentId = (after ?? before)?.parentId ?? null
  const sentences =
    before && after
      ? [
          ...(before.parentId === after.parentId
            ? []
            : [tell('parent', book.unit(before.parentId), book.unit(after.parentId))]),
          ...(own(before.name) === own(after.name) ? [] : [tell('name', own(before.name), own(after.name))]),
        ]
      : [say(ctx.language, `reorganisation.differs.unit-${mark}`)]
  const place = parentId ? book.unitName(parentId) : null
  return { what: 'unit', id: unitId, name: book.unitName(unitId), place, mark, sentences }
}

export function positionDifference(ctx: Context, book: Book, difference: PositionDifference): Difference {
  const { positionId, mark, before, after } = difference
  const tell = (key: string, a: string, b: string) =>
    say(ctx.language, `reorganisation.differs.${key}`, { before: a, after: b })
  const own = (text: Parameters<typeof pick>[0]) => pick(text, ctx.language)
  const above = (id: string | null) => (id ? book.position(id) : say(ctx.language, 'reorganisation.differs.nobody'))
  const sentences: string[] = []
  if (before && after) {
    if (before.unitId !== after.unitId) sentences.push(tell('unit', book.unit(before.unitId), book.unit(after.unitId)))
    if (before.reportsToId !== after.reportsToId)
      sentences.push(tell('line', above(before.reportsToId), above(after.reportsToId)))
    if (before.headcount !== after.headcount)
      sentences.push(tell('headcount', String(before.headcount), String(after.headcount)))
    if (own(before.title) !== own(after.title)) sentences.push(tell('name', own(before.title), own(after.title)))
  } else sentences.push(say(ctx.language, `reorganisation.differs.position-${mark}`))
  const place = book.unitName((after ?? before)?.unitId ?? '')
  return { what: 'position', id: positionId, name: book.positionTitle(positionId), place, mark, sentences }
}

function personLine(
  book: Book,
  one: Found['people'][number],
  was: Standing,
  will: Standing,
): Comparison['people'][number] {
  const { personId, managerBefore, managerAfter } = one
  const place = (standing: Standing) => (seat: Seat) => ({
    positionId: seat.positionId,
    title: book.positionTitle(seat.positionId),
    unitName: book.unitName(standing.positions.get(seat.positionId)?.unitId ?? ''),
    kind: seat.kind,
    sharePermille: seat.sharePermille,
  })
  const [before, after] = [one.before.map(place(was)), one.after.map(place(will))]
  const manager = (id: string | null) => (id ? { personId: id, name: book.person(id) } : null)
  return {
    personId,
    name: book.person(personId),
    number: book.number(personId),
    before,
    after,
    managerBefore: manager(managerBefore),
    managerAfter: manager(managerAfter),
    isMoved: JSON.stringify(before) !== JSON.stringify(after),
  }
}

function heldLine(book: Book, { positionId, unitId, personId, raci, weightPermille }: Holding) {
  const holder = positionId ? book.position(positionId) : unitId ? book.unit(unitId) : book.person(personId)
  return { holder, raci, weightPermille }
}
