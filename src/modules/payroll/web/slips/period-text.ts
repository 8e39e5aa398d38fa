import type { Say } from '#web/words'

/** `2026-10` as a month in the reader's words. */
export function periodText(period: string, t: Say): string {
  const [year = '', month = ''] = period.split('-')
  return t('slips.period', { year, month: Number(month), padded: month })
}
