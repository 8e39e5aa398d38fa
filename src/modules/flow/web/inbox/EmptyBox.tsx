import Check from 'lucide-react/icons/circle-check'
import FilePlus from 'lucide-react/icons/file-plus-2'
import SearchX from 'lucide-react/icons/search-x'
import Send from 'lucide-react/icons/send'
import { Button, LinkButton } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { hrefTo } from '#web/links'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import type { Box } from '../../contract.ts'
import { manifest } from '../../manifest.ts'

const icons = { todo: Check, done: Check, started: FilePlus, copied: Send }

/** Nothing here, and what to do next. */
export function EmptyBox({ box, isFiltered, onClear }: { box: Box; isFiltered: boolean; onClear: () => void }) {
  const t = useWords('flow')
  const may = useMay()
  if (isFiltered)
    return (
      <Empty icon={SearchX} title={t('inbox.noHit')} action={<Button onPress={onClear}>{t('inbox.clear')}</Button>} />
    )
  return (
    <Empty
      icon={icons[box]}
      title={t(`inbox.empty.${box}`)}
      description={t(`inbox.emptyNote.${box}`)}
      action={
        (box === 'started' || box === 'todo') &&
        may('flow.start') && (
          <LinkButton variant="soft" href={hrefTo(manifest, 'start')}>
            {t('inbox.start')}
          </LinkButton>
        )
      }
    />
  )
}
