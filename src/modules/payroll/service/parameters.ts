import type * as z from 'zod'
import type { Input, Output } from '#core/contract'
import type { Day } from '#core/calendar'
import { readFen, type Fen } from '#core/payroll'
import type { Context } from '#kernel/context'
import { say } from '#kernel/i18n'
import { badInput, changedMeanwhile, notFound } from '#kernel/problems'
import {
  AverageWageContent,
  MinimumWageContent,
  SchemeContent,
  TaxTablesContent,
  type Parameter,
  type ParameterKind,
  type parameterRoutes,
} from '../contract/parameters.ts'
import { schemes, type JurisdictionId, type Warning } from '../contract/shapes.ts'
import { cityNeeded, parameterUsed, periodBackwards } from '../problems.ts'
import { boundsDoubts } from '../rules/bounds.ts'
import { heldPiece, layered, placeKey, shippedPieces, type Piece } from '../rules/parameters.ts'
import { deletePiece, insertPiece, isRecorded, ownPieces, updatePiece, type PieceContent } from '../store/parameters.ts'

import { elsewhere } from './jurisdictions.ts'

type Changed = { id: string; version: number; warnings: Warning[] }

export async function listParameters(
  ctx: Context,
  input: Input<typeof parameterRoutes.listParameters>,
): Promise<Output<typeof parameterRoutes.listParameters>> {
  const on = input.on ?? ctx.today
  const lists = layered(shippedPieces(), await ownPieces(ctx))
  const all = [
    ...lists.map((pieces) => parameterOf(pieces, on)).toSorted(byPlace),
    ...elsewhere(on).map(shippedElsewhere),
  ]
  const rows = all.filter(
    ({ jurisdiction, city, held }) =>
      (!input.jurisdiction || jurisdiction === input.jurisdiction) &&
      (!input.city || input.city.includes(city ?? '')) &&
      (!input.isOpen || !held || held.missing.length > 0),
  )
  return {
    total: rows.length,
    cities: [...new Set(all.flatMap(({ city }) => city ?? []))],
    rows: rows.slice(input.offset, input.offset + input.limit),
  }
}

export async function addParameter(ctx: Context, input: Input<typeof parameterRoutes.addParameter>): Promise<Changed> {
  const piece = checked(input)
  const own = await ownPieces(ctx)
  const id = ctx.newId()
  await insertPiece(ctx, id, piece)
  await tell(ctx, id, { after: input })
  return { id, version: 1, warnings: doubts(ctx, piece, own) }
}

export async function correctParameter(
  ctx: Context,
  input: Input<typeof parameterRoutes.correctParameter>,
): Promise<Changed> {
  const { id, version, ...change } = input
  const own = await ownPieces(ctx)
  const before = known(own, id)
  if (await isRecorded(ctx, id)) throw parameterUsed({ from: before.from })
  const { jurisdiction, city, kind } = before
  const piece = checked({ jurisdiction, city, kind: kind as ParameterKind, ...change })
  if (!(await updatePiece(ctx, id, version, piece)))
    throw changedMeanwhile({ yours: version, current: before.version ?? 0 })
  await tell(ctx, id, { before, after: input })
  return { id, version: version + 1, warnings: doubts(ctx, piece, own) }
}

export async function removeParameter(ctx: Context, { id }: { id: string }): Promise<null> {
  const before = known(await ownPieces(ctx), id)
  if (await isRecorded(ctx, id)) throw parameterUsed({ from: before.from })
  await deletePiece(ctx, id)
  await tell(ctx, id, { before })
  return null
}

export async function importParameters(
  ctx: Context,
  { rows }: Input<typeof parameterRoutes.importParameters>,
): Promise<Output<typeof parameterRoutes.importParameters>> {
  const pieces = rows.map((row, at) => checked(row, `rows.${at}.`))
  const own = await ownPieces(ctx)
  const result = { created: 0, updated: 0, warnings: [] as Warning[] }
  for (const piece of pieces) {
    const same = own.find((one) => placeKey(one) === placeKey(piece) && one.from === piece.from)
    if (same?.id && (await isRecorded(ctx, same.id))) throw parameterUsed({ from: same.from })
    if (same?.id) await updatePiece(ctx, same.id, same.version ?? 0, piece)
    else await insertPiece(ctx, ctx.newId(), piece)
    result[same ? 'updated' : 'created'] += 1
    result.warnings.push(...doubts(ctx, piece, [...own, ...pieces.map((one) => ({ ...one, id: null, version: null }))]))
  }
  await tell(ctx, 'import', { after: { rows: rows.length } })
  return result
}

/** The piece with its content as its kind wants it, or a refusal that says what is wrong where. */
export function checked(input: Omit<PieceContent, 'kind'> & { kind: ParameterKind }, at = ''): PieceContent {
  const isOfCity = input.kind !== 'tax-tables'
  if (isOfCity && input.city === null) throw cityNeeded({})
  if (input.until !== null && input.until <= input.from) throw periodBackwards({ from: input.from })
  const parsed = schemaOf(input.kind).safeParse(input.content)
  if (!parsed.success)
    throw badInput({
      faults: parsed.error.issues.map(({ path, message }) => ({ path: `${at}content.${path.join('.')}`, message })),
    })
  const content = parsed.data as Piece['content']
  if ('floor' in content && readFen(String(content['floor'])) > readFen(String(content['cap'])))
    throw badInput({ faults: [{ path: `${at}content.cap`, message: 'must not be below the floor' }] })
  return { ...input, city: isOfCity ? input.city : null, content }
}

/** What looks like a slip, as sentences. */
function doubts(ctx: Context, piece: PieceContent, own: readonly Piece[]): Warning[] {
  if (!schemes.some((one) => one === piece.kind)) return []
  const average = averageOn(own, piece.city, piece.from)
  return boundsDoubts(piece.kind, piece.content as { floor: string; cap: string }, average).map(({ code, facts }) => {
    const kind = say(ctx.language, `payroll.parameters.kinds.${piece.kind}`)
    return { code, text: say(ctx.language, `payroll.warnings.${code}`, { ...facts, city: piece.city, kind }) }
  })
}

function averageOn(own: readonly Piece[], city: string | null, day: Day): Fen | undefined {
  const held = heldPiece(own.filter((one) => one.kind === 'average-wage' && one.city === city).toReversed(), day)
  return held && readFen(String(held.content['month']))
}

function schemaOf(kind: ParameterKind): z.ZodType {
  if (kind === 'minimum-wage') return MinimumWageContent
  if (kind === 'average-wage') return AverageWageContent
  return kind === 'tax-tables' ? TaxTablesContent : SchemeContent
}

function parameterOf(pieces: readonly Piece[], on: Day): Parameter {
  const { jurisdiction = 'cn', city = null, kind = '' } = pieces[0] ?? {}
  const versions = pieces.map(({ id, version, content, source, missing, from, until }) => ({
    id,
    version,
    content,
    source,
    from,
    until,
    missing: [...missing],
  }))
  const held = heldPiece(pieces, on)
  return {
    jurisdiction: jurisdiction as JurisdictionId,
    city,
    kind,
    held: held ? (versions[pieces.indexOf(held)] ?? null) : null,
    versions,
  }
}

function shippedElsewhere({ what, place, version }: ReturnType<typeof elsewhere>[number]): Parameter {
  const held = version && {
    ...version,
    id: null,
    version: null,
    content: {},
    missing: [...(version.missing ?? [])],
  }
  return { jurisdiction: place as JurisdictionId, city: null, kind: what, held, versions: held ? [held] : [] }
}

function byPlace(a: Parameter, b: Parameter): number {
  const order = (one: Parameter) => [one.jurisdiction, one.city === null ? '' : one.city].join(' ')
  return order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0
}

function known(own: readonly Piece[], id: string): Piece {
  const found = own.find((one) => one.id === id)
  if (!found) throw notFound({ what: 'pay-parameter' })
  return found
}

async function tell(ctx: Context, id: string, change: { before?: unknown; after?: unknown }): Promise<void> {
  await ctx.audit({ action: 'payroll.parameter-changed', target: `pay-parameter/${id}`, ...change })
  await ctx.emit('payroll.set-up-changed', { parameterId: id })
  await ctx.announce('payroll')
}
