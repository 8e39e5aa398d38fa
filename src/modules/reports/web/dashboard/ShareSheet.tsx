import { useState } from 'react'
import { Button } from '#ui/Button'
import { CheckboxGroup } from '#ui/Checkbox'
import { Sheet } from '#ui/Sheet'
import { Await } from '#web/await'
import { usePhone } from '#web/page'
import { useCommand, useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type Dashboard } from '../../contract.ts'

/** Which roles may open a dashboard. It shares what is asked, never figures. */
export function ShareSheet({ dashboard, onClose }: { dashboard: Dashboard; onClose: () => void }) {
  const t = useWords('reports')
  const base = useWords('base')
  const isPhone = usePhone()
  const [roleIds, setRoleIds] = useState(dashboard.roleIds)
  const roles = useRead(routes.listShareRoles, {})
  const share = useCommand(routes.shareDashboard, { done: t('dashboards.shareDone'), onDone: onClose })
  return (
    <Sheet
      isOpen
      side={isPhone ? 'bottom' : 'right'}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('dashboards.shareTitle')}
      footer={
        <>
          <Button onPress={onClose}>{t('dashboards.cancel')}</Button>
          <Button
            variant="primary"
            isPending={share.isRunning}
            onPress={() => share.run({ dashboardId: dashboard.id, roleIds })}
          >
            {t('dashboards.save')}
          </Button>
        </>
      }
    >
      <p className="mb-4 text-muted">{t('dashboards.shareHint')}</p>
      <Await query={roles} shape="lines">
        {(found) => (
          <CheckboxGroup
            label={t('dashboards.shareTitle')}
            hideLabel
            value={roleIds}
            onChange={setRoleIds}
            options={found.roles.map(({ id, key, name }) => ({ id, label: name ?? base(`roles.${key}`) }))}
          />
        )}
      </Await>
    </Sheet>
  )
}
