import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { SlipDetail } from '../../contract.ts'
import { periodText } from './period-text.ts'

/** An amount against that of the month before, in words: "¥200.00 less than in 2026-01". */
export function useDifference({ before }: Pick<SlipDetail, 'before'>): (fen: number, beforeFen: number) => string {
  const t = useWords('payroll')
  const { money } = useFormat()
  const period = before ? periodText(before.period, t) : ''
  return (fen, beforeFen) => {
    const by = fen - beforeFen
    if (by === 0) return t('slips.same', { period })
    return t(by > 0 ? 'slips.more' : 'slips.less', { period, amount: money(Math.abs(by)) })
  }
}
