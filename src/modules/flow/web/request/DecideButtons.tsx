import Check from 'lucide-react/icons/check'
import Hand from 'lucide-react/icons/hand'
import Send from 'lucide-react/icons/send'
import X from 'lucide-react/icons/x'
import { Button } from '#ui/Button'
import { usePhone } from '#web/page'
import { useWords } from '#web/words'
import type { Decision } from './use-decision.ts'

/** The one or two deeds that end my part: approve and reject, answer, send, or claim. */
export function DecideButtons({ decision }: { decision: Decision }) {
  const t = useWords('flow')
  const isPhone = usePhone()
  const { task, act, isBusy, mayFill } = decision
  const size = isPhone ? ('lg' as const) : ('md' as const)
  const common = { size, isBlock: isPhone, isPending: isBusy }
  if (mayFill)
    return (
      <Button {...common} variant="primary" icon={Send} onPress={decision.submit}>
        {t(task ? 'request.act.submitAgain' : 'request.act.submit')}
      </Button>
    )
  if (!task) return null
  if (task.may.claim)
    return (
      <Button {...common} variant="primary" icon={Hand} onPress={() => act.run({ do: 'claim', task: task.id })}>
        {t('request.act.claim')}
      </Button>
    )
  if (task.may.answer)
    return (
      <Button {...common} variant="primary" icon={Send} onPress={decision.answer}>
        {t('request.act.answer')}
      </Button>
    )
  return (
    <div className={isPhone ? 'grid auto-cols-fr grid-flow-col gap-3' : 'flex flex-wrap gap-2'}>
      {task.may.reject && (
        <Button
          size={size}
          isBlock={isPhone}
          isDisabled={isBusy}
          variant="danger-quiet"
          icon={X}
          onPress={() => decision.decide('reject')}
        >
          {t('request.act.reject')}
        </Button>
      )}
      {task.may.approve && (
        <Button {...common} variant="primary" icon={Check} onPress={() => decision.decide('approve')}>
          {t(task.stepKind === 'transact' ? 'request.act.done' : 'request.act.approve')}
        </Button>
      )}
    </div>
  )
}
