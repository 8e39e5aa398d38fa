import { useState } from 'react'
import type { Output } from '#core/contract'
import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { Steps, type Step } from '#ui/Steps'
import { TextArea } from '#ui/TextArea'
import { FormProblem } from '#web/form'
import { useFormat } from '#web/format'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'
import { stateOrder } from './tones.ts'

type Detail = Output<typeof routes.readRound>
type To = 'open' | 'scored' | 'calibrated' | 'confirmed' | 'frozen'

/** Where a round stands, and the step onward or back. */
export function RoundSteps({ round }: { round: Detail }) {
  const t = useWords('performance')
  const f = useFormat()
  const [to, setTo] = useState<To | null>(null)
  const recompute = useCommand(routes.recomputeRound, {
    done: (output) => t('round.recomputed', { count: output.changed }),
  })
  const at = stateOrder.indexOf(round.state)
  const [back, next] = [stateOrder[at - 1], stateOrder[at + 1]]
  const isFrozen = round.state === 'frozen'
  const steps = stateOrder.map((state, n): Step => ({
    id: state,
    title: t(`states.${state}`),
    state: n < at || isFrozen ? 'done' : n === at ? 'now' : 'next',
  }))
  const mayNext = next === 'frozen' ? round.may.freeze : next !== undefined && round.may.calibrate
  return (
    <div className="flex flex-col gap-3">
      <Steps label={t('round.course')} steps={steps} />
      <div className="flex flex-wrap items-center gap-2">
        {mayNext && next && (
          <Button variant="primary" onPress={() => setTo(next)}>
            {t(`move.${next}`)}
          </Button>
        )}
        {round.may.calibrate && back && (
          <Button onPress={() => setTo(back)}>{t('move.back', { state: t(`states.${back}`) })}</Button>
        )}
        {round.may.calibrate && (
          <Button variant="quiet" isPending={recompute.isRunning} onPress={() => recompute.run({ roundId: round.id })}>
            {t('round.recompute')}
          </Button>
        )}
        {round.computedAt && (
          <span className="text-sm text-muted">{t('round.computed', { when: f.ago(round.computedAt) })}</span>
        )}
      </div>
      {to && <MoveDialog round={round} to={to} isBack={to === back} onClose={() => setTo(null)} />}
    </div>
  )
}

function MoveDialog({ round, to, isBack, onClose }: { round: Detail; to: To; isBack: boolean; onClose: () => void }) {
  const t = useWords('performance')
  const [reason, setReason] = useState('')
  const options = { done: t('move.done'), onDone: onClose, showsProblem: () => true }
  const move = useCommand(routes.moveRound, options)
  const freeze = useCommand(routes.freezeRound, options)
  const command = to === 'frozen' ? freeze : move
  const run = () => {
    const about = { roundId: round.id, version: round.version }
    if (to === 'frozen') freeze.run(about)
    else move.run({ ...about, to, reason })
  }
  return (
    <Dialog
      title={isBack ? t('move.back', { state: t(`states.${to}`) }) : t(`move.${to}`)}
      description={t(isBack ? 'move.backLead' : `move.${to}Lead`)}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t('deeds.close')}</Button>
          <Button variant="primary" isPending={command.isRunning} onPress={run}>
            {t('move.do')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {to !== 'frozen' && (
          <TextArea label={t('move.reason')} rows={2} value={reason} onChange={setReason} isRequired={isBack} />
        )}
        <FormProblem problem={command.problem} />
      </div>
    </Dialog>
  )
}
