import Laptop from 'lucide-react/icons/laptop'
import Smartphone from 'lucide-react/icons/smartphone'
import { Button } from '#ui/Button'
import { Icon } from '#ui/Icon'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { change, useCommand, useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'
import { deviceName } from './device.ts'

/** Where I am signed in, each with the way to end it. */
export function SessionList() {
  const t = useWords('base')
  const f = useFormat()
  const sessions = useRead(routes.listSessions, {})
  const end = useCommand(routes.endSession, {
    done: t('screens.me.ended'),
    optimistic: ({ sessionId }) => [
      change(routes.listSessions, {}, (rows) => rows.filter((row) => row.id !== sessionId)),
    ],
  })
  return (
    <Await query={sessions} shape="lines">
      {(rows) => (
        <ul className="divide-y divide-line">
          {rows.map((row) => (
            <li key={row.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
              <Icon as={/Mobile|Android|iPhone/.test(row.device) ? Smartphone : Laptop} className="text-muted" />
              <span className="min-w-0 flex-1">
                <span className="flex items-center gap-2 font-medium" title={row.device}>
                  {deviceName(row.device)}
                  {row.isThis && <Tag tone="green">{t('screens.me.this')}</Tag>}
                </span>
                <span className="block text-sm text-muted">
                  {t('screens.me.seen', {
                    address: row.address,
                    at: f.ago(row.seenAt),
                    since: f.dateTime(row.createdAt),
                  })}
                </span>
              </span>
              {!row.isThis && (
                <Button
                  size="sm"
                  isPending={end.input?.sessionId === row.id}
                  onPress={() => end.run({ sessionId: row.id })}
                >
                  {t('screens.me.end')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Await>
  )
}
