import { Progress } from '#ui/Progress'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'

/** Tells how far the work from the time the module was off has been counted; nothing when there is none. */
export function CatchUpNote() {
  const t = useWords('indicators')
  const { data } = useRead(routes.readCatchUp, {})
  if (!data?.running) return null
  const { done, total } = data.running
  return (
    <div role="status" className="rounded-lg border border-line bg-surface p-3">
      <Progress label={t('catchUp', { done, total })} showLabel value={done} max={Math.max(1, total)} />
    </div>
  )
}
