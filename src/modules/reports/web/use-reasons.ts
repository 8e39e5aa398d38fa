import { useFormat } from '#web/format'
import { useLocal, useWords } from '#web/words'
import type { Gap, Reason } from '../contract.ts'
import { reasonKey } from '../rules/reason-key.ts'

/** Reasons in the reader's words, and the one sentence of what is done and what is missing. */
export function useReasons() {
  const t = useWords('reports')
  const people = useWords('people')
  const local = useLocal()
  const format = useFormat()
  const reason = (one: Reason) =>
    t(reasonKey(one), {
      name: local(one.name),
      absence: one.absence ? people(`absenceKinds.${one.absence}`) : '',
      count: one.count ?? 0,
    })
  const sentence = (fulfilmentPermille: number | null, gaps: readonly Gap[]) => {
    if (fulfilmentPermille === null) return t('sentence.none')
    const done = format.percent(fulfilmentPermille)
    if (gaps.length === 0) return t('sentence.all', { done })
    const parts = gaps.map((gap) =>
      t('sentence.part', { part: format.percent(gap.missingPermille), reason: reason(gap.reason) }),
    )
    return t('sentence.some', {
      done,
      missing: format.percent(1000 - fulfilmentPermille),
      parts: parts.join(t('sentence.and')),
    })
  }
  return { reason, sentence }
}
