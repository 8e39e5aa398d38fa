import type { Day } from '#core/calendar'
import {
  chinaCalendar,
  chinaWith,
  hongKong,
  singapore,
  unitedStates,
  type Dated,
  type Fen,
  type Parameter,
} from '#core/payroll'
import type { WorkCalendar } from '#core/calendar'
import type { Context } from '#kernel/context'
import { chinaData, heldPiece, layered, shippedPieces, type ChinaData } from '../rules/parameters.ts'
import { ownPieces } from '../store/parameters.ts'

/** One piece of dated data as a run records that it used it; `id` and `version` tell the firm's own. */
export type UsedParameter = {
  readonly kind: string
  /** A city, or the country's id. */
  readonly place: string
  readonly from: Day
  readonly source: string
  readonly id: string | null
  readonly version: number | null
  readonly missing: readonly string[]
}

export type Law = {
  readonly cn: ReturnType<typeof chinaWith>
  readonly sg: typeof singapore
  readonly hk: typeof hongKong
  readonly us: typeof unitedStates
  /** What holds on the day, for the run to record. */
  readonly used: readonly UsedParameter[]
  readonly china: ChinaData
  /** Monthly minimum wage of a city; undefined where none is known. */
  minimumWage(city: string, day: Day): Fen | undefined
  /** Last year's average monthly wage of a city, where the firm has told it. */
  averageWage(city: string, day: Day): Fen | undefined
}

/**
 * The packs that come with the product, with the firm's own dated data laid over them. `calendar` is the firm's, where
 * overtime and part months go by it.
 */
export async function jurisdictionsFor(ctx: Context, day: Day, calendar: WorkCalendar = chinaCalendar): Promise<Law> {
  const lists = layered(shippedPieces(), await ownPieces(ctx))
  const data = chinaData(lists)
  const ours = lists.flatMap((pieces): UsedParameter[] => {
    const held = heldPiece(pieces, day)
    if (!held) return []
    const { kind, city, jurisdiction, from, source, id, version, missing } = held
    return [{ kind, place: city ?? jurisdiction, from, source, id, version, missing }]
  })
  const others = elsewhere(day).flatMap(({ what, place, version }): UsedParameter[] =>
    version
      ? [{ kind: what, place, from: version.from, source: version.source, id: null, version: null, missing: [] }]
      : [],
  )
  return {
    cn: chinaWith(data.cities, calendar, data),
    sg: singapore,
    hk: hongKong,
    us: unitedStates,
    used: [...ours, ...others],
    china: data,
    minimumWage: (city, on) => contentOn(data.minimumWages, city, on)?.month,
    averageWage: (city, on) => contentOn(data.averageWages, city, on),
  }
}

/** What the packs of other countries go by on a day; a firm doesn't keep it itself. */
export function elsewhere(day: Day): Parameter[] {
  return [
    ...singapore.params({ bandMaxAge: 55 }, day),
    ...hongKong.params({}, day),
    ...unitedStates.params({ periods: 12, status: 'single' }, day),
  ]
}

function contentOn<Content>(
  all: Readonly<Record<string, readonly Dated<Content>[]>>,
  city: string,
  on: Day,
): Content | undefined {
  const versions = Object.hasOwn(all, city) ? all[city] : undefined
  return versions?.find(({ from, until }) => from <= on && (until === null || on < until))?.content
}
