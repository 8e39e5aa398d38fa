import Ellipsis from 'lucide-react/icons/ellipsis'
import FilePen from 'lucide-react/icons/file-pen'
import PencilLine from 'lucide-react/icons/pencil-line'
import Undo2 from 'lucide-react/icons/undo-2'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { IconButton } from '#ui/IconButton'
import { Menu } from '#ui/Menu'
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
  onChange: () => void
  onCorrect: (versionId: string) => void
}

/** The versions of a thing, the newest first, with the three verbs: a further one, a corrected one, one taken back. */
export function VersionTimeline({ route, id, versions, mayEdit, onChange, onCorrect }: VersionTimelineProps) {
  const t = useWords('organisation')
  const today = useSession().tenant?.today ?? ''
  const withdraw = useCommand(route, { done: t('screens.withdrawn') })
  const last = versions.at(-1)
  const end = last?.until
    ? [{ id: 'end', title: t('screens.closed'), time: last.until, isAhead: last.until > today }]
    : []
  const verbsOf = (version: Version, at: number) => [
    {
      id: 'correct',
      title: t('screens.correct'),
      note: t('screens.correctNote'),
      icon: FilePen,
      onAction: () => onCorrect(version.versionId),
    },
    ...(at === 0 && version.from > today && versions.length > 1
      ? [
          {
            id: 'withdraw',
            title: t('screens.withdraw'),
            icon: Undo2,
            onAction: () => withdraw.run({ id, versionId: version.versionId }),
          },
        ]
      : []),
  ]
  return (
    <Card
      title={t('screens.history')}
      actions={
        mayEdit && (
          <Button size="sm" icon={PencilLine} onPress={onChange}>
            {t('screens.change')}
          </Button>
        )
      }
    >
      <Timeline
        label={t('screens.history')}
        entries={[
          ...end,
          ...versions.toReversed().map((version, at) => ({
            id: version.versionId,
            title: version.text,
            time: version.from,
            isAhead: version.from > today,
            children: mayEdit && (
              <span className="flex items-center justify-between gap-2">
                <span>
                  {version.until
                    ? t('screens.fromUntil', { from: version.from, until: version.until })
                    : t('screens.sinceDay', { from: version.from })}
                </span>
                <Menu label={t('screens.more')} groups={[{ items: verbsOf(version, at) }]} placement="bottom end">
                  <IconButton icon={Ellipsis} label={t('screens.verbsOf', { version: version.text })} size="sm" />
                </Menu>
              </span>
            ),
          })),
        ]}
      />
    </Card>
  )
}
