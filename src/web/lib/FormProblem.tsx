import CircleAlert from 'lucide-react/icons/circle-alert'
import { Icon } from '#ui/Icon'
import type { RouteProblem } from './problem.ts'

/** A refusal of the whole form, read out as it appears. */
export function FormProblem({ problem }: { problem: RouteProblem | null }) {
  return (
    <div role="alert" className="empty:hidden">
      {problem && (
        <p className="flex items-start gap-2 rounded-md border border-red-line bg-red-soft px-3 py-2 text-red-text">
          <Icon as={CircleAlert} className="mt-0.5" />
          <span>{problem.detail}</span>
        </p>
      )}
    </div>
  )
}
