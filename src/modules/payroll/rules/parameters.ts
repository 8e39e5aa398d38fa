import type { Day } from '#core/calendar'
import { decimal, decimalText } from '#core/formula'
import {
  cities,
  fenText,
  minimumWages,
  readFen,
  taxTables,
  type Bracket,
  type CitySchemes,
  type Dated,
  type Fen,
  type MinimumWage,
  type Scheme,
  type SchemeRule,
  type TaxTables,
} from '#core/payroll'
import type * as z from 'zod'
import type { AverageWageContent, MinimumWageContent, SchemeContent, TaxTablesContent } from '../contract/parameters.ts'
import { schemes } from '../contract/shapes.ts'

type Plain = Readonly<Record<string, unknown>>
/** A version of one piece of dated data; `id` is null for what comes with the product. */
export type Piece = {
  readonly jurisdiction: string
  readonly city: string | null
  readonly kind: string
  readonly id: string | null
  readonly version: number | null
  readonly content: Plain
  readonly source: string
  readonly missing: readonly string[]
  readonly from: Day
  readonly until: Day | null
}

/** What a plan of China reads its law from. */
export type ChinaData = {
  readonly cities: Readonly<Record<string, CitySchemes>>
  readonly minimumWages: Readonly<Record<string, readonly Dated<MinimumWage>[]>>
  readonly taxTables: readonly Dated<TaxTables>[]
  readonly averageWages: Readonly<Record<string, readonly Dated<Fen>[]>>
}

/** Everything the product ships for China, as plain pieces. */
export function shippedPieces(): Piece[] {
  return [
    ...Object.entries(cities).flatMap(([city, bySchemes]) =>
      Object.entries(bySchemes).flatMap(([kind, all]) => all.map((one) => pieceOf(city, kind, one, schemePlain))),
    ),
    ...Object.entries(minimumWages).flatMap(([city, all]) =>
      all.map((one) => pieceOf(city, 'minimum-wage', one, minimumPlain)),
    ),
    ...taxTables.map((one) => pieceOf(null, 'tax-tables', one, tablesPlain)),
  ]
}

/** One list per place and kind, in which the first that holds on a day counts: the newest goes before, the firm's own before what is shipped. */
export function layered(shipped: readonly Piece[], own: readonly Piece[]): Piece[][] {
  const byPlace = Map.groupBy([...own, ...shipped], placeKey)
  return [...byPlace.values()].map((pieces) =>
    pieces.toSorted((a, b) =>
      a.from === b.from ? Number(a.id === null) - Number(b.id === null) : a.from < b.from ? 1 : -1,
    ),
  )
}

export function placeKey({ jurisdiction, city, kind }: Pick<Piece, 'jurisdiction' | 'city' | 'kind'>): string {
  return JSON.stringify([jurisdiction, city, kind])
}

export function heldPiece(pieces: readonly Piece[], day: Day): Piece | undefined {
  return pieces.find(({ from, until }) => from <= day && (until === null || day < until))
}

/** Layered pieces as the engine reads them. */
export function chinaData(lists: readonly (readonly Piece[])[]): ChinaData {
  const found = {
    cities: {} as Record<string, Partial<Record<Scheme, Dated<SchemeRule>[]>>>,
    minimumWages: {} as Record<string, Dated<MinimumWage>[]>,
    taxTables: [] as Dated<TaxTables>[],
    averageWages: {} as Record<string, Dated<Fen>[]>,
  }
  for (const pieces of lists) {
    const [first] = pieces
    if (!first || first.jurisdiction !== 'cn') continue
    const { city, kind } = first
    const scheme = schemes.find((one) => one === kind)
    if (scheme && city) (found.cities[city] ??= {})[scheme] = pieces.map((one) => dated(one, schemeRule(scheme)))
    else if (kind === 'minimum-wage' && city) found.minimumWages[city] = pieces.map((one) => dated(one, minimumWage))
    else if (kind === 'average-wage' && city) found.averageWages[city] = pieces.map((one) => dated(one, averageWage))
    else if (kind === 'tax-tables') found.taxTables = pieces.map((one) => dated(one, tablesOf))
  }
  return found
}

function dated<Content>(piece: Piece, read: (plain: never) => Content): Dated<Content> {
  const { from, until, source, missing, content } = piece
  return { from, until, source, ...(missing.length > 0 ? { missing } : {}), content: read(content as never) }
}

function pieceOf<Content>(
  city: string | null,
  kind: string,
  { from, until, source, missing = [], content }: Dated<Content>,
  plain: (content: Content) => Plain,
): Piece {
  const place = { jurisdiction: 'cn', city, kind, id: null, version: null }
  return { ...place, content: plain(content), source, missing, from, until }
}

function schemeRule(scheme: Scheme) {
  return (plain: z.output<typeof SchemeContent>): SchemeRule => ({
    scheme,
    floor: readFen(plain.floor),
    cap: readFen(plain.cap),
    employee: decimal(plain.employee),
    employer: decimal(plain.employer),
    employeeRounding: plain.employeeRounding,
    employerRounding: plain.employerRounding,
    ...(plain.employeeExtra ? { employeeExtra: readFen(plain.employeeExtra) } : {}),
  })
}

function schemePlain(rule: SchemeRule): z.output<typeof SchemeContent> {
  const { floor, cap, employee, employer, employeeRounding, employerRounding, employeeExtra } = rule
  return {
    floor: fenText(floor),
    cap: fenText(cap),
    employee: decimalText(employee),
    employer: decimalText(employer),
    employeeRounding,
    employerRounding,
    ...(employeeExtra ? { employeeExtra: fenText(employeeExtra) } : {}),
  }
}

function minimumWage({ month, includesOwnContributions }: z.output<typeof MinimumWageContent>): MinimumWage {
  return { month: readFen(month), includesOwnContributions }
}

function minimumPlain({ month, includesOwnContributions }: MinimumWage): z.output<typeof MinimumWageContent> {
  return { month: fenText(month), includesOwnContributions }
}

function averageWage({ month }: z.output<typeof AverageWageContent>): Fen {
  return readFen(month)
}

function tablesOf({ annual, monthly, labour, basicMonth }: z.output<typeof TaxTablesContent>): TaxTables {
  const rows = (plain: typeof annual): Bracket[] =>
    plain.map(({ most, rate, quick }) => ({
      most: most === null ? null : decimal(most),
      rate: decimal(rate),
      quick: decimal(quick),
    }))
  return { annual: rows(annual), monthly: rows(monthly), labour: rows(labour), basicMonth: readFen(basicMonth) }
}

function tablesPlain({ annual, monthly, labour, basicMonth }: TaxTables): z.output<typeof TaxTablesContent> {
  const rows = (brackets: readonly Bracket[]) =>
    brackets.map(({ most, rate, quick }) => ({
      most: most === null ? null : decimalText(most),
      rate: decimalText(rate),
      quick: decimalText(quick),
    }))
  return { annual: rows(annual), monthly: rows(monthly), labour: rows(labour), basicMonth: fenText(basicMonth) }
}
