import { lazy, Suspense, useState } from 'react'
import BellIcon from 'lucide-react/icons/bell'
import { Badge } from '#ui/Badge'
import { IconButton } from '#ui/IconButton'
import { Popover } from '#ui/Popover'
import { Spinner } from '#ui/Spinner'
import { useSession } from '#web/session'
import { useWords } from '#web/words'

const News = lazy(() => import('./News.tsx'))

/** How much is new, and the list of it behind the bell. */
export function Bell() {
  const t = useWords('web')
  const { unread } = useSession()
  const [isOpen, setOpen] = useState(false)
  const label = unread > 0 ? t('news.unread', { count: unread }) : t('news.title')
  return (
    <Badge count={unread} isInset>
      <Popover
        label={t('news.title')}
        placement="bottom end"
        isFlush
        isOpen={isOpen}
        onOpenChange={setOpen}
        trigger={<IconButton icon={BellIcon} label={label} />}
      >
        <Suspense
          fallback={
            <div className="w-96 max-w-full p-6 text-center">
              <Spinner />
            </div>
          }
        >
          <News onGo={() => setOpen(false)} />
        </Suspense>
      </Popover>
    </Badge>
  )
}
