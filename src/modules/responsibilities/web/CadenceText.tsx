import type { Cadence } from '#core/cadence'
import { useWords, type Say } from '#web/words'

/** A cadence as a sentence: 每周 5 次，最后一个工作日 18:00 前. */
export function CadenceText({ cadence }: { cadence: Cadence }) {
  return <>{cadenceText(useWords('responsibilities'), cadence)}</>
}

/** The same as text; `t` speaks the words of this module. */
export function cadenceText(t: Say, { every, times, dueTime, dueWorkday }: Cadence): string {
  const cadence = t(`cadence.${every}`, { count: times, time: dueTime })
  if (every === 'workday' || every === 'shift') return cadence
  const values = { cadence, time: dueTime, nth: Math.abs(dueWorkday) }
  if (dueWorkday === -1) return t('cadence.byLast', values)
  return t(dueWorkday < 0 ? 'cadence.byLastBut' : 'cadence.byNth', values)
}
