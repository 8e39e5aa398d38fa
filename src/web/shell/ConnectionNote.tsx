import CloudOff from 'lucide-react/icons/cloud-off'
import { useSyncExternalStore } from 'react'
import { Tag } from '#ui/Tag'
import { Icon } from '#ui/Icon'
import { useWords } from '#web/words'

/** Says that the browser is off the net; on the phone as a line under the title. */
export function ConnectionNote({ isWide }: { isWide?: boolean }) {
  const t = useWords('web')
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  return (
    <div role="status">
      {!isOnline &&
        (isWide ? (
          <p className="flex items-center gap-2 bg-amber-soft px-4 py-1.5 text-sm text-amber-text">
            <Icon as={CloudOff} />
            {t('offline')}
          </p>
        ) : (
          <Tag tone="amber" icon={CloudOff}>
            {t('offline')}
          </Tag>
        ))}
    </div>
  )
}

function subscribe(tell: () => void) {
  window.addEventListener('online', tell)
  window.addEventListener('offline', tell)
  return () => {
    window.removeEventListener('online', tell)
    window.removeEventListener('offline', tell)
  }
}
