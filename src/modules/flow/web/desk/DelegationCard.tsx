import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Status } from '#ui/Status'
import { useFormat } from '#web/format'
import { useCommand } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type Delegation } from '../../contract.ts'
import { windowOf } from './delegation-form.ts'

const colours = { open: 'green', planned: 'amber', closed: 'gray' } as const

/** One stand-in: who for whom, when, in what, and what may be changed. */
export function DelegationCard({ delegation, onChange }: { delegation: Delegation; onChange: () => void }) {
  const t = useWords('flow')
  const f = useFormat()
  const local = useLocal()
  const end = useCommand(routes.endDelegation, { done: t('desk.delegations.ended') })
  const { from, to, flows, atMost, mode, reason, state, may } = delegation
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium">
            {t('desk.delegations.line', { from: from.name, to: to.name })}
            <Status color={colours[state]} look="soft">
              {t(`desk.delegations.state.${state}`)}
            </Status>
          </p>
          <p className="mt-1">{t('desk.delegations.window', windowOf(delegation, f.dateTime))}</p>
          <p className="mt-1 text-sm text-muted">
            {[
              flows ? flows.map((flow) => local(flow.name)).join(t('inbox.comma')) : t('desk.delegations.allFlows'),
              atMost ? t('desk.delegations.atMost', { value: f.number(atMost.value) }) : '',
              t(`desk.delegations.mode.${mode}`),
              reason,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <div className="flex gap-2">
          {may.change && <Button onPress={onChange}>{t('desk.delegations.change')}</Button>}
          {may.end && (
            <Button
              variant="danger-quiet"
              isPending={end.isRunning}
              onPress={() => end.run({ delegationId: delegation.id, version: delegation.version })}
            >
              {t('desk.delegations.end')}
            </Button>
          )}
        </div>
      </div>
    </Card>
  )
}
