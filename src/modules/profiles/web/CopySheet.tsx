import { FormSheet, PositionPicker } from '#screens/organisation'
import { useRouteForm } from '#web/form'
import { hrefTo, useGo } from '#web/links'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'
import { manifest } from '../manifest.ts'

/** A profile of what a position asks for today. */
export function CopySheet({ onClose }: { onClose: () => void }) {
  const t = useWords('profiles')
  const go = useGo()
  const form = useRouteForm(routes.copyProfile, {
    start: { positionId: '' },
    done: t('take.taken'),
    onDone: ({ profileId }) => go(hrefTo(manifest, 'profile', { profileId })),
  })
  const position = form.field('positionId')
  return (
    <FormSheet
      title={t('take.copy')}
      description={t('take.copyLead')}
      deed={t('take.take')}
      form={form}
      onClose={onClose}
    >
      <PositionPicker
        label={t('take.position')}
        {...position}
        value={position.value || null}
        onChange={(id) => position.onChange(id ?? '')}
      />
    </FormSheet>
  )
}
