import Download from 'lucide-react/icons/download'
import { IconButton } from '#ui/IconButton'
import { Menu } from '#ui/Menu'
import { download } from '#web/confirm'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { routes } from '../../contract.ts'

const formats = ['yonyou', 'kingdee', 'csv'] as const

/** Vouchers as files of ledgers; the password is asked for first. */
export function ExportMenu({ title, ask }: { title: string; ask: { runId: string } | { period: string } }) {
  const t = useWords('finance')
  const may = useMay()
  if (!may('finance.export')) return null
  const items = formats.map((format) => ({
    id: format,
    title: t(`vouchers.formats.${format}`),
    onAction: () => void download(routes.exportVouchers, { format, ...ask }),
  }))
  return (
    <Menu label={t('vouchers.export')} placement="bottom end" groups={[{ items }]}>
      <IconButton icon={Download} label={`${t('vouchers.export')}: ${title}`} size="sm" />
    </Menu>
  )
}
