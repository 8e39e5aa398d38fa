import { useState } from 'react'
import { PersonPicker } from '#screens/organisation'
import { Blocked } from '#ui/Blocked'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Checkbox } from '#ui/Checkbox'
import { TextField } from '#ui/TextField'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes, type Held } from '../../contract.ts'

/** To whom, and all at once; until then nobody leaves. */
export function HandOverForm({ held }: { held: Held }) {
  const t = useWords('flow')
  const [toId, setTo] = useState(held.suggested?.id ?? null)
  const [inDefinitions, setInDefinitions] = useState(true)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const handOver = useCommand(routes.handOver, { done: (output) => t('desk.handOver.done', { ...output }) })
  return (
    <>
      <Blocked
        title={t('desk.handOver.blocks')}
        rule={t('desk.handOver.blocksRule', { count: held.total })}
        person={t('desk.handOver.blocksPerson')}
        deadline={t('desk.handOver.blocksDeadline')}
      />
      <Card
        footer={
          <Button
            variant="primary"
            isPending={handOver.isRunning}
            onPress={() => {
              setTried(true)
              if (!toId) return
              handOver.run({ personId: held.person.id, toId, inDefinitions, reason: reason.trim() })
            }}
          >
            {t('desk.handOver.do', { count: held.total })}
          </Button>
        }
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <PersonPicker
            label={t('desk.handOver.to')}
            isRequired
            {...(held.suggested ? { description: t('desk.handOver.suggested', { name: held.suggested.name }) } : {})}
            value={toId}
            onChange={setTo}
            errorMessage={isTried && !toId ? t('desk.handOver.toMissing') : undefined}
          />
          <TextField label={t('desk.handOver.reason')} maxLength={500} value={reason} onChange={setReason} />
          {held.definitions.length > 0 && (
            <Checkbox
              value={inDefinitions}
              onChange={setInDefinitions}
              description={t('desk.handOver.inDefinitionsNote')}
            >
              {t('desk.handOver.inDefinitions')}
            </Checkbox>
          )}
        </div>
      </Card>
    </>
  )
}
