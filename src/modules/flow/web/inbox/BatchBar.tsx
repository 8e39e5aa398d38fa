import { useState } from 'react'
import Check from 'lucide-react/icons/check'
import X from 'lucide-react/icons/x'
import { Button } from '#ui/Button'
import { Checkbox } from '#ui/Checkbox'
import { later } from '#web/later'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes, type InboxRow } from '../../contract.ts'

const RejectMany = later(async () => (await import('./RejectMany.tsx')).RejectMany)
const RefusedMany = later(async () => (await import('./RefusedMany.tsx')).RefusedMany)

type Props = {
  rows: readonly InboxRow[]
  picked: readonly InboxRow[]
  onPick: (rows: readonly InboxRow[]) => void
  onDone: () => void
}
type Refused = { row: InboxRow | undefined; detail: string }

/** Decides several at once. Mandatory steps are never among them. */
export function BatchBar({ rows, picked, onPick, onDone }: Props) {
  const t = useWords('flow')
  const [isRejecting, setRejecting] = useState(false)
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const decide = useCommand(routes.decideMany, {
    done: ({ done }, { decision }) =>
      done > 0 ? t(`inbox.batch.${decision === 'approve' ? 'approved' : 'rejected'}`, { count: done }) : '',
    onDone: (answer) => {
      setRejecting(false)
      setRefused(
        answer.refused.map((one) => ({ detail: one.detail, row: rows.find((row) => row.requestId === one.requestId) })),
      )
      onDone()
    },
  })
  const may = rows.filter((row) => row.task?.isBatchable)
  const own = rows.length - may.length
  const run = (decision: 'approve' | 'reject', opinion?: string) =>
    decide.run({
      decision,
      ...(opinion ? { opinion } : {}),
      tasks: picked.map((row) => ({ requestId: row.requestId, task: row.task?.id ?? '', dataRev: row.dataRev })),
    })
  return (
    <>
      {may.length > 1 && (
        <div
          role="group"
          aria-label={t('inbox.batch.label')}
          className="sticky top-0 z-10 flex min-h-12 flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-surface px-3 py-2 sm:pl-5"
        >
          <Checkbox
            value={picked.length === may.length}
            isIndeterminate={picked.length > 0 && picked.length < may.length}
            onChange={(isAll) => onPick(isAll ? may.slice(0, mostAtOnce) : [])}
          >
            {picked.length > 0 ? t('inbox.batch.chosen', { count: picked.length }) : t('inbox.batch.all')}
          </Checkbox>
          {own > 0 && <span className="text-sm text-muted">{t('inbox.batch.own', { count: own })}</span>}
          {picked.length > 0 && (
            <div className="ml-auto flex gap-2">
              <Button icon={X} onPress={() => setRejecting(true)} isDisabled={decide.isRunning}>
                {t('inbox.batch.reject')}
              </Button>
              <Button variant="primary" icon={Check} onPress={() => run('approve')} isPending={decide.isRunning}>
                {t('inbox.batch.approve', { count: picked.length })}
              </Button>
            </div>
          )}
        </div>
      )}
      {isRejecting && (
        <RejectMany
          count={picked.length}
          isRunning={decide.isRunning}
          onReject={(opinion) => run('reject', opinion)}
          onClose={() => setRejecting(false)}
        />
      )}
      {refused.length > 0 && <RefusedMany refused={refused} onClose={() => setRefused([])} />}
    </>
  )
}

/** As many as the route takes. */
const mostAtOnce = 100
