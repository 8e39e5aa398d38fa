import { pick, type LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import { say } from '#kernel/i18n'
import type { Gap, Period, Point, Reason } from '../contract.ts'
import { reasonKey } from '../rules/reason-key.ts'
import type { Ask, Cell, Column, Sheet } from './sheets.ts'

/** The words a sheet is written in: of the reader. */
export function speechOf(ctx: Context) {
  const t = (key: string, facts?: Readonly<Record<string, unknown>>) => say(ctx.language, `reports.${key}`, facts)
  const local = (text: LocalText | null | undefined) => pick(text, ctx.language)
  const column = (key: string, kind: Column['kind'] = 'text', share = 1): Column => ({
    title: t(`columns.${key}`),
    kind,
    share,
  })
  return { t, local, column }
}
export type Speech = ReturnType<typeof speechOf>

/** Permille as a part for a column of percents. */
export function part(permille: number | null): Cell {
  return permille === null ? null : permille / 1000
}

export function percentText(permille: number): string {
  return `${Math.round(permille / 10)}%`
}

/** Filters every part takes; a month when nobody says. */
export function scopeOf({ unitId, responsibilityId, period, day }: Ask) {
  return { unitId, responsibilityId, period: period ?? ('month' as const), day }
}

export function periodName({ from, until }: Pick<Period, 'from' | 'until'>): string {
  return `${from} – ${new Date(Date.parse(until) - 86_400_000).toISOString().slice(0, 10)}`
}

export function reasonText({ t, local }: Speech, reason: Reason, absences: (kind: string) => string): string {
  return t(reasonKey(reason), {
    name: local(reason.name),
    absence: reason.absence ? absences(reason.absence) : '',
    count: reason.count ?? 0,
  })
}

/** "80 % of the work is done; the missing 20 %: 12 % for lack of …, 8 % …". */
export function gapSentence(
  speech: Speech,
  fulfilmentPermille: number | null,
  gaps: readonly Gap[],
  absences: (kind: string) => string,
): string {
  const { t } = speech
  if (fulfilmentPermille === null) return t('sentence.none')
  if (gaps.length === 0) return t('sentence.all', { done: percentText(fulfilmentPermille) })
  const parts = gaps.map((gap) =>
    t('sentence.part', {
      part: percentText(gap.missingPermille),
      reason: reasonText(speech, gap.reason, absences),
    }),
  )
  return t('sentence.some', {
    done: percentText(fulfilmentPermille),
    missing: percentText(1000 - fulfilmentPermille),
    parts: parts.join(t('sentence.and')),
  })
}

export function absencesIn(ctx: Context): (kind: string) => string {
  return (kind) => say(ctx.language, `people.absenceKinds.${kind}`)
}

export function trendSheet(speech: Speech, points: readonly Point[]): Sheet {
  const { t, column } = speech
  return {
    title: t('parts.trend'),
    columns: [column('period', 'text', 2), column('fulfilment', 'percent')],
    rows: points.map((point) => [periodName(point), part(point.fulfilmentPermille)]),
    notes: [],
  }
}
