import Undo2 from 'lucide-react/icons/undo-2'
import { Button } from '#ui/Button'
import { Timeline } from '#ui/Timeline'
import { useCommand } from '#web/query'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'

type Version = { versionId: string; from: string; until: string | null; text: string }
export type VersionTimelineProps = {
  route: typeof routes.withdrawUnit | typeof routes.withdrawPosition
  id: string
  versions: readonly Version[]
  mayEdit: boolean
}

/** The versions of a thing, the newest first; one that is still to come can be taken back. */
export function VersionTimeline({ route, id, versions, mayEdit }: VersionTimelineProps) {
  const t = useWords('organisation')
  const today = useSession().tenant?.today ?? ''
  const withdraw = useCommand(route, { done: t('screens.withdrawn') })
  const last = versions.at(-1)
  const end = last?.until
    ? [{ id: 'end', title: t('screens.closed'), time: last.until, isAhead: last.until > today }]
    : []
  return (
    <Timeline
      label={t('screens.history')}
      entries={[
        ...end,
        ...versions.toReversed().map((version, at) => ({
          id: version.versionId,
          title: version.text,
          time: version.from,
          isAhead: version.from > today,
          children: mayEdit && at === 0 && version.from > today && versions.length > 1 && (
            <Button
              size="sm"
              variant="quiet"
              icon={Undo2}
              isPending={withdraw.isRunning}
              onPress={() => withdraw.run({ id, versionId: version.versionId })}
            >
              {t('screens.withdraw')}
            </Button>
          ),
        })),
      ]}
    />
  )
}
