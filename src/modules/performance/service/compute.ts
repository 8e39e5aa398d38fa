import {
  judge,
  lineScore,
  manualScore,
  sharesOver,
  type Leaf as JudgedLeaf,
  type Line,
  type Reached,
  type SchemeContent,
} from '#core/performance'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import { permille, seatsIn, standingsOf, type Cell, type Computed } from '#modules/indicators'
import { responsibilityNames } from '#modules/responsibilities'
import type { Leaf, LineResult, Result } from '../contract.ts'
import { stretchesOf, type Days, type Span } from '../rules/spans.ts'
import { partsOf, type PartRow } from '../store/parts.ts'
import { versionsById, type VersionKnown } from '../store/schemes.ts'

const permission = 'performance.read'
/** Beyond ten times the target nothing more counts. */
const mostPermille = 10_000
/** People judged in one go: what is held in memory stays small. */
const batch = 500

type Judged = { readonly id: string; readonly personId: string; readonly spans: readonly Span[] }
export type ComputeOptions = {
  /** What a version would say instead. */
  readonly instead?: ReadonlyMap<string, SchemeContent>
}

/** The results of people over the days of a round from the facts as they are now; a handful of statements for each batch. */
export async function computeResults(
  ctx: Context,
  days: Days,
  reviews: readonly Judged[],
  options: ComputeOptions = {},
): Promise<Map<string, Result>> {
  const results = new Map<string, Result>()
  const known = await versionsById(
    ctx,
    reviews.flatMap((review) => review.spans.map((span) => span.schemeVersionId)),
  )
  for (let at = 0; at < reviews.length; at += batch) {
    const some = reviews.slice(at, at + batch)
    const personIds = some.map((review) => review.personId)
    const [seats, standings, parts] = [
      Map.groupBy(await seatsIn(ctx, permission, personIds, days), (seat) => seat.personId),
      await standingsOf(ctx, permission, personIds, [days]),
      Map.groupBy(
        await partsOf(
          ctx,
          some.map(({ id }) => id),
        ),
        (part) => part.reviewId,
      ),
    ]
    const names = await responsibilityNames(ctx, [
      ...new Set(
        [...standings.values()].flatMap((own) =>
          own.flatMap(({ cells }) => cells.map((cell) => cell.responsibilityId)),
        ),
      ),
    ])
    for (const { id, personId, spans } of some) {
      const lines = linesFor(spans, known, options)
      const stretches = stretchesOf(spans, seats.get(personId) ?? [], (versionId) => lines.get(versionId) ?? [])
      const cells = standings.get(personId)?.[0]?.cells ?? []
      const manual = manualScores(contentOf(spans.at(-1), known, options), parts.get(id) ?? [])
      const verdict = judge(sharesOver(stretches), cells.flatMap(reachedIn), manual)
      const name = (responsibilityId: string) => names.get(responsibilityId)?.name ?? {}
      results.set(id, resultOf(verdict, [...lines.values()].flat(), cells, name))
    }
  }
  return results
}

/** The scores people gave, by the key of the line; only what was handed in counts. */
export function manualScores(
  content: SchemeContent | undefined,
  parts: readonly Pick<PartRow, 'part' | 'scores' | 'submittedAt'>[],
): Map<string, number> {
  const given = parts.filter(({ submittedAt }) => submittedAt !== null)
  const keys = new Set(given.flatMap(({ scores }) => Object.keys(scores)))
  return new Map(
    [...keys].flatMap((key): [string, number][] => {
      const score = manualScore(
        content?.parts ?? { self: 0, manager: 1000, peer: 0, customer: 0 },
        given.flatMap(({ part, scores }) => {
          const one = scores[key]
          return one ? [{ part, scoreHundredths: one.scoreHundredths }] : []
        }),
      )
      return score === null ? [] : [[key, score]]
    }),
  )
}

/** Lines by version. Where several schemes follow each other their keys are kept apart; versions of one scheme share theirs. */
export function linesFor(
  spans: readonly Span[],
  known: ReadonlyMap<string, VersionKnown>,
  { instead }: ComputeOptions = {},
): Map<string, Line[]> {
  const versions = spans.flatMap(({ schemeVersionId }) => known.get(schemeVersionId) ?? [])
  const isMixed = new Set(versions.map(({ schemeId }) => schemeId)).size > 1
  return new Map(
    versions.map(({ id, code, content }) => [
      id,
      (instead?.get(id) ?? content).lines.map((line) => (isMixed ? { ...line, key: `${code}/${line.key}` } : line)),
    ]),
  )
}

function contentOf(
  span: Span | undefined,
  known: ReadonlyMap<string, VersionKnown>,
  { instead }: ComputeOptions,
): SchemeContent | undefined {
  const id = span?.schemeVersionId ?? ''
  return instead?.get(id) ?? known.get(id)?.content
}

function reachedIn(cell: Cell): Reached[] {
  return cell.indicators.map(({ definition, attainment }) => {
    const reached = permille(attainment)
    return {
      responsibilityId: cell.responsibilityId,
      indicatorKey: definition.key,
      weightPermille: definition.weightPermille,
      reachedPermille: reached === null ? null : Math.min(reached, mostPermille),
    }
  })
}

function resultOf(
  { leaves, sumHundredths, scoreHundredths, vetoes }: ReturnType<typeof judge>,
  lines: readonly Line[],
  cells: readonly Cell[],
  nameOf: (responsibilityId: string) => LocalText,
): Result {
  const figures = new Map(
    cells.flatMap((cell) =>
      cell.indicators.map((one) => [`${cell.responsibilityId} ${one.definition.key}`, one] as const),
    ),
  )
  const byKey = new Map(lines.map((line) => [line.key, line]))
  const told = [...byKey.values()]
  return {
    lines: told.map((line) =>
      lineOf(
        line,
        leaves.filter(({ lineKey }) => lineKey === line.key),
      ),
    ),
    leaves: leaves.map((leaf) => leafOf(leaf, figures, byKey.get(leaf.lineKey)?.name ?? {}, nameOf)),
    sumHundredths,
    scoreHundredths,
    vetoes: vetoes.map((veto) => ({ ...veto })),
  }
}

function lineOf(line: Line, own: readonly JudgedLeaf[]): LineResult {
  const scoreHundredths = lineScore(own)
  const { source } = line
  return {
    key: line.key,
    name: line.name,
    kind: source.kind,
    hint: source.kind === 'manual' ? (source.hint ?? null) : null,
    curve: line.curve,
    veto: line.veto ?? null,
    weightPermyriad: own.reduce((sum, leaf) => sum + leaf.weightPermyriad, 0),
    scoreHundredths,
    pointsHundredths: scoreHundredths === null ? null : own.reduce((sum, leaf) => sum + leaf.pointsHundredths, 0),
  }
}

function leafOf(
  leaf: JudgedLeaf,
  figures: ReadonlyMap<string, Computed>,
  lineName: LocalText,
  nameOf: (responsibilityId: string) => LocalText,
): Leaf {
  const { responsibilityId, indicatorKey, scoreHundredths } = leaf
  const figure = figures.get(`${responsibilityId} ${indicatorKey}`)
  return {
    ...leaf,
    days: leaf.days.map((span) => ({ ...span })),
    responsibilityName: responsibilityId === null ? null : nameOf(responsibilityId),
    name: figure?.definition.name ?? (responsibilityId === null ? lineName : nameOf(responsibilityId)),
    unit: figure?.definition.unit ?? '',
    value: figure?.value ?? null,
    target: figure?.target ?? null,
    pointsHundredths: scoreHundredths === null ? null : leaf.pointsHundredths,
  }
}
