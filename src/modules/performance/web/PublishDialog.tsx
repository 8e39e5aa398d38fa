import { useState } from 'react'
import { monthStart } from '#core/calendar'
import { Button } from '#ui/Button'
import { DateField } from '#ui/DateField'
import { Dialog } from '#ui/Dialog'
import { FormProblem } from '#web/form'
import { useCommand } from '#web/query'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes, type SchemeDetail } from '../contract.ts'

export function PublishDialog({ scheme, onClose }: { scheme: SchemeDetail; onClose: () => void }) {
  const t = useWords('performance')
  const [from, setFrom] = useState<string | null>(monthStart(useSession().tenant?.today ?? '2026-01-01'))
  const publish = useCommand(routes.publishScheme, {
    done: t('publish.done'),
    onDone: onClose,
    showsProblem: () => true,
  })
  return (
    <Dialog
      title={t('scheme.publish')}
      description={t('publish.lead')}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t('deeds.close')}</Button>
          <Button
            variant="primary"
            isDisabled={from === null}
            isPending={publish.isRunning}
            onPress={() => from && publish.run({ schemeId: scheme.id, version: scheme.version, from })}
          >
            {t('scheme.publish')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <DateField label={t('publish.from')} value={from} onChange={setFrom} isRequired />
        <FormProblem problem={publish.problem} />
      </div>
    </Dialog>
  )
}
