import type { Context } from '#kernel/context'
import { soundOf } from '#modules/organisation'

type Valid = { from?: string; until?: string | null }
export type ChartDrawing = {
  /** By code; without `below` the unit hangs below the root. */
  units?: Record<string, { name?: string; below?: string; kind?: string } & Valid>
  positions?: Record<
    string,
    { unit?: string; title?: string; reportsTo?: string; isLead?: boolean; headcount?: number } & Valid
  >
  /** By staff number: the main position, and any others. */
  people?: Record<string, { name?: string; on?: string; seats?: Place[] } & Valid>
}
type Place = { on: string; kind?: 'main' | 'concurrent' | 'acting'; sharePermille?: number } & Valid

export type Chart = {
  rootId: string
  units: Record<string, string>
  positions: Record<string, string>
  people: Record<string, string>
}

/** Draws units, positions and people straight into the tables, for tests that need an organisation to stand on. */
export async function drawChart(ctx: Context, drawing: ChartDrawing): Promise<Chart> {
  const own = { tenant_id: ctx.tenantId }
  const since = '2020-01-01'
  const { id: rootId } = await ctx.db
    .selectFrom('unit')
    .select('id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('code', '=', 'ROOT')
    .executeTakeFirstOrThrow()
  const [units, positions, people] = [drawing.units ?? {}, drawing.positions ?? {}, drawing.people ?? {}].map((named) =>
    Object.fromEntries(Object.keys(named).map((code) => [code, ctx.newId()])),
  ) as [Record<string, string>, Record<string, string>, Record<string, string>]
  const valid = ({ from, until }: Valid) => ({ valid_from: from ?? since, valid_until: until ?? null })
  const id = (ids: Record<string, string>, code: string) => ids[code] ?? missing(code)

  for (const [code, unit] of Object.entries(drawing.units ?? {})) {
    await ctx.db
      .insertInto('unit')
      .values({ ...own, id: id(units, code), code, created_at: ctx.now })
      .execute()
    const parent_id = unit.below ? id(units, unit.below) : rootId
    const name = JSON.stringify({ en: unit.name ?? code })
    const version = { id: ctx.newId(), unit_id: id(units, code), name, kind: unit.kind ?? 'department', parent_id }
    await ctx.db
      .insertInto('unit_version')
      .values({ ...own, ...version, ...valid(unit) })
      .execute()
  }
  for (const [code] of Object.entries(positions)) {
    await ctx.db
      .insertInto('position')
      .values({ ...own, id: id(positions, code), code, created_at: ctx.now })
      .execute()
  }
  for (const [code, position] of Object.entries(drawing.positions ?? {})) {
    const version = {
      id: ctx.newId(),
      position_id: id(positions, code),
      unit_id: position.unit ? id(units, position.unit) : rootId,
      title: JSON.stringify({ en: position.title ?? code }),
      headcount: position.headcount ?? 1,
      reports_to_id: position.reportsTo ? id(positions, position.reportsTo) : null,
      is_lead: position.isLead ?? false,
    }
    await ctx.db
      .insertInto('position_version')
      .values({ ...own, ...version, ...valid(position) })
      .execute()
  }
  for (const [number, person] of Object.entries(drawing.people ?? {})) {
    const person_id = id(people, number)
    const name = person.name ?? number
    await ctx.db
      .insertInto('person')
      .values({ ...own, id: person_id, number, name, pinyin: soundOf(name), created_at: ctx.now })
      .execute()
    const seats: Place[] = [...(person.on ? [{ ...person, on: person.on }] : []), ...(person.seats ?? [])]
    for (const seat of seats) {
      const kind = seat.kind ?? 'main'
      const share_permille = seat.sharePermille ?? (kind === 'main' ? 1000 : 0)
      const row = { id: ctx.newId(), person_id, position_id: id(positions, seat.on), kind, share_permille }
      await ctx.db
        .insertInto('assignment')
        .values({ ...own, ...row, ...valid(seat) })
        .execute()
    }
  }
  return { rootId, units, positions, people }
}

function missing(code: string): never {
  throw new Error(`nothing in the drawing is called ${code}`)
}
