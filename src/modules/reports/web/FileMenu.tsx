import type { RefObject } from 'react'
import Download from 'lucide-react/icons/download'
import { IconButton } from '#ui/IconButton'
import { Menu } from '#ui/Menu'
import { addressOf } from '#web/query'
import { useLanguage, useWords } from '#web/words'
import { routes, type PartAsk } from '../contract.ts'
import { told, type Asked } from './asked.ts'
import { savePicture } from './save-picture.ts'

type Props = {
  /** What is downloaded: for screen readers, and as the picture's name. */
  title: string
  ask: PartAsk & Asked & { personId?: string | undefined }
  /** Where the chart is, when there is one. */
  picture?: RefObject<HTMLElement | null>
}

/** A part as a file, with the figures of who asks. */
export function FileMenu({ title, ask, picture }: Props) {
  const t = useWords('reports')
  const language = useLanguage()
  const file = (format: 'xlsx' | 'pdf' | 'csv') => ({
    id: format,
    title: t(`file.${format}`),
    onAction: () => location.assign(addressOf(routes.downloadPart, { ...told(ask), format, language })),
  })
  const png = {
    id: 'png',
    title: t('file.png'),
    onAction: () => void (picture?.current && savePicture(picture.current, title)),
  }
  return (
    <Menu
      label={t('file.download')}
      placement="bottom end"
      groups={[{ items: [file('xlsx'), file('pdf'), file('csv'), ...(picture ? [png] : [])] }]}
    >
      <IconButton icon={Download} label={`${t('file.download')}: ${title}`} size="sm" />
    </Menu>
  )
}
