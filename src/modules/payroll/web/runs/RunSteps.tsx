import { Card } from '#ui/Card'
import { Steps, type Step } from '#ui/Steps'
import { usePhone } from '#web/page'
import { useWords } from '#web/words'
import type { PayRun } from '../../contract.ts'

/** Gather > compute > check > approve > pay > vouchers, and what holds the run up where it stands. */
export function RunSteps({ run }: { run: PayRun }) {
  const t = useWords('payroll')
  const isPhone = usePhone()
  const at = { draft: 0, calculating: 1, calculated: 2, submitted: 3, published: 5, cancelled: 0 }[run.state]
  const hasErrors = run.state === 'calculated' && run.blocking > 0
  const check = hasErrors
    ? t('runs.notes.blocking', { count: run.blocking })
    : run.openWarnings > 0
      ? t('runs.notes.open', { count: run.openWarnings })
      : at >= 2
        ? t('runs.notes.clean')
        : undefined
  const notes: Record<string, string | null | undefined> = {
    gather: t('runs.notes.gather'),
    check,
    approve: run.state === 'submitted' ? t('runs.notes.waiting') : run.submittedBy,
    pay: run.publishedBy,
  }
  const steps = ['gather', 'compute', 'check', 'approve', 'pay', 'vouchers'].map((id, place): Step => {
    const state = place < at ? 'done' : place > at ? 'next' : id === 'check' && hasErrors ? 'error' : 'now'
    const note = notes[id]
    return { id, title: t(`runs.steps.${id}`), state, ...(note ? { note } : {}) }
  })
  return (
    <Card>
      <Steps label={t('runs.steps.label')} steps={steps} isVertical={isPhone} />
    </Card>
  )
}
