import { useEffect, useState, type ReactNode } from 'react'
import RotateCw from 'lucide-react/icons/rotate-cw'
import CloudOff from 'lucide-react/icons/cloud-off'
import SearchX from 'lucide-react/icons/search-x'
import ShieldX from 'lucide-react/icons/shield-x'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { Button } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { Skeleton, type SkeletonProps } from '#ui/Skeleton'
import { isPassing, type RouteProblem } from './problem.ts'
import type { Read } from './query.ts'
import { useWords } from './words.ts'

type AwaitProps<T> = {
  query: Read<T>
  children: (value: T) => ReactNode
  /** The outline shown while waiting. */
  shape?: SkeletonProps['shape']
  count?: number
  /** Instead of `children` when the answer is an empty list. */
  empty?: ReactNode
}

/** Waiting, failing and an empty list, so that a screen only draws what came. */
export function Await<T>({ query, children, shape = 'table', count, empty }: AwaitProps<T>) {
  if (query.data !== undefined) {
    if (empty !== undefined && Array.isArray(query.data) && query.data.length === 0) return empty
    return (
      <div className={query.isPlaceholderData ? 'opacity-60 transition-opacity' : 'contents'}>
        {children(query.data)}
      </div>
    )
  }
  if (query.error) return <ProblemNote problem={query.error} onAgain={() => void query.refetch()} />
  return (
    <Patient>
      <Skeleton shape={shape} {...(count ? { count } : {})} />
    </Patient>
  )
}

/** A refusal in the place of what was asked for, with the way on. */
export function ProblemNote({ problem, onAgain }: { problem: RouteProblem; onAgain?: () => void }) {
  const t = useWords('web')
  return (
    <div role="alert">
      <Empty
        icon={iconOf(problem)}
        title={problem.detail}
        description={
          problem.code === 'base.unexpected'
            ? t('problem.number', { id: String(problem.facts['requestId'] ?? '') })
            : undefined
        }
        action={
          onAgain &&
          problem.status !== 403 && (
            <Button icon={RotateCw} onPress={onAgain}>
              {t('problem.again')}
            </Button>
          )
        }
      />
    </div>
  )
}

/** Draws after 200 ms, so that fast answers don't flicker. */
function Patient({ children }: { children: ReactNode }) {
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), 200)
    return () => clearTimeout(timer)
  }, [])
  return isDue ? children : null
}

function iconOf(problem: RouteProblem) {
  if (isPassing(problem)) return CloudOff
  if (problem.status === 404) return SearchX
  return problem.status === 403 ? ShieldX : TriangleAlert
}
