import { readFigureNumber, readTrend } from './figures.ts'
import { readRanking } from './ranking.ts'
import { part, percentText, periodName, scopeOf, speechOf, trendSheet } from './sheet-words.ts'
import type { Sheets } from './sheets.ts'
import { readWorkload } from './workload.ts'

const mostRows = 500

export const figureSheets: Sheets = async (ctx, ask) => {
  const { t, column } = speechOf(ctx)
  const found = await readFigureNumber(ctx, { ...scopeOf(ask), figure: ask.figure ?? 'fulfilment' })
  const kind = found.figure === 'fulfilment' ? 'percent' : 'number'
  const value = (figure: number | null) => (kind === 'percent' ? part(figure) : figure)
  return [
    {
      title: t(`figures.${found.figure}`),
      columns: [
        column('figure', 'text', 2),
        column('period', 'text', 2),
        column('people', 'number'),
        column('value', kind),
        column('change', kind),
      ],
      rows: [
        [t(`figures.${found.figure}`), periodName(found.period), found.people, value(found.value), value(found.change)],
      ],
      notes: [],
    },
  ]
}

export const trendSheets: Sheets = async (ctx, ask) => {
  const trend = await readTrend(ctx, { ...scopeOf(ask), periods: 12 })
  return [trendSheet(speechOf(ctx), trend.points)]
}

export const rankingSheets: Sheets = async (ctx, ask) => {
  const { t, local, column } = speechOf(ctx)
  const ranking = await readRanking(ctx, scopeOf(ask))
  return [
    {
      title: t('parts.ranking'),
      columns: [
        column('rank', 'number'),
        column('unit', 'text', 3),
        column('people', 'number'),
        column('fulfilment', 'percent'),
        column('change', 'percent'),
        column('mostChanged', 'text', 3),
        column('behind', 'number'),
        column('lateTasks', 'number'),
      ],
      rows: ranking.rows.map((row) => [
        row.rank,
        local(row.name),
        row.people,
        part(row.fulfilmentPermille),
        part(row.changePermille),
        row.mostChanged
          ? `${local(row.mostChanged.name)} ${row.mostChanged.changePermille > 0 ? '+' : ''}${percentText(row.mostChanged.changePermille)}`
          : null,
        row.isSmall ? null : row.behind,
        row.isSmall ? null : row.lateTasks,
      ]),
      notes: [
        t('notes.compared', { period: periodName(ranking.comparedWith) }),
        ...(ranking.rows.some((row) => row.isSmall) ? [t('notes.small')] : []),
        ...(ranking.rows.length === 0 ? [t('ranking.empty')] : []),
      ],
    },
  ]
}

export const workloadSheets: Sheets = async (ctx, ask) => {
  const { t, local, column } = speechOf(ctx)
  const load = await readWorkload(ctx, { unitId: ask.unitId, limit: mostRows })
  return [
    {
      title: t('parts.workload'),
      columns: [
        column('person', 'text', 2),
        column('unit', 'text', 2),
        column('capacity', 'number'),
        column('hours', 'number'),
        column('utilisation', 'percent'),
        column('openTasks', 'number'),
        column('lateTasks', 'number'),
        column('standsOut', 'text', 3),
      ],
      rows: load.rows.map((row) => [
        row.name,
        local(row.unitName),
        row.capacityHours,
        row.hours,
        part(row.utilisationPermille),
        row.openTasks,
        row.lateTasks,
        row.signals.map(({ kind, value, against }) => t(`signals.${kind}`, { value, against })).join(' '),
      ]),
      notes: [
        t('notes.week', { period: periodName(load.week) }),
        t('notes.noScore'),
        ...(load.hasHours ? [] : [t('notes.noHours')]),
      ],
    },
  ]
}
