import Download from 'lucide-react/icons/download'
import FileSpreadsheet from 'lucide-react/icons/file-spreadsheet'
import Upload from 'lucide-react/icons/upload'
import { Button } from '#ui/Button'
import { Menu } from '#ui/Menu'
import { useGo, useHref } from '#web/links'
import { addressOf } from '#web/query'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'

/** The whole of it out of and into one workbook, for who may edit all. */
export function WholeOrganisation() {
  const t = useWords('organisation')
  const may = useMay()
  const go = useGo()
  const imports = useHref()('transfer.import', { kind: 'organisation' })
  if (!may('organisation.edit', 'all') || !may('organisation.read-contact', 'all')) return null
  const items = [
    {
      id: 'export',
      title: t('screens.export'),
      note: t('screens.exportNote'),
      icon: FileSpreadsheet,
      onAction: () => location.assign(addressOf(routes.exportOrganisation, {})),
    },
    ...(imports ? [{ id: 'import', title: t('screens.import'), icon: Upload, onAction: () => go(imports) }] : []),
  ]
  return (
    <Menu label={t('screens.workbook')} groups={[{ items }]} placement="bottom end">
      <Button icon={Download}>{t('screens.workbook')}</Button>
    </Menu>
  )
}
