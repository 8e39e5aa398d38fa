import { Button } from 'react-aria-components/Button'
import Lock from 'lucide-react/icons/lock'
import { Icon } from '#ui/Icon'
import { Popover } from '#ui/Popover'
import { useWords } from '#web/words'

/** In the place of a tick: why this one is decided on its own page only. */
export function BarredTick({ because }: { because: string }) {
  const t = useWords('flow')
  return (
    <Popover
      label={t('inbox.barred.label')}
      trigger={
        <Button
          aria-label={t('inbox.barred.label')}
          className="flex size-8 items-center justify-center rounded-md text-faint data-hovered:bg-hover touch:size-11"
        >
          <Icon as={Lock} size={14} />
        </Button>
      }
    >
      <p className="max-w-64 text-sm">{t(`inbox.barred.${because}`)}</p>
    </Popover>
  )
}
