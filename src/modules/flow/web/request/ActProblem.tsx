import TriangleAlert from 'lucide-react/icons/triangle-alert'
import X from 'lucide-react/icons/x'
import { Icon } from '#ui/Icon'
import { IconButton } from '#ui/IconButton'
import { useWords } from '#web/words'
import type { Act } from './use-act.ts'

/** Why something was not taken, such as somebody having decided before; what stands now is on the page already. */
export function ActProblem({ act }: { act: Act }) {
  const t = useWords('flow')
  if (!act.problem) return null
  return (
    <div role="alert" className="flex items-start gap-3 rounded-lg border border-red-line bg-red-soft px-4 py-3">
      <Icon as={TriangleAlert} className="mt-0.5 shrink-0 text-red-text" />
      <div className="min-w-0 flex-1">
        <p className="font-medium text-red-text">{act.problem.detail}</p>
        {act.problem.status === 409 && <p className="mt-0.5 text-sm">{t('request.nowShown')}</p>}
      </div>
      <IconButton size="sm" icon={X} label={t('request.dismiss')} onPress={act.clear} />
    </div>
  )
}
