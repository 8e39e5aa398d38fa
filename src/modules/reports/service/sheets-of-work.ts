import { figureCell, unitOfColumn } from './sheet-figures.ts'
import { readPersonReport } from './person-report.ts'
import { absencesIn, gapSentence, part, periodName, reasonText, scopeOf, speechOf, trendSheet } from './sheet-words.ts'
import type { Sheets } from './sheets.ts'
import { readUnitReport } from './unit-report.ts'

/** Somebody's fulfilment report; one's own when nobody is named. */
export const personSheets: Sheets = async (ctx, ask) => {
  const speech = speechOf(ctx)
  const { t, local, column } = speech
  const { period, day } = scopeOf(ask)
  const absences = absencesIn(ctx)
  const report = await readPersonReport(ctx, { personId: ask.personId ?? 'me', period, day })
  return [
    {
      title: t('person.title', { name: report.person.name }),
      lead: gapSentence(speech, report.fulfilmentPermille, report.gaps, absences),
      columns: [
        column('responsibility', 'text', 3),
        column('weight', 'percent'),
        column('fulfilment', 'percent'),
        column('missing', 'percent'),
        column('why', 'text', 4),
      ],
      rows: report.responsibilities.map((one) => [
        local(one.name),
        part(one.weightPermille),
        part(one.fulfilmentPermille),
        part(one.missingPermille),
        one.reasons.map((reason) => reasonText(speech, reason, absences)).join('; '),
      ]),
      notes: [periodName(report.period), [report.person.number, local(report.person.unitName)].join(' ')],
    },
    {
      title: t('parts.indicators'),
      columns: [
        column('responsibility', 'text', 2),
        column('indicator', 'text', 2),
        column('value', 'number'),
        column('target', 'number'),
        column('measuredIn'),
        column('state'),
      ],
      rows: report.responsibilities.flatMap((one) =>
        one.indicators.map((indicator) => [
          local(one.name),
          local(indicator.name),
          figureCell(indicator.value, indicator.unit),
          figureCell(indicator.target, indicator.unit),
          unitOfColumn(indicator.unit),
          t(`lights.${indicator.light}`),
        ]),
      ),
      notes: [],
    },
    trendSheet(speech, report.trend),
  ]
}

/** The fulfilment report of a unit, or of everybody the reader may see. */
export const unitSheets: Sheets = async (ctx, ask) => {
  const speech = speechOf(ctx)
  const { t, local, column } = speech
  const absences = absencesIn(ctx)
  const report = await readUnitReport(ctx, scopeOf(ask))
  const title = report.unit ? t('unit.title', { name: local(report.unit.name) }) : t('unit.all')
  const notes = [periodName(report.period), t('unit.people', { count: report.people })]
  if (report.isSmall) return [{ title, lead: t('notes.small'), columns: [column('responsibility')], rows: [], notes }]
  return [
    {
      title,
      lead: gapSentence(speech, report.fulfilmentPermille, report.gaps, absences),
      columns: [
        column('responsibility', 'text', 3),
        column('people', 'number'),
        column('fulfilment', 'percent'),
        column('missing', 'percent'),
      ],
      rows: report.responsibilities.map((one) => [
        local(one.name),
        one.people,
        part(one.fulfilmentPermille),
        part(one.missingPermille),
      ]),
      notes,
    },
    {
      title: t('parts.gaps'),
      columns: [column('why', 'text', 4), column('missing', 'percent'), column('people', 'number')],
      rows: report.gaps.map((gap) => [
        reasonText(speech, gap.reason, absences),
        part(gap.missingPermille),
        gap.people < 5 ? null : gap.people,
      ]),
      notes: [t('notes.firstReason')],
    },
    trendSheet(speech, report.trend),
  ]
}
