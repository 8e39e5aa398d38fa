import { addDays, periodAround } from '#core/calendar'
import { listFacts, readBoard } from '#modules/indicators'
import { part, periodName, scopeOf, speechOf } from './sheet-words.ts'
import type { Sheets } from './sheets.ts'

const mostRows = 200
const mostFacts = 500

/** Person by responsibility, as the team board shows it; nothing for who leads nobody. */
export const boardSheets: Sheets = async (ctx, ask) => {
  const { t, local, column } = speechOf(ctx)
  const { unitId, responsibilityId, period, day } = scopeOf(ask)
  const title = t('parts.board')
  const who = column('person', 'text', 2)
  if (!ctx.may('indicators.read-team')) return [{ title, columns: [who], rows: [], notes: [t('notes.noTeam')] }]
  const board = await readBoard(ctx, {
    period,
    day,
    unitId: unitId ? [unitId] : undefined,
    responsibilityId: responsibilityId ? [responsibilityId] : undefined,
    limit: mostRows,
    offset: 0,
  })
  return [
    {
      title,
      columns: [
        who,
        column('unit', 'text', 2),
        column('state'),
        column('fulfilment', 'percent'),
        ...board.responsibilities.map((one) => ({ title: local(one.name), kind: 'percent' as const })),
        column('lateTasks', 'number'),
      ],
      rows: board.rows.map((row) => [
        row.name,
        local(row.unitName),
        t(`lights.${row.light}`),
        part(row.fulfilmentPermille),
        ...board.responsibilities.map(({ id }) =>
          part(row.cells.find((cell) => cell.responsibilityId === id)?.fulfilmentPermille ?? null),
        ),
        row.lateTasks,
      ]),
      notes: [
        periodName(board.period),
        ...(board.total > board.rows.length ? [t('notes.first', { shown: board.rows.length, all: board.total })] : []),
      ],
    },
  ]
}

/** The facts themselves, the latest first. */
export const factSheets: Sheets = async (ctx, ask) => {
  const { t, local, column } = speechOf(ctx)
  const { unitId, responsibilityId, period, day } = scopeOf(ask)
  const { from, until } = periodAround(period, day ?? ctx.today)
  const { rows, hasMore } = await listFacts(ctx, {
    kind: ask.factKind ? [ask.factKind] : undefined,
    unitId: unitId ? [unitId] : undefined,
    responsibilityId: responsibilityId ? [responsibilityId] : undefined,
    from,
    until: addDays(until, -1),
    limit: mostFacts,
  })
  return [
    {
      title: t('parts.facts'),
      columns: [
        column('day', 'day'),
        column('kind'),
        column('person', 'text', 2),
        column('unit', 'text', 2),
        column('responsibility', 'text', 2),
        column('says', 'text', 4),
        column('source'),
      ],
      rows: rows.map((fact) => [
        fact.day,
        fact.kind,
        fact.personName,
        local(fact.unitName),
        local(fact.responsibilityName),
        [...Object.entries(fact.dimensions), ...Object.entries(fact.measures)]
          .map(([name, value]) => `${name} ${value}`)
          .join('; '),
        fact.source,
      ]),
      notes: [periodName({ from, until }), ...(hasMore ? [t('notes.firstFacts', { shown: rows.length })] : [])],
    },
  ]
}
