import { periodAround } from '#core/calendar'
import type { Input } from '#core/contract'
import { lights, type Light } from '#core/indicator'
import type { Context } from '#kernel/context'
import type { Board, BoardRow, routes } from '../contract.ts'
import { chooseUnit } from '../problems.ts'
import { overallOf, permille, type Cell } from '../rules.ts'
import { awayOn, workOf } from '../store/circumstances.ts'
import { lateTasksOf, peopleIn, postsOf, type Member } from '../store/people.ts'
import { boardIndicator, namesOf, shownDay, shownPeriod } from './shown.ts'
import { standingsOf } from './standings.ts'

const permission = 'indicators.read-team'
/** People one board may hold: beyond that it would be slow to make and useless to read. */
const mostPeople = 2000

/** The people one leads and what they answer for in a period, worst first. */
export async function readBoard(ctx: Context, input: Input<(typeof routes)['readBoard']>): Promise<Board> {
  const period = periodAround(input.period, input.day ?? ctx.today)
  const unitIds = input.unitId && (await ctx.house.scopes.subtree(ctx.db, input.unitId, shownDay(ctx, period)))
  const people = await peopleIn(ctx, permission, period, { unitIds, text: input.text }, mostPeople)
  if (people.length > mostPeople) throw chooseUnit({ limit: mostPeople })
  const ids = people.map((person) => person.id)
  const [standings, late] = await Promise.all([standingsOf(ctx, permission, ids, [period]), lateTasksOf(ctx, ids)])
  const wanted = input.responsibilityId && new Set(input.responsibilityId)
  const all = people.flatMap((person) => {
    const [standing] = standings.get(person.id) ?? []
    const visible = (standing?.cells ?? []).filter((cell) => cell.isVisible)
    const cells = wanted ? visible.filter((cell) => wanted.has(cell.responsibilityId)) : visible
    if (wanted && cells.length === 0) return []
    return [
      { person, cells, ...overallOf(cells), unclaimed: standing?.unclaimed ?? 0, lateTasks: late.get(person.id) ?? 0 },
    ]
  })
  const found = all.filter((row) => !input.light || row.light === input.light).sort(worstFirst)
  const page = found.slice(input.offset, input.offset + input.limit)
  const shownIds = page.map((row) => row.person.id)
  const [posts, away, work, name] = await Promise.all([
    postsOf(ctx, shownIds, shownDay(ctx, period)),
    awayOn(ctx, shownIds, shownDay(ctx, period)),
    workOf(ctx, shownIds, period),
    namesOf(
      ctx,
      page.flatMap((row) => row.cells.map((cell) => cell.responsibilityId)),
    ),
  ])
  const workBy = Map.groupBy(work, (each) => each.personId)
  const withLight = (light: Light) => all.filter((row) => row.light === light).length
  return {
    period: shownPeriod(ctx, input.period, period),
    counts: {
      people: all.length,
      red: withLight('red'),
      amber: withLight('amber'),
      green: withLight('green'),
      none: withLight('none'),
      lateTasks: all.reduce((sum, row) => sum + row.lateTasks, 0),
      unclaimed: all.reduce((sum, row) => sum + row.unclaimed, 0),
    },
    total: found.length,
    responsibilities: columnsOf(page).map((id) => ({ id, name: name(id) })),
    rows: page.map(({ person, cells, light, fulfilmentPermille, lateTasks }): BoardRow => {
      const own = workBy.get(person.id) ?? []
      const gone = away.get(person.id)
      return {
        personId: person.id,
        name: person.name,
        number: person.number,
        positionTitle: posts.get(person.id)?.positionTitle ?? null,
        unitName: posts.get(person.id)?.unitName ?? null,
        light,
        fulfilmentPermille,
        lateTasks,
        openTasks: own.reduce((sum, each) => sum + each.open, 0),
        away: gone ? { kind: gone.kind, until: gone.until } : null,
        cells: cells.map((cell) => {
          const tasks = own.find((each) => each.responsibilityId === cell.responsibilityId)
          return {
            responsibilityId: cell.responsibilityId,
            light: cell.light,
            fulfilmentPermille: permille(cell.attainment),
            late: tasks?.late ?? 0,
            waiting: tasks?.waiting ?? 0,
            excused: tasks?.excused ?? 0,
            indicators: cell.indicators.map(boardIndicator),
          }
        }),
      }
    }),
  }
}

type Row = { person: Member; light: Light; fulfilmentPermille: number | null; cells: readonly Cell[] }

/** By light, then by how little is fulfilled, then by name. */
function worstFirst(a: Row, b: Row): number {
  const rank = lights.indexOf(a.light) - lights.indexOf(b.light)
  const little = (a.fulfilmentPermille ?? 9999) - (b.fulfilmentPermille ?? 9999)
  return rank || little || a.person.pinyin.localeCompare(b.person.pinyin) || (a.person.id < b.person.id ? -1 : 1)
}

/** The responsibilities on a page, those of most people first. */
function columnsOf(rows: readonly Row[]): string[] {
  const holders = Map.groupBy(
    rows.flatMap((row) => row.cells),
    (cell) => cell.responsibilityId,
  )
  return [...holders].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1)).map(([id]) => id)
}
