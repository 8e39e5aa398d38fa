import { DateField } from '#ui/DateField'
import { useRouteForm } from '#web/form'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'
import { FormSheet } from './FormSheet.tsx'

export type CloseSheetProps = {
  what: 'units' | 'positions'
  id: string
  name: string
  until: string | null
  on: string
  onClose: () => void
}

/** Ends a unit or position on a day, or opens a closed one again. */
export function CloseSheet({ what, id, name, until: last, on, onClose }: CloseSheetProps) {
  const t = useWords('organisation')
  const today = useSession().tenant?.today ?? ''
  const form = useRouteForm(what === 'units' ? routes.closeUnit : routes.closePosition, {
    start: { id, until: last ?? (on || today) },
    done: t('screens.saved'),
    onDone: onClose,
  })
  const until = form.field('until')
  return (
    <FormSheet
      title={t(`screens.${what}.close`)}
      description={name}
      deed={t(`screens.${what}.close`)}
      isDanger
      form={form}
      onClose={onClose}
    >
      <DateField
        label={t('screens.firstDayGone')}
        description={last ? t('screens.reopenNote') : undefined}
        {...until}
        value={until.value ?? null}
        isRequired={false}
      />
    </FormSheet>
  )
}
