import { expect, test } from 'vitest'
import { runsOn } from '#core/calendar'
import { openWorld, type World } from '#test/world'
import type { Context } from '#kernel/context'
import type { Holder, Position } from './contract.ts'

const days = ['2015-12-31', '2016-01-01', '2018-07-15', '2019-04-01', '2022-12-31', '2023-01-01', '2026-03-04']

test('a unit with all below on any day, page by page, is what the rows of that day say, told one by one', async () => {
  const world = await openWorld()
  const { send } = await world.member({ may: { 'organisation.read': 'tenant' } })
  const rows = await pastOf(world)
  let compared = 0
  for (const on of days)
    for (const unitId of rows.units.filter((_, at) => at % 5 === 0))
      for (const below of [true, false]) {
        const wanted = told(rows, { unitId, below, on })
        const path = `/positions?unitId=${unitId}&below=${below}&on=${on}`
        const pages = await Promise.all([0, 7].map((offset) => send('GET', `${path}&limit=7&offset=${offset}`)))
        expect(pages.map(({ body }) => body.total)).toEqual([wanted.length, wanted.length])
        expect(pages.flatMap(({ body }) => body.rows)).toEqual(wanted.slice(0, 14))
        compared += wanted.length
      }
  expect(compared).toBeGreaterThan(300)
})

type Span = { valid_from: string; valid_until: string | null }
type Past = Awaited<ReturnType<typeof readPast>> & { units: string[] }

/** The list by a straight reading of every row, without an index, a join or a page. */
function told(rows: Past, { unitId, below, on }: { unitId: string; below: boolean; on: string }): Position[] {
  const runs = (row: Span) => runsOn({ from: row.valid_from, until: row.valid_until }, on)
  const units = rows.unitVersions.filter(runs)
  const isInside = (id: string | null): boolean =>
    id === unitId || (below && id !== null && isInside(units.find((unit) => unit.unit_id === id)?.parent_id ?? null))
  const positions = rows.positionVersions.filter(runs)
  return positions
    .flatMap((version) => {
      const unit = units.find((one) => one.unit_id === version.unit_id)
      return unit && isInside(unit.unit_id) ? [{ version, unit }] : []
    })
    .toSorted(
      (a, b) =>
        a.unit.sort_order - b.unit.sort_order ||
        compare(a.unit.unit_id, b.unit.unit_id) ||
        Number(b.version.is_lead) - Number(a.version.is_lead) ||
        compare(a.version.position_id, b.version.position_id),
    )
    .map(({ version, unit }) => ({
      id: version.position_id,
      code: rows.codes.get(version.position_id) ?? '',
      versionId: version.id,
      unitId: version.unit_id,
      title: version.title as Position['title'],
      headcount: version.headcount,
      reportsToId: version.reports_to_id,
      isLead: version.is_lead,
      jobFamilyId: null,
      gradeId: null,
      from: version.valid_from,
      until: version.valid_until,
      unitName: unit.name as Position['unitName'],
      reportsToTitle: (positions.find((one) => one.position_id === version.reports_to_id)?.title ??
        null) as Position['reportsToTitle'],
      holders: rows.seats
        .filter((seat) => seat.position_id === version.position_id && runs(seat))
        .toSorted((a, b) => Number(a.kind !== 'main') - Number(b.kind !== 'main') || compare(a.number, b.number))
        .map((seat) => ({
          assignmentId: seat.id,
          personId: seat.person_id,
          number: seat.number,
          name: seat.name,
          latinName: seat.latin_name,
          kind: seat.kind as Holder['kind'],
          sharePermille: seat.share_permille,
          from: seat.valid_from,
          until: seat.valid_until,
        })),
    }))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Forty units that are renamed and moved, positions that change hands and lines, people who move on: by rule, not by chance. */
async function pastOf(world: World): Promise<Past> {
  return world.within(async (ctx) => {
    const many = (count: number) => Array.from({ length: count }, () => ctx.newId())
    const [units, positions, people] = [many(40), many(90), many(150)]
    const spans = [
      ['2016-01-01', '2019-04-01'],
      ['2019-04-01', '2023-01-01'],
      ['2023-01-01', null],
    ] as const
    const tenant_id = ctx.tenantId
    const known = { tenant_id, created_at: ctx.now }
    const over = <T>(ids: readonly string[], row: (id: string, at: number, turn: number) => T) =>
      ids.flatMap((id, at) =>
        spans.map(([valid_from, valid_until], turn) => ({
          tenant_id,
          id: ctx.newId(),
          valid_from,
          valid_until,
          ...row(id, at, turn),
        })),
      )
    await ctx.db
      .insertInto('unit')
      .values(units.map((id, at) => ({ ...known, id, code: `U${at}` })))
      .execute()
    await ctx.db
      .insertInto('unit_version')
      .values(
        over(units, (unit_id, at, turn) => ({
          unit_id,
          name: JSON.stringify({ en: `Unit ${at}-${turn}` }),
          kind: 'department',
          parent_id: at === 0 ? null : (units[Math.floor((at - 1) / (3 + turn))] ?? null),
          sort_order: (at * (turn + 3)) % 4,
        })),
      )
      .execute()
    await ctx.db
      .insertInto('position')
      .values(positions.map((id, at) => ({ ...known, id, code: `P${at}` })))
      .execute()
    await ctx.db
      .insertInto('position_version')
      .values(
        over(positions, (position_id, at, turn) => ({
          position_id,
          unit_id: units[(at * 7 + turn) % units.length] ?? '',
          title: JSON.stringify({ en: `Position ${at}-${turn}` }),
          headcount: 2,
          is_lead: at % 4 === 0,
          reports_to_id: at < 3 ? null : (positions[(at - 3 + turn) % at] ?? null),
        })).filter((_, at) => at % 11 !== 0),
      )
      .execute()
    await ctx.db
      .insertInto('person')
      .values(
        people.map((id, at) => ({
          ...known,
          id,
          number: `N${String((at * 61) % 150).padStart(3, '0')}`,
          name: `P ${at}`,
        })),
      )
      .execute()
    await ctx.db
      .insertInto('assignment')
      .values(
        over(people, (person_id, at, turn) => ({
          person_id,
          position_id: positions[(at * (turn + 2)) % positions.length] ?? '',
          kind: at % 5 === 0 ? 'concurrent' : 'main',
          share_permille: 1000,
        })),
      )
      .execute()
    return { units, ...(await readPast(ctx)) }
  })
}

async function readPast(ctx: Context) {
  const codes = await ctx.db.selectFrom('position').select(['id', 'code']).execute()
  return {
    unitVersions: await ctx.db.selectFrom('unit_version').selectAll().execute(),
    positionVersions: await ctx.db.selectFrom('position_version').selectAll().execute(),
    seats: await ctx.db
      .selectFrom('assignment as a')
      .innerJoin('person as p', 'p.id', 'a.person_id')
      .selectAll('a')
      .select(['p.number', 'p.name', 'p.latin_name'])
      .execute(),
    codes: new Map(codes.map(({ id, code }) => [id, code])),
  }
}
