import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'
import type { Deed } from './deeds.ts'

export function Unmute({ deed, onClose }: { deed: Deed; onClose: (isDone: boolean) => void }) {
  const t = useWords('alarms')
  const unmute = useCommand(routes.unmuteAlarms, { done: t('act.unmuted'), onDone: () => onClose(true) })
  return (
    <Dialog
      isOpen
      size="sm"
      onOpenChange={(isOpen) => !isOpen && onClose(false)}
      title={`${t('act.unmute')} (${deed.alarms.length})`}
      footer={
        <>
          <Button onPress={() => onClose(false)}>{t('act.cancel')}</Button>
          <Button
            variant="primary"
            isPending={unmute.isRunning}
            onPress={() => unmute.run({ ids: deed.alarms.map((alarm) => alarm.id) })}
          >
            {t('act.unmute')}
          </Button>
        </>
      }
    />
  )
}
