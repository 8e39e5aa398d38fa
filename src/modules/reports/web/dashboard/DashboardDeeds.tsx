import Download from 'lucide-react/icons/download'
import Ellipsis from 'lucide-react/icons/ellipsis'
import LayoutDashboard from 'lucide-react/icons/layout-dashboard'
import Share from 'lucide-react/icons/share-2'
import { Button } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { Menu } from '#ui/Menu'
import { hrefTo, useGo } from '#web/links'
import { addressOf, useCommand } from '#web/query'
import { useMay } from '#web/session'
import { useLanguage, useWords } from '#web/words'
import { routes, type Dashboard } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { told } from '../asked.ts'

type Props = { dashboard: Dashboard; day: string | undefined; onArrange: () => void; onShare: () => void }

/** What can be done with a dashboard: take it along, and for its owner arrange, share and delete. */
export function DashboardDeeds({ dashboard, day, onArrange, onShare }: Props) {
  const t = useWords('reports')
  const language = useLanguage()
  const may = useMay()
  const go = useGo()
  const { id: dashboardId, name, filters, parts, isMine } = dashboard
  const again = useCommand(routes.createDashboard)
  const remove = useCommand(routes.deleteDashboard, {
    done: t('dashboards.deleted'),
    undo: () => again.run({ name, filters, parts }),
    onDone: () => go(hrefTo(manifest, 'reports', {}, { tab: 'dashboards' })),
  })
  const file = (format: 'xlsx' | 'pdf') => ({
    id: format,
    title: t(`file.${format}`),
    onAction: () =>
      location.assign(addressOf(routes.downloadDashboard, { dashboardId, format, language, ...told({ day }) })),
  })
  return (
    <>
      <Menu label={t('file.download')} placement="bottom end" groups={[{ items: [file('xlsx'), file('pdf')] }]}>
        <IconButton icon={Download} label={t('file.download')} variant="secondary" />
      </Menu>
      {isMine && may('reports.share') && (
        <Button icon={Share} onPress={onShare}>
          {t('dashboards.share')}
        </Button>
      )}
      {isMine && may('reports.compose') && (
        <>
          <Button icon={LayoutDashboard} onPress={onArrange}>
            {t('dashboards.arrange')}
          </Button>
          <Menu
            label={t('dashboards.delete')}
            placement="bottom end"
            groups={[
              {
                items: [
                  {
                    id: 'delete',
                    title: t('dashboards.delete'),
                    isDanger: true,
                    onAction: () => remove.run({ dashboardId }),
                  },
                ],
              },
            ]}
          >
            <IconButton icon={Ellipsis} label={t('dashboards.delete')} variant="secondary" />
          </Menu>
        </>
      )}
    </>
  )
}
