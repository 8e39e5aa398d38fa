import { Button } from '#ui/Button'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { useCommand, useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type Reject } from '../contract.ts'
import { RowText } from './RowText.tsx'

/** Rows that could not be taken, each with its reason: mend the fields or what they name, then try them again. */
export function Rejects({ sourceId }: { sourceId: string }) {
  const t = useWords('sources')
  const rejects = useRead(routes.listRejects, { sourceId, limit: 50 })
  const replay = useCommand(routes.replayRejects, {
    done: ({ recorded, refused }) => t('rejects.replayed', { recorded, refused }),
  })
  const drop = useCommand(routes.dropRejects, { done: t('rejects.dropped') })
  return (
    <Await query={rejects} shape="table">
      {({ rows, total }) =>
        total === 0 ? (
          <p className="py-6 text-center text-muted">{t('rejects.none')}</p>
        ) : (
          <div className="flex flex-col gap-3">
            <span className="flex items-center justify-between gap-3">
              <span className="text-muted">{t('list.rejects', { count: total })}</span>
              <Button onPress={() => replay.run({ sourceId })} isPending={replay.isRunning}>
                {t('rejects.replay')}
              </Button>
            </span>
            <ul aria-label={t('rejects.label')} className="divide-y divide-line rounded-lg border border-line">
              {rows.map((reject) => (
                <RejectRow key={reject.id} reject={reject} onDrop={() => drop.run({ sourceId, ids: [reject.id] })} />
              ))}
            </ul>
          </div>
        )
      }
    </Await>
  )
}

function RejectRow({ reject, onDrop }: { reject: Reject; onDrop: () => void }) {
  const t = useWords('sources')
  const format = useFormat()
  return (
    <li className="flex items-start justify-between gap-3 px-3 py-2">
      <span className="flex min-w-0 flex-col gap-1">
        <span className="font-medium">{reject.detail}</span>
        <RowText row={reject.payload} />
        <span className="text-sm text-muted">{format.dateTime(reject.at)}</span>
      </span>
      <Button size="sm" variant="quiet" onPress={onDrop}>
        {t('rejects.drop')}
      </Button>
    </li>
  )
}
