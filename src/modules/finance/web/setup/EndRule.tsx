import { FormSheet } from '#screens/organisation'
import { DateField } from '#ui/DateField'
import { useRouteForm } from '#web/form'
import { useWords } from '#web/words'
import { routes, type AccountRule } from '../../contract.ts'
import { useToday } from './today.ts'

export function EndRule({ rule, onClose }: { rule: AccountRule; onClose: () => void }) {
  const t = useWords('finance')
  const today = useToday()
  const form = useRouteForm(routes.endRule, {
    start: { id: rule.id, version: rule.version, until: today },
    done: t('setUp.saved'),
    onDone: onClose,
  })
  return (
    <FormSheet
      title={t('setUp.end')}
      description={t('setUp.endNote')}
      deed={t('setUp.end')}
      form={form}
      onClose={onClose}
    >
      <DateField
        label={t('setUp.until')}
        value={form.values.until}
        onChange={(day) => form.set('until', day ?? today)}
      />
    </FormSheet>
  )
}
