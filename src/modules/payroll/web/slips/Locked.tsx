import type { ReactNode } from 'react'
import Lock from 'lucide-react/icons/lock'
import { Button } from '#ui/Button'
import { Empty } from '#ui/Empty'
import type { SkeletonProps } from '#ui/Skeleton'
import { Await } from '#web/await'
import type { Read } from '#web/query'
import { useWords } from '#web/words'

/** Amounts: shown once the password was typed; who would rather not now finds them covered, with the way on. */
export function Locked<T>({
  query,
  shape = 'form',
  children,
}: {
  query: Read<T>
  shape?: SkeletonProps['shape']
  children: (value: T) => ReactNode
}) {
  const t = useWords('payroll')
  const isLocked = query.data === undefined && query.error?.code === 'base.confirm-password'
  if (!isLocked)
    return (
      <Await query={query} shape={shape}>
        {children}
      </Await>
    )
  return (
    <Empty
      icon={Lock}
      title={t('slips.hidden')}
      description={t('slips.hiddenWhy')}
      action={
        <Button variant="primary" isPending={query.isFetching} onPress={() => void query.refetch()}>
          {t('slips.show')}
        </Button>
      }
    />
  )
}
