import { useState } from 'react'
import Ellipsis from 'lucide-react/icons/ellipsis'
import { Button } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { Menu } from '#ui/Menu'
import { later } from '#web/later'
import { useCommand } from '#web/query'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { routes, type PayRun } from '../../contract.ts'

const RunReason = later(async () => (await import('./RunReason.tsx')).RunReason)
const PublishSheet = later(async () => (await import('./PublishSheet.tsx')).PublishSheet)
export type Asked = 'return' | 'cancel' | 'lock' | 'unlock'

/** What else can be done with a run: in a menu, each with its reason. */
export function RunMenu({ run }: { run: PayRun }) {
  const t = useWords('payroll')
  const may = useMay()
  const [asked, setAsked] = useState<Asked | null>(null)
  const isStanding = run.state === 'draft' || run.state === 'calculated' || run.state === 'submitted'
  if (!may('payroll.run') || !isStanding) return null
  const deeds: Asked[] = [run.isLocked ? 'unlock' : 'lock', 'cancel']
  return (
    <>
      <Menu
        label={t('runs.do.more')}
        groups={[{ items: deeds.map((id) => ({ id, title: t(`runs.do.${id}`), onAction: () => setAsked(id) })) }]}
      >
        <IconButton icon={Ellipsis} label={t('runs.do.more')} />
      </Menu>
      {asked && <RunReason run={run} deed={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

/** What takes a run further from where it stands. */
export function RunDeeds({ run }: { run: PayRun }) {
  const t = useWords('payroll')
  const may = useMay()
  const [asked, setAsked] = useState<'return' | 'publish' | null>(null)
  const calculate = useCommand(routes.calculateRun, { done: t('runs.done.calculate') })
  const stop = useCommand(routes.stopRun, { done: t('runs.done.stop') })
  const submit = useCommand(routes.submitRun, { done: t('runs.done.submit') })
  const { id: runId, version, state } = run
  const mayRun = may('payroll.run')
  const mayCompute = mayRun && (state === 'draft' || state === 'calculated') && !run.isLocked
  return (
    <>
      {mayCompute && (
        <Button
          variant={state === 'draft' ? 'primary' : 'secondary'}
          isPending={calculate.isRunning}
          onPress={() => calculate.run({ runId })}
        >
          {t(state === 'draft' ? 'runs.do.calculate' : 'runs.do.again')}
        </Button>
      )}
      {mayRun && state === 'calculating' && (
        <Button isPending={stop.isRunning} onPress={() => stop.run({ runId })}>
          {t('runs.do.stop')}
        </Button>
      )}
      {mayRun && state === 'calculated' && (
        <Button
          variant="primary"
          isDisabled={run.blocking > 0 || run.openWarnings > 0}
          isPending={submit.isRunning}
          onPress={() => submit.run({ runId, version })}
        >
          {t('runs.do.submit')}
        </Button>
      )}
      {may('payroll.publish') && state === 'submitted' && (
        <>
          <Button onPress={() => setAsked('return')}>{t('runs.do.return')}</Button>
          <Button variant="primary" onPress={() => setAsked('publish')}>
            {t('runs.do.publish')}
          </Button>
        </>
      )}
      {asked === 'publish' && <PublishSheet run={run} onClose={() => setAsked(null)} />}
      {asked === 'return' && <RunReason run={run} deed={asked} onClose={() => setAsked(null)} />}
    </>
  )
}
