import type { PersonAccess } from '#contract/base'
import { Button } from '#ui/Button'
import { AccessChanges } from '#screens/base'
import { useWords } from '#web/words'

type AccessPreviewProps = {
  isRunning: boolean
  /** Undefined until somebody has asked. */
  people: readonly PersonAccess[] | undefined
  onAsk: () => void
}

/** Asks before a change who would gain and who would lose access by it. */
export function AccessPreview({ isRunning, people, onAsk }: AccessPreviewProps) {
  const t = useWords('organisation')
  return (
    <div className="flex flex-col gap-2">
      <span>
        <Button size="sm" onPress={onAsk} isPending={isRunning}>
          {t('screens.access.ask')}
        </Button>
      </span>
      {people && <AccessChanges people={people} />}
    </div>
  )
}
