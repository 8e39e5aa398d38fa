import { hasWord, useLocal, useWords } from '#web/words'
import type { PayQuestion } from '../../contract.ts'
import { lineKey } from '../../rules/line-key.ts'

/** What a question is about: a line of the slip, or all of it. */
export function useLineName(): (question: Pick<PayQuestion, 'lineCode' | 'lineName'>) => string {
  const t = useWords('payroll')
  const local = useLocal()
  return ({ lineCode, lineName }) => {
    if (lineCode === null) return t('questions.wholeSlip')
    if (lineName) return local(lineName)
    const key = `slips.lines.${lineKey(lineCode)}`
    return hasWord('payroll', key) ? t(key) : lineCode
  }
}
