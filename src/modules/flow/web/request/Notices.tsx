import Bell from 'lucide-react/icons/bell'
import { Blocked } from '#ui/Blocked'
import { Button } from '#ui/Button'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { MyTask, RequestDetail } from '../../contract.ts'
import { useNow } from './due.ts'
import { noteText, stepCalled } from './sentences.ts'
import type { Act } from './use-act.ts'

type Props = { request: RequestDetail; task: MyTask | undefined; act: Act }

/** Why it does not go on, who can free it and by when. */
export function Notices({ request, task, act }: Props) {
  return (
    <>
      {request.troubles.map((trouble) => (
        <Stuck key={trouble.step} request={request} trouble={trouble} act={act} />
      ))}
      {!task && request.status === 'running' && request.at.length > 0 && request.troubles.length === 0 && (
        <Waits request={request} act={act} />
      )}
    </>
  )
}

function Stuck({ request, trouble, act }: Omit<Props, 'task'> & { trouble: RequestDetail['troubles'][number] }) {
  const t = useWords('flow')
  return (
    <Blocked
      title={t('request.stuck', { step: trouble.stepName })}
      rule={noteText(trouble.code, trouble.stepName, t) || t('request.note.stuck', { step: trouble.stepName })}
      person={t('request.stuckPerson')}
      deadline={t('request.stuckDeadline')}
      action={
        request.may.resume && (
          <Button isPending={act.isRunning} onPress={() => act.run({ do: 'resume' })}>
            {t('request.act.resume')}
          </Button>
        )
      }
    />
  )
}

/** The next move is somebody else's: who, since when, until when, and a nudge. */
function Waits({ request, act }: Omit<Props, 'task'>) {
  const t = useWords('flow')
  const f = useFormat()
  const names = request.at.flatMap(({ people }) => people.map(({ name }) => name))
  const due = request.at.flatMap(({ dueAt }) => (dueAt ? [dueAt] : [])).toSorted()[0]
  return (
    <Blocked
      title={t('request.waits', {
        step: request.at.map(({ step, stepName }) => stepCalled(step, stepName, t)).join(t('inbox.comma')),
      })}
      rule={t('request.waitsRule')}
      person={names.join(t('inbox.comma')) || t('request.nobodyYet')}
      deadline={due ? f.dateTime(due) : t('inbox.due.none')}
      action={request.may.urge.length > 0 && <Urge request={request} act={act} />}
    />
  )
}

/** A nudge for all who are late; not again before its time. */
function Urge({ request, act }: Omit<Props, 'task'>) {
  const t = useWords('flow')
  const f = useFormat()
  const now = useNow()
  const ready = request.may.urge.filter(({ from }) => Date.parse(from) <= now)
  const from = request.may.urge.map((one) => one.from).toSorted()[0]
  return (
    <div className="flex flex-col items-end gap-1">
      <Button
        icon={Bell}
        isDisabled={ready.length === 0}
        isPending={act.isRunning}
        onPress={() => {
          for (const { task } of ready) act.run({ do: 'urge', task })
        }}
      >
        {t('request.act.urge')}
      </Button>
      {ready.length === 0 && from && (
        <span className="text-sm text-muted">{t('request.urgeFrom', { time: f.time(from) })}</span>
      )}
    </div>
  )
}
