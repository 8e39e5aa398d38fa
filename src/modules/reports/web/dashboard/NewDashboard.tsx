import { FormSheet, LocalTextField } from '#screens/organisation'
import { useRouteForm } from '#web/form'
import { hrefTo, useGo } from '#web/links'
import { useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { manifest } from '../../manifest.ts'

/** A new dashboard; it opens to be filled. */
export function NewDashboard({ onClose }: { onClose: () => void }) {
  const t = useWords('reports')
  const go = useGo()
  const form = useRouteForm(routes.createDashboard, {
    start: { name: {} },
    done: t('dashboards.created'),
    onDone: ({ dashboardId }) => go(hrefTo(manifest, 'dashboard', { dashboardId }, { arrange: true })),
  })
  const { errorMessage } = form.field('name')
  return (
    <FormSheet title={t('dashboards.new')} deed={t('dashboards.create')} form={form} onClose={onClose}>
      <LocalTextField
        label={t('dashboards.name')}
        value={form.values.name}
        onChange={(name) => form.set('name', name)}
        isRequired
        {...(errorMessage ? { errorMessage } : {})}
      />
    </FormSheet>
  )
}
