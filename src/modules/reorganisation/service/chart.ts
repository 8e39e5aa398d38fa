import type { Output } from '#core/contract'
import { pick } from '#core/local-text'
import {
  compareCharts,
  standingOn,
  subtreeOf,
  type PositionVersion,
  type Standing,
  type UnitVersion,
} from '#core/reorganisation'
import type { Context } from '#kernel/context'
import type { Difference, routes } from '../contract.ts'
import { findDraft } from '../store/drafts.ts'
import { openBook, type Book } from './book.ts'
import { positionDifference, unitDifference } from './compare.ts'
import { lookAt } from './look.ts'

type DraftChart = Output<(typeof routes)['readDraftChart']>
type Node = DraftChart['nodes'][number]

/** The chart with a draft carried out; what it removes stays, marked, where it hung. */
export async function readDraftChart(
  ctx: Context,
  { draftId, of }: { draftId: string; of: 'unit' | 'position' },
): Promise<DraftChart> {
  const draft = await findDraft(ctx, draftId)
  const { before, after, day, changes } = await lookAt(ctx, draft)
  const [was, will] = [standingOn(before, day), standingOn(after, day)]
  const found = compareCharts(before, after, day)
  const people = [...was.seatsOf.keys(), ...will.seatsOf.keys()]
  const book = await openBook(ctx, { charts: [after, before], changes, day, ids: people })
  if (of === 'unit') {
    const differences = new Map(found.units.map((one) => [one.unitId, one]))
    const gone = found.units.flatMap((one) => (one.mark === 'removed' && one.before ? [one.before] : []))
    const rows = [...will.units.values(), ...gone].toSorted(
      (a, b) =>
        a.sortOrder - b.sortOrder || pick(a.name, ctx.language).localeCompare(pick(b.name, ctx.language), ctx.language),
    )
    return {
      nodes: rows.map((row) => {
        const one = differences.get(row.unitId)
        return {
          ...unitNode(book, row, will.units.has(row.unitId) ? will : was),
          ...marksOf(one && unitDifference(ctx, book, one), one?.mark === 'moved' ? one.before?.parentId : null),
        }
      }),
      lines: [],
    }
  }
  const differences = new Map(found.positions.map((one) => [one.positionId, one]))
  const gone = found.positions.flatMap((one) => (one.mark === 'removed' && one.before ? [one.before] : []))
  const rows = [...will.positions.values(), ...gone].toSorted((a, b) => Number(b.isLead) - Number(a.isLead))
  return {
    nodes: rows.map((row) => {
      const one = differences.get(row.positionId)
      const isRehung = one?.before && one.after && one.before.reportsToId !== one.after.reportsToId
      return {
        ...positionNode(book, row, will.positions.has(row.positionId) ? will : was),
        ...marksOf(one && positionDifference(ctx, book, one), isRehung ? one.before?.reportsToId : null),
      }
    }),
    lines: [],
  }
}

function unitNode(book: Book, row: UnitVersion, standing: Standing): Node {
  const below = subtreeOf(standing, [row.unitId])
  const positions = [...standing.positions.values()].filter((position) => below.has(position.unitId))
  const leads = positions.filter((position) => position.isLead && position.unitId === row.unitId)
  return {
    id: row.unitId,
    kind: 'unit',
    parentId: row.parentId,
    title: row.name,
    note: null,
    unitKind: row.kind,
    unitId: row.unitId,
    headcount: positions.reduce((sum, position) => sum + position.headcount, 0),
    seated: positions.reduce((sum, position) => sum + mainsAt(standing, position.positionId), 0),
    people: leads.flatMap((position) => peopleAt(book, standing, position.positionId)),
    isLead: false,
    alsoFoundBy: '',
  }
}

function positionNode(book: Book, row: PositionVersion, standing: Standing): Node {
  return {
    id: row.positionId,
    kind: 'position',
    parentId: row.reportsToId,
    title: row.title,
    note: book.unitName(row.unitId),
    unitKind: null,
    unitId: row.unitId,
    headcount: row.headcount,
    seated: mainsAt(standing, row.positionId),
    people: peopleAt(book, standing, row.positionId),
    isLead: row.isLead,
    alsoFoundBy: '',
  }
}

function marksOf(difference: Difference | undefined, movedFromId: string | null | undefined): Partial<Node> {
  if (!difference) return {}
  return { mark: difference.mark, changes: difference.sentences, ...(movedFromId ? { movedFromId } : {}) }
}

function mainsAt(standing: Standing, positionId: string): number {
  return (standing.seatsAt.get(positionId) ?? []).filter((seat) => seat.kind === 'main').length
}

function peopleAt(book: Book, standing: Standing, positionId: string): Node['people'] {
  return (standing.seatsAt.get(positionId) ?? []).map(({ personId, kind }) => ({
    personId,
    name: book.person(personId),
    latinName: book.latinName(personId),
    kind,
  }))
}
