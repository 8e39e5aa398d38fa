import Download from 'lucide-react/icons/download'
import { Button } from '#ui/Button'
import { Menu } from '#ui/Menu'
import { download } from '#web/confirm'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../../contract.ts'

/** The sheets of the tax client, by the forms that hold in the month. */
export function SheetMenu({ of }: { of: { employerUnitId: string; period: string } }) {
  const t = useWords('finance')
  const local = useLocal()
  const templates = useRead(routes.listTaxTemplates, { on: `${of.period}-01` })
  const items = (templates.data ?? []).map(({ kind, code, name }) => ({
    id: code,
    title: local(name),
    onAction: () => void download(routes.downloadTaxSheet, { ...of, kind, template: code }),
  }))
  return (
    <Menu label={t('tax.sheets')} placement="bottom end" groups={[{ items }]}>
      <Button icon={Download}>{t('tax.sheets')}</Button>
    </Menu>
  )
}
